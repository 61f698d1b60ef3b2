import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A DNS label of a public address is none, or is taken within the model.
///
/// Azure answers `InvalidDomainNameLabel` or `DnsRecordInUse`. Whether somebody else in the region has it only
/// Azure knows; deploy asks.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
///   networkProfile:
///     publicAddresses:
///       - {name: web, pool: agents, node: 0, ports: ["443/tcp"], domainNameLabel: Web_1}
///     egress: {type: natGateway}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
///   networkProfile:
///     publicAddresses:
///       - {name: web, pool: agents, node: 0, ports: ["443/tcp"], domainNameLabel: shop-web}
///     egress: {type: natGateway}
/// ```
///
/// Source: Microsoft Learn, "ARM template best practices".
enum DNSLabelForm: Rule {
    static let id = RuleID("NW045", "DNSLabelForm")

    static func findings(in context: RuleContext) -> [Finding] {
        var taken = Set([context.properties.masterProfile.dnsPrefix?.lowercased()].compactMap(\.self))
        return context.topology.publicAddresses.compactMap { address in
            guard let label = address.label else { return nil }
            let path = address.path["domainNameLabel"]
            guard isLabel(label) else {
                return Finding(
                    id, .error, at: path,
                    "\"\(label)\" is no DNS label: 3 to 63 lower-case letters, digits and hyphens, a letter first and no hyphen last",
                    remedy: "write one such as \(context.topology.clusterName)-\(address.name)")
            }
            return taken.insert(label).inserted
                ? nil
                : Finding(
                    id, .error, at: path, "the label \"\(label)\" is used in this model already",
                    remedy: "write one of its own")
        }
    }

    private static func isLabel(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (3...63).contains(bytes.count), let first = bytes.first, let last = bytes.last else {
            return false
        }
        let isLower = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
        return isLower(first) && (isLower(last) || last.isASCIIDigit)
            && bytes.allSatisfy { isLower($0) || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    }
}
