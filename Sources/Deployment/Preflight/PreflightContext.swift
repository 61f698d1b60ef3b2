import AddressPlan
import Azure
import Findings
import JSONText
import NetworkPlan

/// What a rule of preflight judges by.
struct PreflightContext: Sendable {
    let cluster: ClusterToDeploy
    let target: DeploymentTarget
    let facts: Facts

    var plan: ClusterPlan { cluster.plan }

    /// The region: the model's or the command's, else that of the group.
    var location: String? { target.location ?? facts.body(.group)?["location"]?.string }

    /// Existing subnets of the cluster with what is planned for them and where the model speaks of them.
    var subnets: [(plan: SubnetPlan, id: SubnetID, path: ModelPath)] {
        plan.network.subnets.compactMap { subnet in
            guard let id = subnet.id else { return nil }
            let demand = cluster.addresses.subnets.first { demand in
                if case .existing(let other) = demand.origin {
                    other.text.lowercased() == id.text.lowercased()
                } else {
                    false
                }
            }
            return (subnet, id, demand?.path ?? Paths.masterProfile["vnetSubnetID"])
        }
    }

    /// The live subnet of `id`.
    func live(_ id: SubnetID) -> LiveSubnet? { facts.body(.subnet(id.text)).flatMap { LiveSubnet($0) } }

    /// Names of the cluster's own resources that are there already, by type in lower case.
    var existing: [String: Set<String>] {
        var names: [String: Set<String>] = [:]
        for resource in facts.list(.resources) ?? [] where Ownership.isTagged(resource, plan.name) {
            guard let type = resource["type"]?.string, let name = resource["name"]?.string else { continue }
            names[type.lowercased(), default: []].insert(name.lowercased())
        }
        return names
    }

    /// Whether the cluster has the resource already.
    func has(_ type: String, _ name: String) -> Bool {
        existing[type.lowercased()]?.contains(name.lowercased()) ?? false
    }

    /// Addresses of a live subnet that this cluster's own interfaces hold already.
    func ownAddresses(in subnet: LiveSubnet) -> Int {
        let own = (existing["microsoft.network/networkinterfaces"] ?? []).union(
            existing["microsoft.compute/virtualmachinescalesets"] ?? [])
        let balancers = existing["microsoft.network/loadbalancers"] ?? []
        return subnet.holders.count { id in
            guard target.owns(id) else { return false }
            let parts = id.lowercased().split(separator: "/").map(String.init)
            guard parts.count > 7 else { return false }
            return own.contains(parts[7]) || balancers.contains(parts[7])
        }
    }

    /// Machines of a pool that are there already.
    func existingMachines(of pool: PoolPlan) -> Int {
        let machines = existing["microsoft.compute/virtualmachines"] ?? []
        return (0..<pool.count).count { machines.contains("\(pool.resourceName)-\($0)".lowercased()) }
    }
}

/// What belongs to a cluster.
enum Ownership {
    /// The tag that every resource of a cluster has, with its name.
    static let tag = "slipway-cluster"

    /// Whether `resource` carries the tag of the cluster `name`.
    static func isTagged(_ resource: JSONValue, _ name: String) -> Bool {
        resource["tags"]?[tag]?.string?.lowercased() == name.lowercased()
    }
}
