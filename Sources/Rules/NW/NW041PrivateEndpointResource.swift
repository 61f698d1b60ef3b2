import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A private endpoint is for what is no resource id, or for a part whose DNS zone is not known.
///
/// Azure answers `LinkedInvalidPropertyId`; without a zone the name of the resource still resolves to its public
/// address, and the endpoint is not used.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     privateEndpoints:
///       - name: data
///         resourceID: shopdata
///         groupID: blob
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     privateEndpoints:
///       - name: data
///         resourceID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/shopdata
///         groupID: blob
/// ```
///
/// Source: Microsoft Learn, "Azure Private Endpoint DNS integration".
enum PrivateEndpointResource: Rule {
    static let id = RuleID("NW041", "PrivateEndpointResource")

    static func findings(in context: RuleContext) -> [Finding] {
        context.topology.privateEndpoints.flatMap { endpoint -> [Finding] in
            let parts = endpoint.resourceID.split(separator: "/", omittingEmptySubsequences: false)
            let isID =
                parts.count >= 9 && parts.count % 2 == 1 && parts[0].isEmpty
                && parts.dropFirst().allSatisfy { !$0.isEmpty }
                && parts[1].lowercased() == "subscriptions" && parts[5].lowercased() == "providers"
            if !isID {
                return [
                    Finding(
                        id, .error, at: endpoint.path["resourceID"],
                        "\"\(endpoint.resourceID)\" is no resource id",
                        remedy: "write /subscriptions/S/resourceGroups/R/providers/PROVIDER/TYPE/NAME")
                ]
            }
            guard endpoint.zone == nil else { return [] }
            return [
                Finding(
                    id, .warning, at: endpoint.path["groupID"],
                    "no private DNS zone is known for \"\(endpoint.groupID)\": its name goes on resolving to a public address",
                    remedy: "add dnsZone")
            ]
        }
    }
}
