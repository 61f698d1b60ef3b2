public import Findings

/// What reports say about the program that wrote them.
public struct ToolFacts: Sendable {
    /// slipway's version.
    public let version: String
    /// The severity from which a finding fails the run.
    public let failsFrom: Severity

    /// The facts.
    public init(version: String, failsFrom: Severity) {
        self.version = version
        self.failsFrom = failsFrom
    }
}
