public import JSONText

/// A change of a model that mends a finding, in terms of the model; whoever has the text turns it into an edit.
public struct Fix: Hashable, Sendable {
    /// One change.
    public enum Change: Hashable, Sendable {
        /// The scalar at the path gets another value.
        case replace(ModelPath, JSONValue)
        /// The key of the member at the path gets another name.
        case rename(ModelPath, String)
        /// The member or element at the path goes, with its key.
        case remove(ModelPath)
        /// The object at the path's parent gets a member of the path's last key; objects between are made.
        case add(ModelPath, JSONValue)

        /// What it is about.
        public var path: ModelPath {
            switch self {
            case .replace(let path, _), .rename(let path, _), .remove(let path), .add(let path, _): path
            }
        }
    }

    /// The changes, all or none.
    public let changes: [Change]
    /// Whether the cluster that the model describes stays what it is, or the model was refused and can mean nothing
    /// else. What costs money, moves addresses or takes something away is not safe.
    public let isSafe: Bool

    /// A fix of several changes.
    public init(changes: [Change], isSafe: Bool) {
        self.changes = changes
        self.isSafe = isSafe
    }

    /// A fix that may be made without asking.
    public static func safe(_ changes: Change...) -> Fix { Fix(changes: changes, isSafe: true) }
    /// A fix that somebody should look at.
    public static func unsafe(_ changes: Change...) -> Fix { Fix(changes: changes, isSafe: false) }
}
