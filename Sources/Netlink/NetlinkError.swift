public import LinuxSystem

/// What the kernel refused, with its own words where it gave some.
public struct NetlinkError: Error, Sendable, CustomStringConvertible {
    /// The request, the object and `errno`.
    public let cause: SystemCallError
    /// What was asked, nil if the kernel was not reached.
    public let request: MessageKind?
    /// The kernel's explanation, empty if it gave none.
    public let explanation: String

    /// An error.
    public init(_ cause: SystemCallError, request: MessageKind? = nil, explanation: String = "") {
        self.cause = cause
        self.request = request
        self.explanation = explanation
    }

    /// Request, object, reason and explanation.
    public var description: String {
        explanation.isEmpty ? cause.description : "\(cause.description): \(explanation)"
    }
}
