public import ChangeReview
public import Findings

/// What a model does to a running cluster, as reports show it.
public struct ComparedModel: Sendable {
    /// What the model was compared with.
    public enum Outcome: Sendable {
        /// There was none before: it is a new cluster.
        case new
        /// One of the two cannot be planned, as findings say.
        case untold
        /// The old one cannot be read, as a finding says.
        case unreadable
        /// The changes, and where each stood in the old model.
        case reviewed(ChangeReview, oldPlaces: [SourceLocation])
    }

    /// The model's file.
    public let file: String
    /// The old model as it was named.
    public let against: String
    /// What came out.
    public let outcome: Outcome
    /// What the team accepts.
    public let allowed: Set<ChangeEffect>

    /// A comparison.
    public init(file: String, against: String, outcome: Outcome, allowed: Set<ChangeEffect>) {
        self.file = file
        self.against = against
        self.outcome = outcome
        self.allowed = allowed
    }

    /// Whether the old model could not be read.
    public var isUnreadable: Bool { if case .unreadable = outcome { true } else { false } }

    /// Whether nobody needs to consent to `change`, or somebody has.
    func accepts(_ change: Change) -> Bool {
        change.effect.needsNoConsent || (change.effect.canBeAllowed && allowed.contains(change.effect))
    }
}
