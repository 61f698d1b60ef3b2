import AddressPlan
import ClusterModel
import Findings

/// A pool or the jumpbox has a name that is another machine's already.
///
/// Machines are called `CLUSTER-master-0` and `CLUSTER-POOL-0`, and Azure compares names without regard to case. The second
/// of two resources with one name replaces the first in the template, or Azure answers `InvalidTemplate`: "resource … is
/// defined multiple times". Reports also call the masters by the word `masters`, and the jumpbox `jumpbox`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: master
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
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
/// ```
///
/// Source: Microsoft Learn, "Resolve errors for invalid template": resource defined multiple times.
enum ResourceNameTaken: Rule {
    static let id = RuleID("AZ011", "ResourceNameTaken")

    static func findings(in context: RuleContext) -> [Finding] {
        let pools = context.pools.compactMap { pool, path -> Finding? in
            guard let name = pool.name?.lowercased() else { return nil }
            let isSingle = pool.machine.availabilityProfile == .availabilitySet
            guard isSingle && name == "master" || name == "masters" || name == "jumpbox" else { return nil }
            return Finding(
                id, .error, at: path["name"],
                name == "master"
                    ? "the pool's machines would have the masters' names"
                    : "\"\(name)\" is what reports call other machines",
                remedy: "give the pool another name")
        }
        return pools + jumpbox(context)
    }

    private static func jumpbox(_ context: RuleContext) -> [Finding] {
        guard let cluster = context.kubernetesConfig.network.privateCluster, cluster.enabled,
            let name = cluster.jumpboxProfile?.name?.lowercased(),
            let prefix = context.properties.masterProfile.dnsPrefix?.lowercased()
        else { return [] }
        // The box's security group is called after it, as the cluster's is after the cluster.
        var taken = name == prefix ? "the security group of the cluster" : nil
        var groups: [(name: String, count: Int)] = [("master", context.properties.masterProfile.count ?? 0)]
        for pool in context.properties.agentPoolProfiles
        where pool.machine.availabilityProfile == .availabilitySet {
            groups.append((pool.name ?? "", pool.count ?? 0))
        }
        for (group, count) in groups {
            let start = "\(prefix)-\(group)-"
            guard name.hasPrefix(start), let number = Int(name.dropFirst(start.count)),
                (0..<max(0, count)).contains(number)
            else { continue }
            taken = "machine \(name)"
        }
        guard let taken else { return [] }
        return [
            Finding(
                id, .error, at: Paths.kubernetesConfig["privateCluster"]["jumpboxProfile"]["name"],
                "the jumpbox would have the name of \(taken)", remedy: "give it another name")
        ]
    }
}
