import AddressPlan
import ClusterModel
import Findings

/// A range or address is IPv6.
///
/// slipway makes IPv4 clusters only; dual-stack lists are refused as a whole.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       clusterSubnet: fd00::/64
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       clusterSubnet: 10.240.0.0/12
/// ```
///
/// Source: docs/address-plan.md.
enum IPv6NotSupported: Rule {
    static let id = RuleID("IP013", "IPv6NotSupported")

    static func findings(in context: RuleContext) -> [Finding] {
        (context.addresses.written + context.otherAddresses).filter { $0.meaning == .ipv6 }.map { range in
            Finding(
                id, .error, at: range.path, "\(range.text) is IPv6; slipway makes IPv4 clusters only",
                remedy: "write an IPv4 \(range.role == .address ? "address" : "prefix")")
        }
    }
}

extension RuleContext {
    /// Addresses of the model that have nothing to do with the address plan.
    var otherAddresses: [WrittenRange] {
        guard let server = properties.linuxProfile.customNodesDNS?.dnsServer else { return [] }
        return [WrittenRange(server, role: .address, at: Paths.linuxProfile["customNodesDNS"]["dnsServer"])]
    }
}
