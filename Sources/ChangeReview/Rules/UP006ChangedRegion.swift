import Findings
import NetworkPlan

/// The cluster would be in another region.
///
/// Nothing in Azure moves to another region: it answers `InvalidResourceLocation` for every resource that is there. A region
/// that the model did not say was the resource group's.
///
/// ## Before
/// ```yaml
/// location: westeurope
/// ```
///
/// ## Wrong
/// ```yaml
/// location: northeurope
/// ```
///
/// ## Right
/// ```yaml
/// location: West Europe
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Resolve errors for invalid resource locations".
enum ChangedRegion: ChangeRule {
    static let id = RuleID("UP006", "ChangedRegion")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map { key in
            guard key.isWhole else {
                return key.change(
                    self, .needsNewCluster, "no resource moves to another region (InvalidResourceLocation)",
                    machines: context.old.allMachines)
            }
            let names = context.old.plan.apiServer.subjectAltNames
            guard names != context.new.plan.apiServer.subjectAltNames else {
                return key.change(self, .inPlace, staying)
            }
            return key.change(
                self, .replacesNodes, "\(staying); the API server's certificate gets its public name by it",
                machines: [ClusterSide.masters])
        }
    }

    private static let staying =
        "right as long as it is the region in which the cluster runs (InvalidResourceLocation)"
}
