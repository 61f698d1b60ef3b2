import AddressPlan
import ClusterModel
import Findings

/// All masters stand in one zone.
///
/// A zone that fails takes etcd's majority with it, and the cluster with that.
///
/// ## Wrong
/// ```yaml
/// location: westeurope
/// properties:
///   masterProfile:
///     availabilityZones: ["1"]
/// ```
///
/// ## Right
/// ```yaml
/// location: westeurope
/// properties:
///   masterProfile:
///     availabilityZones: ["1", "2", "3"]
/// ```
///
/// Source: Kubernetes, "Running in multiple zones"; Microsoft Learn, "Availability zones".
enum OneZone: Rule {
    static let id = RuleID("VM018", "OneZone")

    static func findings(in context: RuleContext) -> [Finding] {
        let profile = context.properties.masterProfile
        let zones = Set(profile.machine.availabilityZones)
        guard (profile.count ?? 0) > 1, zones.count == 1, let zone = zones.first else { return [] }
        return [
            Finding(
                id, .warning, at: Paths.masterProfile["availabilityZones"],
                "all \(profile.count ?? 0) masters stand in zone \(zone)",
                remedy: "write [\"1\", \"2\", \"3\"]")
        ]
    }
}
