import AddressPlan
import Catalogue
import NetworkPlan

/// The folder's `README.md`: what this is, how to deploy it, what to check.
enum FolderReadme {
    static func text(of plan: ClusterPlan, openParameters: [String], hasPlugin: Bool) -> String {
        var text = """
            \(OutputFolder.mark)
            # Cluster \(plan.name)

            Kubernetes \(plan.kubernetes.version) with \(plan.masters.machines.count) \
            master\(plan.masters.machines.count == 1 ? "" : "s") and \(plan.pools.reduce(0) { $0 + $1.count }) nodes in \
            \(plan.pools.count) pool\(plan.pools.count == 1 ? "" : "s"), whose pods have addresses of the virtual network.

            | file | what |
            | --- | --- |
            | `azuredeploy.json`, `azuredeploy.parameters.json` | the ARM template and its parameters, without secrets |
            | `secrets/parameters.json` | the secure parameters; only you can read them; never commit them |
            | `apimodel.json` | the model with every default filled in; generating from it gives the same folder |
            | `network/ip-plan.md`, `network/ip-plan.json` | each subnet, node and address |
            | `network/egress.md`, `network/egress.json` | what a firewall must let machines reach |
            | `network/10-slipway.conflist` | what containerd reads on the nodes |
            | `nodes/*/cloud-init.yaml` | what the machines get as custom data |


            """
        text += pluginSection(plan, hasPlugin: hasPlugin)
        text += deploySection(plan, openParameters: openParameters)
        text += NetworkTeamSection.text(of: plan)
        text += checkSection(plan)
        return text
    }

    private static func pluginSection(_ plan: ClusterPlan, hasPlugin: Bool) -> String {
        if let url = plan.plugin.url, plan.plugin.sha256 != nil {
            return "Nodes fetch slipway-vnet from <\(url)> and compare its SHA-256.\n\n"
        }
        guard hasPlugin, let sum = plan.plugin.sha256 else {
            return """
                **This folder is incomplete.** The slipway that wrote it has no slipway-vnet bundled, so nodes know no \
                checksum and will not go on. Generate again with an installed slipway.


                """
        }
        return """
            ## First: put the plugin where nodes can fetch it

            `plugin/slipway-vnet` is what connects pods. Put it where every node can fetch it over https, such as a storage
            account, and pass the URL as the parameter `slipwayVnetUrl`. Nodes accept only this SHA-256:

                \(sum)


            """
    }

    private static func deploySection(_ plan: ClusterPlan, openParameters: [String]) -> String {
        let region = plan.location ?? "REGION"
        let open = openParameters.map { " \\\n        --parameters \($0)=VALUE" }.joined()
        return """
            ## Deploy

                az group create --name \(plan.name) --location \(region)
                az deployment group create --resource-group \(plan.name) --name \(plan.name) \\
                    --template-file azuredeploy.json \\
                    --parameters @azuredeploy.parameters.json \\
                    --parameters @secrets/parameters.json\(open)


            """
    }

    private static func checkSection(_ plan: ClusterPlan) -> String {
        let isPrivate = plan.apiServer.publicAccess == nil
        var text = "## Check\n\n"
        text += "- `network/ip-plan.md`: are the ranges yours to use, and free at the peak?\n"
        for subnet in plan.network.subnets where subnet.prefix == nil {
            text +=
                "- Subnet `\(subnet.name)`: its size is not known here. \(subnet.needed) addresses are needed, "
                + "\(subnet.peak) during an upgrade.\n"
        }
        text +=
            "- The static addresses \(plan.masters.machines.map { "\($0.address)" }.joined(separator: ", ")) and "
            + "\(plan.apiServer.internalAddress) must be free.\n"
        text +=
            isPrivate
            ? "- The API server has no public address: reach it from within the network"
                + (plan.jumpbox.map { ", or by the machine `\($0.name)`" } ?? "") + ".\n"
            : "- The API server answers at `https://\(plan.name).REGION.\(plan.cloud.publicNameSuffix):6443`.\n"
        text += "- If a machine does not become a node, the deployment's error names the step; the log is\n"
        text += "  `/var/lib/slipway/bootstrap.log` on the machine.\n"
        return text
    }
}
