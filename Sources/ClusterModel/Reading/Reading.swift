public import Document
public import Findings

/// What a reader of typed values writes its findings to.
public struct Reading: Sendable {
    /// Everything found so far.
    public private(set) var findings: [Finding] = []

    /// Where secrets stand.
    public private(set) var secrets: [SourceSpan] = []

    /// Nothing found yet.
    public init() {}

    /// Takes down `finding`.
    public mutating func report(_ finding: Finding) { findings.append(finding) }

    /// Takes down that `node` must not be shown.
    mutating func conceal(_ node: Node) { secrets.append(node.span) }

    mutating func wrongType(
        _ node: Node, expected: String, at path: ModelPath, remedy: String? = nil, fix: Fix? = nil
    ) {
        report(
            Finding(
                ModelRule.wrongType, .error, at: path, "\(path) must be \(expected); this is \(node.kind)",
                remedy: remedy, fix: fix))
    }

    mutating func notAllowed(
        _ message: String, at path: ModelPath, remedy: String? = nil, fix: Fix? = nil
    ) {
        report(Finding(ModelRule.valueNotAllowed, .error, at: path, message, remedy: remedy, fix: fix))
    }
}
