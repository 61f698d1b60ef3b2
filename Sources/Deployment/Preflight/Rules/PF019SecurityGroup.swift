import AddressPlan
import Addressing
import Findings
import JSONText
import NetworkPlan

/// The network security group of an existing subnet must let the cluster's own traffic pass: between machines, to the API
/// server, and the load balancers' probes.
enum PF019SecurityGroup: PreflightRule {
    static let id = RuleID("PF019", "SecurityGroup")

    static func findings(in context: PreflightContext) -> [Finding] {
        var findings: [Finding] = []
        for subnet in context.subnets {
            guard let live = context.live(subnet.id), let group = live.securityGroup,
                let value = context.facts.body(.securityGroup(group)), let prefix = live.prefixes.first,
                let node = prefix.address(at: AzureSubnet.reservedAtStart),
                let other = prefix.address(at: prefix.size - 2)
            else { continue }
            let network =
                (context.facts.body(.network(subnet.id.virtualNetworkID))?["properties"]?["addressSpace"]?[
                    "addressPrefixes"]?.array ?? []).compactMap { $0.string.flatMap { IPv4Prefix($0) } }
            let rules = SecurityGroupRules(value, network: network.isEmpty ? live.prefixes : network)
            let name = group.split(separator: "/").last.map(String.init) ?? group
            var seen: Set<String> = []
            for flow in flows(node, other, hasMasters: subnet.plan.hasMasters, context) {
                guard let denial = rules.denial(of: flow), seen.insert(denial).inserted else { continue }
                findings.append(
                    Finding(
                        id, .error, at: subnet.path,
                        "the network security group \(name) of the subnet \(subnet.plan.name) denies \(flow.purpose): rule "
                            + denial,
                        remedy: "ask its owner for a rule of a lower priority number that allows it"))
            }
        }
        return findings
    }

    /// Traffic within the subnet, from one machine or pod to another.
    private static func flows(
        _ from: IPv4Address, _ to: IPv4Address, hasMasters: Bool, _ context: PreflightContext
    ) -> [SecurityGroupRules.Flow] {
        var ports: [(Int, Bool, String)] = [
            (10250, true, "kubelet's port 10250"), (53, false, "DNS between pods (53/udp)"),
            (8080, true, "traffic between pods (8080/tcp)"),
        ]
        if hasMasters {
            ports += [
                (context.plan.apiServer.port, true, "the API server's port"),
                (2380, true, "etcd's port 2380"),
            ]
        }
        var flows: [SecurityGroupRules.Flow] = []
        for (port, isTCP, purpose) in ports {
            for isInbound in [true, false] {
                flows.append(
                    SecurityGroupRules.Flow(
                        isInbound: isInbound, isTCP: isTCP, port: port, source: from, destination: to,
                        purpose: "\(purpose) \(isInbound ? "inbound" : "outbound")"))
            }
        }
        if hasMasters {
            flows.append(
                SecurityGroupRules.Flow(
                    isInbound: true, isTCP: true, port: context.plan.apiServer.port,
                    source: SecurityGroupRules.platformAddress, destination: to,
                    purpose: "the load balancer's health probes inbound"))
        }
        return flows
    }
}
