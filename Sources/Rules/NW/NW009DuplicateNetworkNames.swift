import AddressPlan
import ClusterModel
import Findings

/// Two subnets, peerings or sites of `networkProfile` have one name; Azure compares names without regard to case.
///
/// The second would replace the first in the template, or Azure answers `InvalidRequestFormat`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///       - name: HUB
///         addressSpace: [10.10.0.0/16]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///       - name: lab
///         addressSpace: [10.10.0.0/16]
/// ```
///
/// Source: Microsoft Learn, "Naming rules and restrictions for Azure resources".
enum DuplicateNetworkNames: Rule {
    static let id = RuleID("NW009", "DuplicateNetworkNames")

    static func findings(in context: RuleContext) -> [Finding] {
        let network = context.properties.networkProfile
        return check(network.subnets.map(\.name), "subnets") + check(network.peerings.map(\.name), "peerings")
            + check(network.onPremises.map(\.name), "onPremises")
    }

    private static func check(_ names: [String?], _ key: String) -> [Finding] {
        var seen: Set<String> = []
        return names.enumerated().compactMap { index, name in
            guard let name, !seen.insert(name.lowercased()).inserted else { return nil }
            return Finding(
                id, .error, at: Paths.networkProfile[key][index]["name"], "\(key) has \"\(name)\" already",
                remedy: "give it a name of its own")
        }
    }
}
