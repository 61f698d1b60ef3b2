import AddressPlan
import ClusterModel
import NetworkPlan
import NetworkTopology

/// The part of the folder's `README.md` for those who own networks: what they must do, and which rights it takes.
enum NetworkTeamSection {
    static func text(of plan: ClusterPlan) -> String {
        let tasks = tasks(plan)
        let rights = rights(plan)
        guard !tasks.isEmpty || !rights.isEmpty else { return "" }
        var text = "## What is needed of the network team\n\n"
        if plan.network.topology.isExistingVNet {
            text += "The virtual network belongs to somebody else. "
            text +=
                plan.network.topology.peerings.contains { $0.remoteID != nil }
                ? "The template adds the peerings that the model names to it and changes nothing else of it.\n\n"
                : "The template changes nothing of it; it needs these rights:\n\n"
        }
        text += tasks.map { "- \($0)\n" }.joined() + (tasks.isEmpty ? "" : "\n")
        guard !rights.isEmpty else { return text }
        var table = MarkdownTable("who", "right", "on")
        for right in rights { table.add(right.who, right.action, right.scope) }
        return text + table.text + "\n"
    }

    private static func tasks(_ plan: ClusterPlan) -> [String] {
        let topology = plan.network.topology
        var tasks: [String] = []
        for peering in topology.peerings where peering.remoteID != nil {
            tasks.append(
                "Owner of the VNet of peering `\(peering.name)`: deploy `network/peering-\(peering.name).json` to its "
                    + "resource group with the output `virtualNetworkId`"
                    + (peering.usesRemoteGateways
                        ? ". Its gateway must be there before the cluster is deployed" : "") + ".")
        }
        for peering in topology.peerings where peering.remoteID == nil {
            tasks.append("Peering `\(peering.name)` is only declared: both halves are to be made by others.")
        }
        guard topology.isExistingVNet else { return tasks }
        if topology.subnets.contains(where: { !$0.routes.isEmpty }) {
            tasks.append(
                "Deploy `network/route-tables.json`, or put the same routes into your own tables, and attach each table to "
                    + "the subnet that its output names.")
        }
        for endpoint in topology.serviceEndpoints {
            let names = endpoint.subnets.map { "`\(topology.subnets[$0].name)`" }.joined(separator: ", ")
            tasks.append("Add the service endpoint \(endpoint.service.azureName) to \(names).")
        }
        return tasks
    }

    private static func rights(_ plan: ClusterPlan) -> [(who: String, action: String, scope: String)] {
        let topology = plan.network.topology
        let deployer = "whoever deploys"
        var rights: [(String, String, String)] = []
        for subnet in plan.network.subnets.compactMap(\.id) {
            rights.append((deployer, "Microsoft.Network/virtualNetworks/subnets/join/action", subnet.text))
            if case .managedIdentity = plan.identity {
                rights.append((deployer, "Microsoft.Authorization/roleAssignments/write", subnet.text))
            }
            rights.append(
                ("the cluster's identity", "Network Contributor, for internal load balancers", subnet.text))
        }
        for peering in topology.peerings {
            guard let remote = peering.remoteID else { continue }
            rights.append((deployer, "Microsoft.Network/virtualNetworks/peer/action", remote))
            if let vnet = topology.existingVNet {
                rights.append(
                    (deployer, "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write", vnet))
            }
        }
        if let vnet = topology.existingVNet, topology.privateEndpoints.contains(where: { $0.zone != nil }) {
            rights.append((deployer, "Microsoft.Network/virtualNetworks/join/action", vnet))
        }
        for endpoint in topology.privateEndpoints {
            rights.append(
                (
                    deployer, "privateEndpointConnectionsApproval/action of the resource's type",
                    endpoint.resourceID
                ))
        }
        return rights
    }
}
