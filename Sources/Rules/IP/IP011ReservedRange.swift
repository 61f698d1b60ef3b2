import AddressPlan
import Addressing
import Findings

/// A range or address of the model meets one that no VNet can have.
///
/// Azure refuses loopback, link-local, multicast and broadcast ranges and its platform address 168.63.129.16.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [169.254.0.0/24]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/24]
/// ```
///
/// Source: Microsoft Learn, "Azure Virtual Network FAQ".
enum ReservedRange: Rule {
    static let id = RuleID("IP011", "ReservedRange")

    private static let reserved: [(IPv4Prefix?, String)] = [
        (IPv4Prefix("127.0.0.0/8"), "loopback"), (IPv4Prefix("169.254.0.0/16"), "link-local"),
        (IPv4Prefix("168.63.129.16/32"), "Azure's platform address"),
        (IPv4Prefix("224.0.0.0/4"), "multicast"),
        (IPv4Prefix("255.255.255.255/32"), "broadcast"),
    ]

    static func findings(in context: RuleContext) -> [Finding] {
        context.addresses.written.compactMap { range in
            let meant = range.prefix ?? range.address.flatMap { IPv4Prefix(containing: $0, length: 32) }
            // A route may lead anywhere, 0.0.0.0/0 included.
            guard let meant, range.role != .destination else { return nil }
            for (prefix, name) in reserved {
                guard let prefix, prefix.overlaps(meant) else { continue }
                return Finding(
                    id, .error, at: range.path,
                    "\(range.text) meets \(prefix) (\(name)), which no VNet can have",
                    remedy: "choose a private range, such as one within 10.0.0.0/8")
            }
            return nil
        }
    }
}
