import AddressPlan
import ClusterModel
import Findings

/// Some profiles name an existing subnet and others do not, or they name subnets of different VNets.
///
/// A machine reaches the API server's internal address only within one VNet here.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/masters
///     firstConsecutiveStaticIP: 10.7.1.100
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/masters
///     firstConsecutiveStaticIP: 10.7.1.100
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/nodes
/// ```
///
/// Source: acs-engine, validation of `vnetSubnetID`.
enum OneVNet: Rule {
    static let id = RuleID("NW002", "OneVNet")

    static func findings(in context: RuleContext) -> [Finding] {
        let machines = context.machines
        guard machines.contains(where: { $0.machine.vnetSubnetID != nil }) else { return [] }
        var findings: [Finding] = []
        var first: SubnetID?
        for (machine, path, isMasters) in machines {
            guard let text = machine.vnetSubnetID else {
                findings.append(
                    Finding(
                        id, .error, at: path["vnetSubnetID"],
                        "\(isMasters ? "the masters" : "this pool") names no vnetSubnetID, but others do: all name one, or "
                            + "none does",
                        remedy: first.map { "add vnetSubnetID, such as \($0.text)" } ?? "add vnetSubnetID"))
                continue
            }
            guard let subnet = SubnetID(text) else { continue }
            if let first, !subnet.isInSameVNet(as: first) {
                findings.append(
                    Finding(
                        id, .error, at: path["vnetSubnetID"],
                        "VNet \(subnet.virtualNetwork) is not \(first.virtualNetwork): all profiles stand in one VNet",
                        remedy: "name a subnet of \(first.virtualNetworkID)"))
            }
            first = first ?? subnet
        }
        return findings
    }
}
