import AddressPlan
import ClusterModel
import Findings
import NetworkTopology
import Reachability

/// A statement of `expect` does not hold.
///
/// That is what statements are for: a change of the network that breaks what others rely on is seen before it is
/// merged.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     expect:
///       - "pod:agents -> internet allowed, source preserved"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     expect:
///       - "pod:agents -> internet allowed via outbound rule, source outboundRule"
/// ```
///
/// Source: docs/network/expectations.md.
enum ExpectationUnmet: Rule {
    static let id = RuleID("NW050", "ExpectationUnmet")

    static func findings(in context: RuleContext) -> [Finding] {
        context.properties.networkProfile.expect.enumerated().compactMap { index, text in
            finding(about: text, at: Paths.networkProfile["expect"][index], context.tracer)
        }
    }

    /// What is to be said about the statement `text`; nil if it holds or cannot be read.
    static func finding(about text: String, at path: ModelPath, _ tracer: Tracer) -> Finding? {
        guard let expectation = try? Expectation(text, tracer.atlas),
            let failure = expectation.failure(tracer)
        else { return nil }
        let hop = failure.hop.map { "; \($0.stage.rawValue): \($0.text)" } ?? ""
        let place = failure.hop?.path.map { " (\($0))" } ?? ""
        return Finding(
            id, .error, at: path, "\"\(text)\" does not hold: \(failure.reason)\(hop)\(place)",
            remedy: "mend the network, or the statement; slipway trace shows every hop")
    }
}
