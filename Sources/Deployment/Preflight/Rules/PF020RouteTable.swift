import Addressing
import Findings
import JSONText
import NetworkPlan

/// The route table of an existing subnet must leave a way to the internet and between the machines.
enum PF020RouteTable: PreflightRule {
    static let id = RuleID("PF020", "RouteTable")

    static func findings(in context: PreflightContext) -> [Finding] {
        var findings: [Finding] = []
        for subnet in context.subnets {
            guard let live = context.live(subnet.id), let table = live.routeTable,
                let routes = context.facts.body(.routeTable(table))?["properties"]?["routes"]?.array
            else { continue }
            let name = table.split(separator: "/").last.map(String.init) ?? table
            for route in routes {
                guard let properties = route["properties"], let text = properties["addressPrefix"]?.string,
                    let prefix = IPv4Prefix(text), let hop = properties["nextHopType"]?.string
                else { continue }
                let route = "\(route["name"]?.string ?? "?") (\(prefix))"
                if prefix.length == 0, hop.lowercased() == "none" {
                    findings.append(
                        Finding(
                            id, .error, at: subnet.path,
                            "the route \(route) of the table \(name) drops everything that leaves the VNet from the subnet "
                                + "\(subnet.plan.name): machines cannot fetch their programs",
                            remedy: "have the route changed, or take another subnet"))
                } else if prefix.length == 0, hop.lowercased() == "virtualappliance" {
                    let appliance = properties["nextHopIpAddress"]?.string ?? "?"
                    findings.append(
                        Finding(
                            id, .info, at: subnet.path,
                            "everything that leaves the VNet from the subnet \(subnet.plan.name) goes through \(appliance) "
                                + "(route \(route) of the table \(name)): it must let machines fetch their programs",
                            remedy: "docs/network lists the destinations"))
                } else if hop.lowercased() != "vnetlocal",
                    live.prefixes.contains(where: { prefix.overlaps($0) }) && prefix.length > 0
                {
                    findings.append(
                        Finding(
                            id, .error, at: subnet.path,
                            "the route \(route) of the table \(name) takes traffic within the subnet \(subnet.plan.name) to "
                                + "\(hop): machines and pods do not reach each other",
                            remedy: "have the route removed, or give it the next hop VNetLocal"))
                }
            }
        }
        return findings
    }
}
