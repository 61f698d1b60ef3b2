import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A resource's name, with the cluster's before it, is longer than Azure or Kubernetes takes.
///
/// Azure answers `InvalidResourceName`. A node of a scale set is called by its pool and six characters more, and Kubernetes
/// takes 63 characters for the label `kubernetes.io/hostname`: kubelet of a longer one cannot register.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: the-shop-of-the-north-west-in-production-2026
///   agentPoolProfiles:
///     - name: generalnodes
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: shop-north-west
///   agentPoolProfiles:
///     - name: generalnodes
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// Source: Microsoft Learn, "Naming rules and restrictions for Azure resources"; Kubernetes, "Labels and Selectors".
enum NameLength: Rule {
    static let id = RuleID("AZ010", "NameLength")

    /// What Azure appends to the names of a scale set's machines: `000000` and on, in base 36.
    private static let instanceSuffix = 6
    /// Characters of a label's value, and so of a node's name.
    private static let nodeName = 63
    /// Characters of a private endpoint's name.
    private static let privateEndpoint = 64
    /// Characters of the names of most resources of Microsoft.Network.
    private static let networkResource = 80

    static func findings(in context: RuleContext) -> [Finding] {
        guard let prefix = context.properties.masterProfile.dnsPrefix?.lowercased() else { return [] }
        return (nodes(prefix, context) + parts(prefix, context)).compactMap { made in
            let length = made.name.utf8.count + made.suffix
            guard length > made.limit else { return nil }
            return Finding(
                id, .error, at: made.path,
                "\(made.what) is called \(made.name)\(made.suffix > 0 ? " and \(made.suffix) characters more" : ""), "
                    + "\(length) characters in all; \(made.limit) are the most",
                remedy: "make the name, or masterProfile.dnsPrefix, \(length - made.limit) shorter")
        }
    }

    private struct MadeName {
        var what: String
        var name: String
        var suffix = 0
        var limit: Int
        var path: ModelPath
    }

    private static func nodes(_ prefix: String, _ context: RuleContext) -> [MadeName] {
        context.pools.compactMap { pool, path in
            guard let name = pool.name, pool.machine.availabilityProfile != .availabilitySet else {
                return nil
            }
            return MadeName(
                what: "a node of the scale set", name: "\(prefix)-\(name)", suffix: instanceSuffix,
                limit: nodeName,
                path: path["name"])
        }
    }

    private static func parts(_ prefix: String, _ context: RuleContext) -> [MadeName] {
        let network = context.properties.networkProfile
        let path = Paths.networkProfile
        var made: [MadeName] = []
        for (index, site) in network.onPremises.enumerated() {
            guard let name = site.name, site.vpn != nil || site.expressRoute != nil else { continue }
            made.append(
                MadeName(
                    what: "the site's gateway", name: "\(prefix)-site-\(name)", limit: networkResource,
                    path: path["onPremises"][index]["name"]))
        }
        for (index, endpoint) in network.privateEndpoints.enumerated() {
            guard let name = endpoint.name else { continue }
            made.append(
                MadeName(
                    what: "the private endpoint", name: "\(prefix)-\(name)", limit: privateEndpoint,
                    path: path["privateEndpoints"][index]["name"]))
        }
        for (index, address) in network.publicAddresses.enumerated() {
            guard let name = address.name else { continue }
            made.append(
                MadeName(
                    what: "the public address", name: "\(prefix)-pod-\(name)-ip", limit: networkResource,
                    path: path["publicAddresses"][index]["name"]))
        }
        let tables = context.topology.routeTables
        for subnet in context.topology.subnets where !subnet.routes.isEmpty {
            guard let index = subnet.routeTable, tables.indices.contains(index) else { continue }
            made.append(
                MadeName(
                    what: "the route table", name: tables[index], limit: networkResource, path: subnet.path))
        }
        return made
    }
}
