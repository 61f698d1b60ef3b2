/// A version of the CNI specification.
public enum CNIVersion: String, CaseIterable, Comparable, Sendable {
    case v010 = "0.1.0"
    case v020 = "0.2.0"
    case v030 = "0.3.0"
    case v031 = "0.3.1"
    case v040 = "0.4.0"
    case v100 = "1.0.0"
    case v110 = "1.1.0"

    /// What an error says when the request's version is unknown.
    public static let fallback = CNIVersion.v100

    /// The newest one.
    public static let newest = CNIVersion.v110

    /// By age.
    public static func < (left: CNIVersion, right: CNIVersion) -> Bool {
        left.order < right.order
    }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
