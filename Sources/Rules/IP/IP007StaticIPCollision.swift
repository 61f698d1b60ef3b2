import AddressPlan
import Addressing
import ClusterModel
import Findings

/// A fixed address is taken twice, is held by others, or may be given to a node before its owner comes.
///
/// Azure gives dynamic addresses from the fifth address of a subnet upwards. A node that is made before a master can hold
/// the master's address, and the master fails with `PrivateIPAddressIsAllocated`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     firstConsecutiveStaticIP: 10.255.255.5
///     internalLoadBalancerIP: 10.255.255.6
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     firstConsecutiveStaticIP: 10.255.255.5
///     internalLoadBalancerIP: 10.255.255.15
/// ```
///
/// Source: Microsoft Learn, "Private IP addresses"; docs/address-plan.md.
enum StaticIPCollision: Rule {
    static let id = RuleID("IP007", "StaticIPCollision")

    static func findings(in context: RuleContext) -> [Finding] {
        let addresses = context.addresses
        guard let block = addresses.staticBlock else { return [] }
        var findings: [Finding] = []
        let isBalancerSaid = context.properties.masterProfile.internalLoadBalancerIP != nil
        let balancerPath = isBalancerSaid ? block.loadBalancerPath : block.firstPath
        if let balancer = block.loadBalancer, let index = block.masters.firstIndex(of: balancer) {
            findings.append(
                Finding(
                    id, .error, at: balancerPath,
                    "the internal load balancer's address \(balancer) is that of master \(index)",
                    remedy: block.masters.last?.advanced(by: 1).map { "write internalLoadBalancerIP: \($0)" })
            )
        }
        let held = Set(addresses.subnets.flatMap(\.inUse).compactMap(\.address))
        for address in block.masters where held.contains(address) {
            findings.append(
                Finding(
                    id, .error, at: block.firstPath, "the master's address \(address) is in use by others",
                    remedy: "choose a firstConsecutiveStaticIP whose block is free"))
        }
        if let balancer = block.loadBalancer, held.contains(balancer) {
            findings.append(
                Finding(
                    id, .error, at: balancerPath,
                    "the internal load balancer's address \(balancer) is in use by others",
                    remedy: "choose another internalLoadBalancerIP"))
        }
        if let warning = reach(of: block, in: context) { findings.append(warning) }
        return findings
    }

    /// A warning where dynamic addresses can reach the block.
    private static func reach(of block: StaticBlock, in context: RuleContext) -> Finding? {
        guard let index = block.subnet else { return nil }
        let subnet = context.addresses.subnets[index]
        guard subnet.hasPossibleSize, let prefix = subnet.prefix, let usable = subnet.usable,
            subnet.needed <= usable,
            subnet.dynamic > 0, StaticIPOutsideSubnet.holds(in: context), let lowest = block.addresses.min(),
            let first = prefix.address(at: AzureSubnet.reservedAtStart)
        else { return nil }
        let last = Int(first.bits) + subnet.dynamic - 1
        guard last >= Int(lowest.bits) else { return nil }
        let reached = IPv4Address(bits: UInt32(clamping: min(last, Int(prefix.last.bits))))
        return Finding(
            id, .warning, at: block.firstPath,
            "Azure may give the fixed address \(lowest) to a node first: \(subnet.dynamic) dynamic addresses reach from "
                + "\(first) to \(reached)",
            remedy: "use a larger subnet, or let the block begin above \(reached)")
    }
}
