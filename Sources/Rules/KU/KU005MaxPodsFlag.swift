import ClusterModel
import Findings

/// kubelet's `--max-pods` is no whole number, or less than 5.
///
/// Source: acs-engine, validation of `--max-pods`.
enum MaxPodsFlag: Rule {
    static let id = RuleID("KU005", "MaxPodsFlag")

    static func findings(in context: RuleContext) -> [Finding] {
        context.kubeletMaps.compactMap { flags, path in
            guard let text = flags["--max-pods"] else { return nil }
            if let number = Int(text), number >= 5 { return nil }
            return Finding(
                id, .error, at: path["--max-pods"],
                "--max-pods is \"\(text)\"; it must be a whole number from 5 to 250",
                remedy: "write \"30\"")
        }
    }
}
