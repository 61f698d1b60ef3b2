/// What a change does to a running cluster; the later the worse.
public enum ChangeEffect: String, Sendable, CaseIterable, Comparable {
    /// The next deployment makes it, and no machine is touched.
    case inPlace = "in-place"
    /// Machines join; those that are there stay as they are.
    case addsNodes = "add-nodes"
    /// Machines are drained, deleted and made anew, one after the other.
    case replacesNodes = "replace-nodes"
    /// Machines go, with their disks.
    case removesNodes = "remove-nodes"
    /// The cluster stays what it is; only another one can be so.
    case needsNewCluster = "new-cluster"
    /// Azure or Kubernetes refuses it, or the cluster cannot work so.
    case impossible

    /// The effect in words.
    public var words: String {
        switch self {
        case .inPlace: "in place"
        case .addsNodes: "adds nodes"
        case .replacesNodes: "replaces nodes one by one"
        case .removesNodes: "removes nodes"
        case .needsNewCluster: "needs a new cluster"
        case .impossible: "impossible"
        }
    }

    /// Whether the deployment does it without anybody's consent.
    public var needsNoConsent: Bool { self <= .addsNodes }

    /// Whether a team can consent to it; nobody can to what is impossible.
    public var canBeAllowed: Bool { !needsNoConsent && self != .impossible }

    /// In the order of the cases.
    public static func < (left: ChangeEffect, right: ChangeEffect) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .inPlace: 0
        case .addsNodes: 1
        case .replacesNodes: 2
        case .removesNodes: 3
        case .needsNewCluster: 4
        case .impossible: 5
        }
    }
}
