import ClusterModel
import Findings

/// A flag of a component that does not begin with `--`, or holds other characters than a flag has.
///
/// Source: acs-engine, `kubeletConfig` and its siblings.
enum FlagForm: Rule {
    static let id = RuleID("KU002", "FlagForm")

    static func findings(in context: RuleContext) -> [Finding] {
        context.flagMaps.flatMap { _, flags, path in
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
                guard entry.value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
                return Finding(
                    id, .error, at: path[entry.key], "the value of \(entry.key) has a control character in it")
            }
        }
    }
}
