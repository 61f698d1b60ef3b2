import Findings

/// Ranges that see pods' own addresses change: of peers, of sites, of networks behind them; or pods with public addresses.
///
/// Nodes hide pods' addresses from all but these ranges. They know them from their custom data, so pods are hidden from a
/// new neighbour, or shown to one that has gone, until the machines have been replaced.
///
/// ## Before
/// ```yaml
/// properties:
///   networkProfile:
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16, 172.20.0.0/16]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
/// ```
///
/// Severity: error, info.
/// Source: docs/network/README.md; docs/plugin.md.
enum ChangedKnownRanges: ChangeRule {
    static let id = RuleID("UP026", "ChangedKnownRanges")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map { key in
            guard context.changesKnownRanges else {
                return key.change(self, .inPlace, "nodes hide pods' addresses from the same ranges as before")
            }
            return key.change(
                self, .replacesNodes,
                "nodes hide pods' addresses by these ranges, and know them from their custom data, which Azure keeps as it "
                    + "was made", machines: context.allKept)
        }
    }
}
