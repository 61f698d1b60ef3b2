import AddressPlan
import Addressing
import ClusterModel
import Findings

/// The DNS service's address is not one that the service range can give, or only one of the two is said.
///
/// Without a DNS service at the address that kubelet tells pods, no name resolves in any pod.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       serviceCidr: 10.0.0.0/16
///       dnsServiceIP: 10.1.0.10
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       serviceCidr: 10.0.0.0/16
///       dnsServiceIP: 10.0.0.10
/// ```
///
/// Source: acs-engine, validation of `dnsServiceIP`; docs/address-plan.md.
enum DNSServiceIP: Rule {
    static let id = RuleID("IP005", "DnsServiceIP")

    static func findings(in context: RuleContext) -> [Finding] {
        let (service, dns) = (context.addresses.service, context.addresses.dnsService)
        let network = context.kubernetesConfig.network
        if (network.serviceCidr == nil) != (network.dnsServiceIP == nil) {
            let isServiceSaid = network.serviceCidr != nil
            let (said, missing) =
                isServiceSaid ? ("serviceCidr", "dnsServiceIP") : ("dnsServiceIP", "serviceCidr")
            let example = service.prefix.flatMap { $0.address(at: min(10, $0.size - 2)) }
            return [
                Finding(
                    id, .error, at: isServiceSaid ? service.path : dns.path,
                    "\(said) is said without \(missing); each must fit the other",
                    remedy: isServiceSaid
                        ? "add dnsServiceIP\(example.map { ": \($0)" } ?? "")"
                        : "add the serviceCidr that holds it")
            ]
        }
        guard let range = service.prefix, let address = dns.address else { return [] }
        let reason: String? =
            if !range.contains(address) {
                "is not in the services' range \(range)"
            } else if address == range.first {
                "is the network address of \(range)"
            } else if address == range.first.advanced(by: 1) {
                "is the first address of \(range), which belongs to the service \"kubernetes\""
            } else if address == range.last {
                "is the last address of \(range)"
            } else {
                nil
            }
        guard let reason else { return [] }
        let example = range.address(at: min(10, range.size - 2))
        return [
            Finding(
                id, .error, at: dns.path, "dnsServiceIP \(address) \(reason)",
                remedy: example.map { "write \($0)" })
        ]
    }
}
