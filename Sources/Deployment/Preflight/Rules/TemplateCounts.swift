import JSONText

/// How many resources a template makes, loops counted out.
enum TemplateCounts {
    /// Resources of `type` in `template` and the templates inside it.
    static func count(_ type: String, in template: JSONValue) -> Int {
        (template["resources"]?.array ?? []).reduce(0) { sum, resource in
            let inner = resource["properties"]?["template"].map { count(type, in: $0) } ?? 0
            let own = resource["type"]?.string?.lowercased() == type.lowercased() ? 1 : 0
            return sum + (own + inner) * (resource["copy"]?["count"]?.integer ?? 1)
        }
    }
}
