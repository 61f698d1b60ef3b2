import Catalogue
import ClusterModel
import Findings

/// The region is none that slipway knows.
///
/// Only a warning: Azure opens regions, and this table is of one day.
///
/// A misspelt region is refused by Azure with `LocationNotAvailableForResourceType` or
/// `NoRegisteredProviderFound`.
///
/// ## Wrong
/// ```yaml
/// location: westeurop
/// ```
///
/// ## Right
/// ```yaml
/// location: westeurope
/// ```
///
/// Source: apimodels/regions.tsv.
enum UnknownRegion: Rule {
    static let id = RuleID("AZ002", "UnknownRegion")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let location = context.cluster.location, context.catalogues.regions[location] == nil else {
            return []
        }
        let names = context.catalogues.regions.all.map(\.name)
        return [
            Finding(
                id, .warning, at: ModelPath.root["location"],
                "\"\(location)\" is no region that slipway knows",
                remedy: Spelling.nearest(to: location, among: names).map { "write \($0)" })
        ]
    }
}
