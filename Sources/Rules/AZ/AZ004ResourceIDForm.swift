import AddressPlan
import ClusterModel
import Findings

/// An id of a proximity placement group, disk encryption set, load balancer pool or identity is none.
///
/// Azure answers `LinkedInvalidPropertyId` after the deployment has begun.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       proximityPlacementGroupID: near
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       proximityPlacementGroupID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/r/providers/Microsoft.Compute/proximityPlacementGroups/near
/// ```
///
/// Source: Azure's resource id form; docs/model-keys.md.
enum ResourceIDForm: Rule {
    static let id = RuleID("AZ004", "ResourceIDForm")

    static func findings(in context: RuleContext) -> [Finding] {
        var findings: [Finding] = []
        func check(_ text: String?, _ type: [String], at path: ModelPath) {
            guard let text, !isID(text, of: type) else { return }
            findings.append(
                Finding(
                    id, .error, at: path, "\"\(text)\" is no id of \(type.joined(separator: "/"))",
                    remedy: "write /subscriptions/S/resourceGroups/R/providers/\(example(type))"))
        }
        for (machine, path, _) in context.machines {
            check(
                machine.proximityPlacementGroupID, ["Microsoft.Compute", "proximityPlacementGroups"],
                at: path["proximityPlacementGroupID"])
        }
        for (pool, path) in context.pools {
            check(
                pool.diskEncryptionSetID, ["Microsoft.Compute", "diskEncryptionSets"],
                at: path["diskEncryptionSetID"])
            for (index, text) in pool.loadBalancerBackendAddressPoolIDs.enumerated() {
                check(
                    text, ["Microsoft.Network", "loadBalancers", "backendAddressPools"],
                    at: path["loadBalancerBackendAddressPoolIDs"][index])
            }
        }
        if let identity = context.kubernetesConfig.safety.userAssignedID, identity.hasPrefix("/") {
            check(
                identity, ["Microsoft.ManagedIdentity", "userAssignedIdentities"],
                at: Paths.kubernetesConfig["userAssignedID"])
        }
        return findings
    }

    /// Whether `text` is an id of a resource of `type`: provider, then type and, for children, the type of the child.
    static func isID(_ text: String, of type: [String]) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.lowercased() }
        guard parts.count == 6 + 2 * (type.count - 1) + 1, parts[0].isEmpty,
            parts.dropFirst().allSatisfy({ !$0.isEmpty }), parts[1] == "subscriptions",
            parts[3] == "resourcegroups", parts[5] == "providers", parts[6] == type[0].lowercased()
        else { return false }
        return type.dropFirst().enumerated().allSatisfy { parts[7 + 2 * $0] == $1.lowercased() }
    }

    private static func example(_ type: [String]) -> String {
        ([type[0]] + type.dropFirst().map { "\($0)/NAME" }).joined(separator: "/")
    }
}
