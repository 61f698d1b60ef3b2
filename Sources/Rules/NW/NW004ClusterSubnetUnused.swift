import AddressPlan
import ClusterModel
import Findings

/// `clusterSubnet` beside an existing VNet, where it has no effect.
///
/// Source: docs/model-keys.md.
enum ClusterSubnetUnused: Rule {
    static let id = RuleID("NW004", "ClusterSubnetUnused")

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.addresses.isExistingVNet, let text = context.kubernetesConfig.network.clusterSubnet
        else {
            return []
        }
        return [
            Finding(
                id, .warning, at: Paths.kubernetesConfig["clusterSubnet"],
                "clusterSubnet \(text) has no effect: the profiles name existing subnets", remedy: "remove it"
            )
        ]
    }
}
