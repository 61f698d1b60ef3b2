public import Findings

/// What a new model does to the running cluster of an old one.
///
/// Pure: two models with their plans go in, a typed list comes out. Each kind of change is a file in `Rules`.
public struct ChangeReview: Sendable {
    /// The changes, in the order of the rules.
    public let changes: [Change]
    /// The addresses of each subnet before, during and after.
    public let addresses: [AddressesOfChange]
    /// What is done, in its order; empty where nothing changes or something is impossible.
    public let steps: [ChangeStep]

    /// The review of `new` against the running `old`.
    public init(from old: ClusterSide, to new: ClusterSide) {
        let context = ChangeContext(old, new)
        var changes = ChangeBook.rules.flatMap { $0.changes(in: context) }
        changes += NoRoomForChange.changes(in: context, after: changes)
        self.changes = changes
        addresses = AddressesOfChange.all(context, changes)
        steps = ChangeStep.all(context, changes)
    }

    /// The worst that happens; nil where nothing does.
    public var effect: ChangeEffect? { changes.map(\.effect).max() }
}

/// What can be said when there is nothing to compare with.
public enum ChangeReviewRule {
    /// The old model cannot be planned, so nobody can tell what a change does.
    ///
    /// It may be another kind of file, or say less than a cluster needs. Errors that a newer slipway finds in an old model
    /// do not matter as long as its plan can be made.
    ///
    /// ## Wrong
    /// `slipway validate cluster.yaml --against package.json`
    ///
    /// ## Right
    /// `slipway validate cluster.yaml --against git:main`
    ///
    /// Severity: error.
    /// Source: docs/change-review.md.
    public static let unusableOldModel = RuleID("UP032", "UnusableOldModel")
}
