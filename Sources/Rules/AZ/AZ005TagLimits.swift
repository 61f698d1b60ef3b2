import AddressPlan
import ClusterModel
import Findings

/// Tags beyond Azure's limits: 50 a resource, names of 512 and values of 256 characters, none of `<>%&\?/` in names.
///
/// Azure answers `InvalidTagNameCharacters`, `TagCountLimitExceeded` or their like and makes nothing.
///
/// ## Wrong
/// ```yaml
/// tags:
///   team/owner: shop
/// ```
///
/// ## Right
/// ```yaml
/// tags:
///   team-owner: shop
/// ```
///
/// Source: Microsoft Learn, "Use tags to organize your Azure resources".
enum TagLimits: Rule {
    static let id = RuleID("AZ005", "TagLimits")
    /// Tags of a resource, less those that slipway adds.
    private static let limit = 50 - 3

    static func findings(in context: RuleContext) -> [Finding] {
        var findings = check(context.cluster.tags, beside: 0, at: ModelPath.root["tags"])
        for (machine, path, _) in context.machines {
            findings += check(
                machine.customVMTags, beside: context.cluster.tags.entries.count, at: path["customVMTags"])
        }
        return findings
    }

    private static func check(_ tags: StringMap, beside others: Int, at path: ModelPath) -> [Finding] {
        var findings: [Finding] = []
        let count = tags.entries.count + others
        if !tags.isEmpty, count > limit {
            findings.append(
                Finding(
                    id, .error, at: path, "\(count) tags on a resource; \(limit) fit beside slipway's own",
                    remedy: "remove \(count - limit)"))
        }
        for entry in tags.entries {
            let reason: String? =
                if entry.key.isEmpty || entry.key.count > 512 {
                    "names have 1 to 512 characters"
                } else if entry.key.contains(where: { "<>%&\\?/".contains($0) }) {
                    "names have none of <>%&\\?/"
                } else if entry.value.count > 256 {
                    "values have 256 characters at most"
                } else {
                    nil
                }
            if let reason {
                findings.append(Finding(id, .error, at: path[entry.key], "tag \"\(entry.key)\": \(reason)"))
            }
        }
        return findings
    }
}
