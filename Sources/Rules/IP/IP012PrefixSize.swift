import AddressPlan
import Addressing
import Findings

/// A subnet or the services' range is smaller or larger than can be.
///
/// Azure's subnets are /29 at the smallest; larger than /8 no private range is. kube-apiserver takes service ranges from
/// /12 to /29 here. For such a subnet neither room nor fixed addresses are judged.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 1
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.0.0/30
///       ipAddressCount: 2
///       maxSurge: 0
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 1
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.0.0/29
///       ipAddressCount: 2
///       maxSurge: 0
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// Source: Microsoft Learn, "Azure Virtual Network FAQ"; kube-apiserver, `--service-cluster-ip-range`.
enum PrefixSize: Rule {
    static let id = RuleID("IP012", "PrefixSize")

    static func findings(in context: RuleContext) -> [Finding] {
        context.addresses.written.compactMap { range in
            guard let prefix = range.prefix else { return nil }
            let (what, allowed): (String, ClosedRange<Int>)
            switch range.role {
            case .subnet, .declaredSubnet: (what, allowed) = ("a subnet", 8...29)
            case .service: (what, allowed) = ("the services' range", 12...29)
            case .vnet, .peer, .site, .behind, .destination, .address: return nil
            }
            guard !allowed.contains(prefix.length) else { return nil }
            let nearest = prefix.length < allowed.lowerBound ? allowed.lowerBound : allowed.upperBound
            let mended = IPv4Prefix(containing: prefix.first, length: nearest)
            return Finding(
                id, .error, at: range.path,
                "\(prefix) is /\(prefix.length); \(what) is from /\(allowed.lowerBound) to /\(allowed.upperBound)",
                remedy: mended.map { "write \($0)" },
                fix: mended.map { .unsafe(.replace(range.path, "\($0)")) })
        }
    }
}
