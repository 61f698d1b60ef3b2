/// What the runtime asks for.
public enum CNICommand: String, CaseIterable, Sendable {
    case add = "ADD"
    case delete = "DEL"
    case check = "CHECK"
    case collect = "GC"
    case status = "STATUS"
    case version = "VERSION"

    /// The oldest version of the specification that has the command.
    public var since: CNIVersion {
        switch self {
        case .add, .delete, .version: .v010
        case .check: .v040
        case .collect, .status: .v110
        }
    }
}
