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
        let atlas = context.tracer.atlas
        return context.properties.networkProfile.expect.enumerated().compactMap { index, text -> Finding? in
            do throws(Expectation.Malformed) {
                _ = try Expectation(text, atlas)
                return nil
            } catch {
                return Finding(
                    id, .error, at: Paths.networkProfile["expect"][index],
                    "\"\(text)\" is no statement: \(error.reason)",
                    remedy: "write FROM -> TO[:PORT[/tcp|/udp]] allowed|denied [via WAY] [, source WHOSE]")
            }
        }
    }
}
