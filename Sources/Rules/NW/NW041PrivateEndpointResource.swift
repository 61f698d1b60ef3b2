import AddressPlan
import Catalogue
import ClusterModel
import Document
import Findings
import NetworkTopology

/// A private endpoint is for what is no resource id, or for a part whose DNS zone is not known.
///
/// Azure answers `LinkedInvalidPropertyId`; without a zone the name of the resource still resolves to its public
/// address, and the endpoint is not used. In the government's and China's clouds zones have other names than in the public
/// one, so there `dnsZone` must be said.
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
            if let foreign = foreignZone(of: endpoint, context) { return [foreign] }
            guard endpoint.zone == nil else { return [] }
            return [
                Finding(
                    id, .warning, at: endpoint.path["groupID"],
                    "no private DNS zone is known for \"\(endpoint.groupID)\": its name goes on resolving to a public address",
                    remedy: "add dnsZone")
            ]
        }
    }

    /// Zones that slipway knows by itself are the public cloud's.
    private static func foreignZone(of endpoint: PrivateEndpoint, _ context: RuleContext) -> Finding? {
        guard let cloud = context.cluster.location.flatMap({ context.catalogues.regions[$0]?.cloud }),
            cloud != .publicCloud, let zone = endpoint.zone, !context.document.says(endpoint.path["dnsZone"])
        else { return nil }
        return Finding(
            id, .error, at: endpoint.path["groupID"],
            "\(zone) is the zone of Azure's public cloud, and the region is of \(cloud.rawValue)",
            remedy: "add dnsZone with that cloud's name for \"\(endpoint.groupID)\"")
    }
}
