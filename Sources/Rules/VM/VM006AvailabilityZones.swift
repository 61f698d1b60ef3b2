import AddressPlan
import Catalogue
import ClusterModel
import Findings

/// Zones together with an availability set, zones that are none, or zones in a region without.
///
/// Azure answers `InvalidParameter` or `ZonesNotAllowed…`.
///
/// ## Wrong
/// ```yaml
/// location: westus
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityZones: ["1", "2"]
/// ```
///
/// ## Right
/// ```yaml
/// location: westeurope
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityZones: ["1", "2"]
/// ```
///
/// Source: Microsoft Learn, "Availability zones"; apimodels/regions.tsv.
enum AvailabilityZones: Rule {
    static let id = RuleID("VM006", "AvailabilityZones")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.flatMap { machine, path, _ -> [Finding] in
            let zones = machine.availabilityZones
            guard !zones.isEmpty else { return [] }
            let place = path["availabilityZones"]
            var findings: [Finding] = []
            if machine.availabilityProfile == .availabilitySet {
                findings.append(
                    Finding(
                        id, .error, at: place, "an availability set has no zones",
                        remedy: "remove availabilityZones, or availabilityProfile: AvailabilitySet"))
            }
            var seen: Set<String> = []
            for (index, zone) in zones.enumerated() {
                if !["1", "2", "3"].contains(zone) {
                    findings.append(
                        Finding(
                            id, .error, at: place[index],
                            "\"\(zone)\" is no zone; zones are \"1\", \"2\", \"3\""))
                } else if !seen.insert(zone).inserted {
                    findings.append(
                        Finding(id, .error, at: place[index], "zone \(zone) stands twice in the list"))
                }
            }
            if let region = context.cluster.location.flatMap({ context.catalogues.regions[$0] }),
                region.zones.isEmpty
            {
                findings.append(
                    Finding(
                        id, .error, at: place, "region \(region.name) has no zones",
                        remedy: "remove availabilityZones, or choose a region that has them"))
            }
            return findings
        }
    }
}
