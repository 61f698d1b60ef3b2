import ClusterModel
import Findings

/// Two tags differ in the case of letters only.
///
/// Azure compares names of tags without regard to case and refuses the resource, or keeps one of the two values.
///
/// ## Wrong
/// ```yaml
/// tags:
///   Team: shop
///   team: payments
/// ```
///
/// ## Right
/// ```yaml
/// tags:
///   team: shop
/// ```
///
/// Source: Microsoft Learn, "Use tags to organize your Azure resources": tag names are case-insensitive.
enum DuplicateTags: Rule {
    static let id = RuleID("AZ008", "DuplicateTags")

    static func findings(in context: RuleContext) -> [Finding] {
        check(context.cluster.tags, at: ModelPath.root["tags"])
            + context.machines.flatMap { check($0.machine.customVMTags, at: $0.path["customVMTags"]) }
    }

    private static func check(_ tags: StringMap, at path: ModelPath) -> [Finding] {
        var seen: [String: String] = [:]
        return tags.entries.compactMap { entry in
            guard let first = seen.updateValue(entry.key, forKey: entry.key.lowercased()), first != entry.key
            else { return nil }
            return Finding(
                id, .error, at: path[entry.key], part: .key,
                "tags \"\(first)\" and \"\(entry.key)\" are the same name for Azure",
                remedy: "keep one of the two")
        }
    }
}
