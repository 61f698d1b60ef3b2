import AddressPlan
import Addressing
import ClusterModel
import Findings

/// A fixed address, a master's or the internal load balancer's, is none that the masters' subnet can give.
///
/// Azure answers `PrivateIPAddressNotInSubnet` or `PrivateIPAddressInReservedRange`. Where the subnet's prefix is not
/// known, the VNet's ranges stand for it: no subnet can use their ends.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     firstConsecutiveStaticIP: 10.240.0.3
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     firstConsecutiveStaticIP: 10.255.255.5
/// ```
///
/// Source: Microsoft Learn, "Troubleshoot common Azure deployment errors"; docs/address-plan.md.
enum StaticIPOutsideSubnet: Rule {
    static let id = RuleID("IP006", "StaticIPOutsideSubnet")

    static func findings(in context: RuleContext) -> [Finding] {
        let addresses = context.addresses
        guard let block = addresses.staticBlock, let masters = addresses.masters else { return [] }
        let subnet = block.subnet.map { addresses.subnets[$0] }
        let ranges: [IPv4Prefix]
        if let prefix = subnet?.prefix {
            guard subnet?.hasPossibleSize == true else { return [] }
            ranges = [prefix]
        } else {
            ranges = addresses.vnet.compactMap(\.prefix)
        }
        guard !ranges.isEmpty else { return [] }
        let place = subnet?.prefix.map { "the masters' subnet \($0)" } ?? "the VNet's ranges"
        let start = ranges.first.flatMap(StaticBlock.standardStart)
        var findings: [Finding] = []
        let wrong = block.masters.filter { !canAssign($0, in: ranges) }
        if !wrong.isEmpty || block.masters.count < masters.count {
            let names = wrong.map { "\($0)" }.joined(separator: ", ")
            findings.append(
                Finding(
                    id, .error, at: block.firstPath,
                    "the masters' \(wrong.count == 1 ? "address" : "addresses") \(names) "
                        + "cannot be assigned in \(place): Azure keeps the first four and the last",
                    remedy: start.map { "write firstConsecutiveStaticIP: \($0)" }))
        }
        if let balancer = block.loadBalancer, !canAssign(balancer, in: ranges) {
            let isSaid = context.properties.masterProfile.internalLoadBalancerIP != nil
            findings.append(
                Finding(
                    id, .error, at: isSaid ? block.loadBalancerPath : block.firstPath,
                    "the internal load balancer's address \(balancer) cannot be assigned in \(place): "
                        + (isSaid
                            ? "Azure keeps the first four and the last"
                            : "it is \(StaticBlock.loadBalancerOffset) after the first master's"),
                    remedy: "write an internalLoadBalancerIP that is free in \(place)"))
        }
        return findings
    }

    /// Whether the model's fixed addresses are all assignable: other rules about them speak only then.
    static func holds(in context: RuleContext) -> Bool { findings(in: context).isEmpty }

    private static func canAssign(_ address: IPv4Address, in ranges: [IPv4Prefix]) -> Bool {
        ranges.contains { AzureSubnet($0).canAssign(address) }
    }
}
