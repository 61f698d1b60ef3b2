import Catalogue
import ClusterModel
import Findings

/// A flag of a component that does not begin with `--`, or whose name or value holds characters that no flag has.
///
/// A character that ends a flag lets the rest of the value become another flag, on every node.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       kubeletConfig:
///         v: "2"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       kubeletConfig:
///         --v: "2"
/// ```
///
/// Source: acs-engine, `kubeletConfig` and its siblings.
enum FlagForm: Rule {
    static let id = RuleID("KU002", "FlagForm")

    static func findings(in context: RuleContext) -> [Finding] {
        context.flagMaps.flatMap { component, flags, path in
            flags.entries.compactMap { entry in
                let name = entry.key.utf8.dropFirst(2)
                let isFlag =
                    entry.key.hasPrefix("--") && !name.isEmpty
                    && name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
                if !isFlag {
                    return Finding(
                        id, .error, at: path[entry.key], part: .key, "\"\(entry.key)\" is no flag",
                        remedy: "write --\(entry.key.drop { $0 == "-" })")
                }
                // kubelet's flags of a pool stand in one line of a systemd file, where these would end a flag or begin a
                // variable.
                let isLine = component == .kubelet
                guard
                    entry.value.utf8.contains(where: {
                        $0 < 0x20 || $0 == 0x7F || isLine && " \"'\\$".utf8.contains($0)
                    })
                else { return nil }
                return Finding(
                    id, .error, at: path[entry.key],
                    "the value of \(entry.key) has a character in it that no flag has: "
                        + (isLine
                            ? "a blank, quote, backslash, $ or control character" : "a control character"))
            }
        }
    }
}
