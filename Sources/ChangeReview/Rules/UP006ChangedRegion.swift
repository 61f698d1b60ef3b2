import Findings

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
            if key.isWhole {
                return key.change(
                    self, .inPlace,
                    "right as long as it is the region in which the cluster runs; elsewhere Azure answers "
                        + "InvalidResourceLocation")
            }
            return key.change(
                self, .needsNewCluster, "no resource moves to another region (InvalidResourceLocation)")
        }
    }
}
