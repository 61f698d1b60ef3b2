import AddressPlan
import Addressing
import NetworkPlan

/// `network/ip-plan.md`: the same for people.
enum IPPlanMarkdown {
    static func text(of plan: ClusterPlan) -> String {
        var text = "# Address plan of \(plan.name)\n\n"
        switch plan.network.vnet {
        case .own(let name, let space):
            text += "slipway makes the VNet \(name) with the address space \(list(space)).\n\n"
        case .existing(let subnet, let space):
            text +=
                "The VNet \(subnet.virtualNetwork) in resource group \(subnet.resourceGroup) exists and is not changed."
            text += space.isEmpty ? "\n\n" : " Its address space is \(list(space)).\n\n"
        }
        text += "## Subnets\n\n\(subnets(plan))\n"
        text += """
            Azure keeps five addresses of each subnet. *Needed* is what the cluster takes, *peak* what it takes while \
            every pool is upgraded.

            ## Masters and API server


            """
        text += "\(masters(plan))\n## Pools\n\n\(pools(plan))\n"
        text += "## Ranges around the VNet\n\n\(ranges(plan))\n"
        text += "Pods reach these ranges with their own address: \(list(plan.network.unmasqueraded)). "
        text += "Everything else sees the address of the node or of the way to the internet.\n"
        return text
    }

    private static func subnets(_ plan: ClusterPlan) -> String {
        var table = MarkdownTable("subnet", "prefix", "usable", "needed", "peak", "free at peak")
        for subnet in plan.network.subnets {
            table.add(
                subnet.name, subnet.prefix.map { "\($0)" } ?? "only Azure knows",
                subnet.usable.map(String.init) ?? "?",
                "\(subnet.needed)", "\(subnet.peak)", subnet.usable.map { "\($0 - subnet.peak)" } ?? "?")
        }
        return table.text
    }

    private static func masters(_ plan: ClusterPlan) -> String {
        let subnet = plan.network.subnets[plan.masters.nic.subnet].name
        var table = MarkdownTable("machine", "subnet", "address", "addresses for pods")
        for master in plan.masters.machines {
            table.add(master.name, subnet, "\(master.address)", "\(plan.masters.nic.ipConfigurations - 1)")
        }
        table.add(plan.apiServer.internalLoadBalancerName, subnet, "\(plan.apiServer.internalAddress)", "")
        return table.text
    }

    private static func pools(_ plan: ClusterPlan) -> String {
        guard !plan.pools.isEmpty else { return "There are none.\n" }
        var table = MarkdownTable(
            "pool", "subnet", "nodes", "surge", "pods a node", "addresses a node", "addresses")
        for pool in plan.pools {
            table.add(
                pool.name, plan.network.subnets[pool.nic.subnet].name, "\(pool.count)", "\(pool.maxSurge)",
                "\(min(pool.nic.maxPods, pool.nic.ipConfigurations - 1))", "\(pool.nic.ipConfigurations)",
                "\(pool.count * pool.nic.ipConfigurations)")
        }
        return table.text
    }

    private static func ranges(_ plan: ClusterPlan) -> String {
        var table = MarkdownTable("what", "ranges")
        table.add("services", "\(plan.network.serviceCidr)")
        for peer in plan.network.peers { table.add("peered VNet \(peer.name)", list(peer.addressSpace)) }
        for site in plan.network.sites { table.add("on premises \(site.name)", list(site.addressSpace)) }
        return table.text
    }

    private static func list(_ prefixes: [IPv4Prefix]) -> String {
        prefixes.map { "\($0)" }.joined(separator: ", ")
    }
}
