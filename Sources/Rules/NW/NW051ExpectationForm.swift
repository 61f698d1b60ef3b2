import AddressPlan
import ClusterModel
import Findings
import NetworkTopology
import Reachability

/// A statement of `expect` cannot be read.
///
/// It would check nothing.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     expect:
///       - "pod:agent -> internet allowed"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     expect:
///       - "pod:agents -> internet allowed"
/// ```
///
/// Source: docs/network/expectations.md.
enum ExpectationForm: Rule {
    static let id = RuleID("NW051", "ExpectationForm")

    static func findings(in context: RuleContext) -> [Finding] {
        context.properties.networkProfile.expect.enumerated().compactMap { index, text in
            finding(about: text, at: Paths.networkProfile["expect"][index], context.tracer)
        }
    }

    /// What is to be said about the form of the statement `text`; nil if it can be read.
    static func finding(about text: String, at path: ModelPath, _ tracer: Tracer) -> Finding? {
        do throws(Expectation.Malformed) {
            _ = try Expectation(text, tracer.atlas)
            return nil
        } catch {
            return Finding(
                id, .error, at: path, "\"\(text)\" is no statement: \(error.reason)",
                remedy: "write FROM -> TO[:PORT[/tcp|/udp]] allowed|denied [via WAY] [, source WHOSE]")
        }
    }
}
