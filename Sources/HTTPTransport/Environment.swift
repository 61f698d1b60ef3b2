#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// The environment's variables.
public struct Environment: Sendable {
    private let read: @Sendable (String) -> String?

    /// The process's own.
    public static let process = Environment { name in unsafe getenv(name).map { unsafe String(cString: $0) } }

    /// Given variables.
    public init(_ variables: [String: String]) { self.init { variables[$0] } }

    private init(_ read: @escaping @Sendable (String) -> String?) { self.read = read }

    /// The variable `name`, nil where it is not set or empty.
    public subscript(name: String) -> String? {
        guard let value = read(name), !value.isEmpty else { return nil }
        return value
    }
}
