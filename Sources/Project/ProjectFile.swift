public import ClusterModel
public import Document
public import Findings

/// `.slipway.yaml`: what a team has decided about findings.
public struct ProjectFile: ModelObject {
    /// The name under which it is looked for, from a model's folder upward.
    public static let name = ".slipway.yaml"

    /// Severities of rules, by id: `error`, `warning`, `info`, or `off`.
    public var severities = StringMap()
    /// Findings that are accepted.
    public var ignore: [IgnoredRule] = []
    /// Patterns of the models that `validate` takes when none is named.
    public var models: [String] = []
    /// The baseline's file.
    public var baseline: String?
    /// Whether room for upgrades is demanded, as with `--strict`.
    public var strict = false
    /// The severity from which the exit status is 1.
    public var failOn: FailureLevel?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ProjectFile>] = [
        .map("severities", \.severities),
        .list("ignore", \.ignore),
        .list("models", \.models),
        .optional("baseline", \.baseline),
        .defaulted("strict", \.strict),
        .optional("failOn", \.failOn),
    ]

    /// Reads a project file, with all that is wrong with it.
    public static func read(_ bytes: [UInt8], file: String) throws(UnreadableDocument)
        -> (project: ProjectFile, findings: [Finding])
    {
        let document = try Document(reading: bytes, file: file)
        var reading = Reading()
        let project =
            ProjectFile.read(document.root, defaults: nil, at: .root, into: &reading) ?? ProjectFile()
        for entry in project.severities.entries {
            let place = ModelPath.root["severities"][entry.key]
            if RuleSelector(entry.key) == nil {
                reading.report(
                    Finding(
                        ModelRule.valueNotAllowed, .error, at: place, part: .key,
                        "\"\(entry.key)\" is neither a rule's id nor a family"))
            }
            if entry.value != "off", Severity(rawValue: entry.value) == nil {
                reading.report(
                    Finding(
                        ModelRule.valueNotAllowed, .error, at: place,
                        "\"\(entry.value)\" is none of error, warning, info, off"))
            }
        }
        for (index, entry) in project.ignore.enumerated()
        where entry.rule.map({ RuleSelector($0) == nil }) ?? false {
            reading.report(
                Finding(
                    ModelRule.valueNotAllowed, .error, at: ModelPath.root["ignore"][index]["rule"],
                    "\"\(entry.rule ?? "")\" is neither a rule's id nor a family"))
        }
        return (project, document.locating(document.duplicateKeys() + reading.findings))
    }
}

/// Findings that a team accepts, with the reason.
public struct IgnoredRule: ModelObject {
    /// The rule's id, or a family.
    public var rule: String?
    /// Patterns of models, from the project file's folder; every model when empty.
    public var paths: [String] = []
    /// The place in the model and everything below it; every place when absent.
    public var at: String?
    /// Why it is accepted.
    public var reason: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<IgnoredRule>] = [
        .optional("rule", \.rule, required: true),
        .list("paths", \.paths),
        .optional("at", \.at),
        .optional("reason", \.reason, required: true),
    ]

    /// Whether `finding` in the model at `path` (from the project file's folder) is accepted.
    func accepts(_ finding: Finding, in path: String) -> Bool {
        guard let selector = rule.flatMap(RuleSelector.init), selector.selects(finding.rule),
            paths.isEmpty || paths.contains(where: { Glob($0).matches(path) })
        else { return false }
        guard let at, !at.isEmpty else { return true }
        let place = "\(finding.path)".lowercased()
        let wanted = at.lowercased()
        return place == wanted || place.hasPrefix("\(wanted).") || place.hasPrefix("\(wanted)[")
    }
}

/// The severity from which a run fails.
public enum FailureLevel: String, ModelEnum {
    /// Errors only.
    case error
    /// Errors and warnings.
    case warning
    /// Everything that is found.
    case info

    /// The severity.
    public var severity: Severity {
        switch self {
        case .error: .error
        case .warning: .warning
        case .info: .info
        }
    }
}
