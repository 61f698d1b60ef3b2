import AddressPlan
import Findings
import JSONText

/// DNS servers of the VNet's own must answer for Azure's names, too.
enum PF023DNSServers: PreflightRule {
    static let id = RuleID("PF023", "DNSServers")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let first = context.subnets.first,
            let servers = context.facts.body(.network(first.id.virtualNetworkID))?["properties"]?[
                "dhcpOptions"]?[
                    "dnsServers"]?.array?.compactMap(\.string), !servers.isEmpty, servers != ["168.63.129.16"]
        else { return [] }
        return [
            Finding(
                id, .info, at: first.path,
                "the VNet \(first.id.virtualNetwork) has DNS servers of its own (\(servers.joined(separator: ", "))): machines "
                    + "find their programs only if these forward what they do not know",
                remedy: "have them forward to 168.63.129.16")
        ]
    }
}
