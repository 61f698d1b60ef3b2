/// For every key that the reader honours, the rule that knows what its change does.
///
/// A test compares the table with the tables of keys in `Sources/ClusterModel`: no key is without a row.
enum KeyTable {
    /// All rows, in the order of the model.
    static let rows: [KeyRow] = all(
        top, orchestrator, kubernetes, masters, pools, people, network, downloads, provisioning)

    /// The row of each pattern.
    static let byPattern: [String: KeyRow] = Dictionary(
        rows.map { ($0.pattern, $0) }, uniquingKeysWith: { first, _ in first })

    /// What the values say themselves, or what no resource carries, has no rule.
    private static let top: [KeyRow] = [
        KeyRow("apiVersion", nil), KeyRow("id", nil), KeyRow("name", nil), KeyRow("type", nil),
        KeyRow("plan", nil), KeyRow("location", ChangedRegion.self), KeyRow("tags", ChangedTags.self, .map),
    ]

    private static let orchestrator: [KeyRow] = below(
        "properties.orchestratorProfile",
        [
            KeyRow("orchestratorType", nil), KeyRow("orchestratorRelease", KubernetesUpgrade.self),
            KeyRow("orchestratorVersion", KubernetesUpgrade.self),
        ])

    private static let downloads: [KeyRow] = all(
        [KeyRow("properties.downloads", NodeSettings.self, .list(by: "name"))],
        below(
            "properties.downloads[]", rows(of: NodeSettings.self, "name", "url", "sha256")))

    /// How machines come by their programs is in what they get at their first boot.
    private static let provisioning: [KeyRow] = all(
        [KeyRow("properties.provisioning", NodeSettings.self, .object)],
        below(
            "properties.provisioning",
            rows(of: NodeSettings.self, "httpsProxy", "httpProxy", "mirror"),
            [
                KeyRow("noProxy", NodeSettings.self, .set), KeyRow("bundle", NodeSettings.self, .object),
                // What stands in a bundle shows in its SHA-256.
                KeyRow("images", nil, .list(by: "name")),
            ],
            rows(of: NodeSettings.self, "bundle.url", "bundle.sha256"),
            rows(of: nil, "images[].name", "images[].sha256")))

    /// Rows of values that one rule knows.
    static func rows(of rule: (any ChangeRule.Type)?, _ keys: String...) -> [KeyRow] {
        keys.map { KeyRow($0, rule) }
    }

    /// The rows of all `parts`.
    static func all(_ parts: [KeyRow]...) -> [KeyRow] { parts.flatMap { $0 } }

    /// The rows of all `parts` with `prefix` before their patterns.
    static func below(_ prefix: String, _ parts: [KeyRow]...) -> [KeyRow] {
        parts.flatMap { $0 }.map { KeyRow("\(prefix).\($0.pattern)", $0.rule, $0.shape) }
    }
}
