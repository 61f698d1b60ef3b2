import Findings

/// Something around the machines changes: routes, security rules, peerings, gateways, endpoints, DNS servers.
///
/// The next deployment makes it in place. What is taken out of the model stays in Azure until somebody deletes it, because
/// deployments are incremental. A service endpoint that comes or goes ends open connections to its service, and DNS servers
/// reach machines with their next lease or restart.
///
/// ## Before
/// ```yaml
/// properties:
///   networkProfile:
///     peerings: []
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     serviceEndpoints:
///       - service: Storage
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     serviceEndpoints: []
/// ```
///
/// Severity: info.
/// Source: Microsoft Learn, "Deployment modes": incremental; "Virtual network service endpoints".
enum ChangedNetworkParts: ChangeRule {
    static let id = RuleID("UP025", "ChangedNetworkParts")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map { $0.change(self, .inPlace, reason($0)) }
    }

    private static func reason(_ key: KeyChange) -> String {
        let pattern = key.row.pattern
        if key.new == nil {
            return "it is no longer in the template, and stays in Azure until somebody deletes it"
        }
        if pattern.contains("serviceEndpoints") { return "open connections to the service end once" }
        if pattern.contains("dnsServers") { return "machines learn it with their next lease or restart" }
        if pattern.contains("securityRules") { return "new connections are judged by the new rules at once" }
        if pattern.contains("gateways") {
            return "a gateway takes up to 45 minutes, and its tunnels end meanwhile"
        }
        return "the next deployment makes it, and no machine is touched"
    }
}
