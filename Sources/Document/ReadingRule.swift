public import Findings

/// The rules that reading obeys before any rule about clusters can speak.
public enum ReadingRule {
    /// The file is missing, a directory, not permitted, or larger than 16 MB.
    ///
    /// A check that silently skips a file that it cannot read would let every mistake in it pass.
    ///
    /// ## Wrong
    /// `slipway validate no-such-file.yaml`
    ///
    /// ## Right
    /// `slipway validate cluster.yaml`
    ///
    /// Source: docs/limits.md.
    public static let unreadable = RuleID("RD001", "Unreadable")
    /// The text is not UTF-8, or holds NUL.
    ///
    /// Another encoding changes letters without anybody seeing it: names and keys would not be those that the
    /// editor shows.
    ///
    /// ## Wrong
    /// ```text
    /// apiVersion: vlabs
    /// name: caf\xE9
    /// ```
    ///
    /// ## Right
    /// ```text
    /// apiVersion: vlabs
    /// name: caf\xC3\xA9
    /// ```
    ///
    /// Source: The Unicode Standard, table 3-7; RFC 8259, section 8.1.
    public static let encoding = RuleID("RD002", "Encoding")
    /// The text is neither JSON nor YAML.
    ///
    /// JSON is read strictly: no comments, no comma after the last element. YAML has no tabs as indentation.
    ///
    /// ## Wrong
    /// ```json
    /// {"apiVersion": "vlabs",}
    /// ```
    ///
    /// ## Right
    /// ```json
    /// {"apiVersion": "vlabs"}
    /// ```
    ///
    /// Source: RFC 8259; YAML 1.2.
    public static let syntax = RuleID("RD003", "Syntax")
    /// More than 64 lists and objects inside each other.
    ///
    /// No model needs more than 20; a text that has more is a mistake, or meant to break its reader.
    ///
    /// ## Wrong
    /// ```json
    /// {"id": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}
    /// ```
    ///
    /// ## Right
    /// ```json
    /// {"id": "shop"}
    /// ```
    ///
    /// Source: docs/limits.md.
    public static let tooDeep = RuleID("RD004", "TooDeep")
    /// YAML that models do without: aliases, tags, merge keys, several documents in a file.
    ///
    /// A few lines of aliases can expand to gigabytes, and a merge key makes a value stand where nobody looks
    /// for it.
    ///
    /// ## Wrong
    /// ```text
    /// apiVersion: &version vlabs
    /// name: *version
    /// ```
    ///
    /// ## Right
    /// ```text
    /// apiVersion: vlabs
    /// name: shop
    /// ```
    ///
    /// Source: YAML 1.2, sections 3.2.2 and 9.1.
    public static let yamlFeature = RuleID("RD005", "YAMLFeature")
    /// The top of the text is not an object.
    ///
    /// An empty file or a list is something else than a model, often the result of a failed step before.
    ///
    /// ## Wrong
    /// ```text
    /// - apiVersion: vlabs
    /// ```
    ///
    /// ## Right
    /// ```text
    /// apiVersion: vlabs
    /// ```
    ///
    /// Source: docs/model-keys.md.
    public static let notAModel = RuleID("RD006", "NotAModel")
    /// A key twice in one object, also when the two differ in case only.
    ///
    /// Other readers silently take the last; the reader of the file sees the first.
    ///
    /// ## Wrong
    /// ```text
    /// apiVersion: vlabs
    /// name: shop
    /// NAME: store
    /// ```
    ///
    /// ## Right
    /// ```text
    /// apiVersion: vlabs
    /// name: shop
    /// ```
    ///
    /// Source: RFC 8259, section 4; Go, `encoding/json`.
    public static let duplicateKey = RuleID("RD007", "DuplicateKey")
    /// A `--set` flag that cannot be carried out.
    ///
    /// The flag is not of the form `path=value`, or its path leads through a value that is no object or list,
    /// or past the end of a list.
    ///
    /// ## Wrong
    /// `--set masterProfile.count`
    ///
    /// ## Right
    /// `--set masterProfile.count=3`
    ///
    /// Source: docs/validate.md.
    public static let assignment = RuleID("RD008", "Assignment")
}

/// The text cannot be read as a model at all.
public struct UnreadableDocument: Error, Sendable {
    /// Why and where.
    public var finding: Finding

    /// Cannot be read because of `finding`.
    public init(_ finding: Finding) { self.finding = finding }
}
