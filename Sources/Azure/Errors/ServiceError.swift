public import JSONText

/// An error as Azure tells it: a code for programs, a message for people, perhaps more errors inside.
public struct ServiceError: Error, Sendable, Hashable {
    /// The code. Everything is decided by it: messages are translated and re-worded.
    public var code: String
    /// The message, for people only.
    public var message: String
    /// What it is about, where Azure says so.
    public var target: String?
    /// The errors inside.
    public var details: [ServiceError]
    /// Names of policies that refused, where Azure says so.
    public var policies: [String]

    /// An error.
    public init(
        code: String, message: String, target: String? = nil, details: [ServiceError] = [],
        policies: [String] = []
    ) {
        self.code = code
        self.message = message
        self.target = target
        self.details = details
        self.policies = policies
    }

    /// Levels of errors inside each other that are looked at.
    private static let depthLimit = 16

    /// The error that `value` is, or holds as `error`; nil if there is none.
    ///
    /// Where a message is itself JSON with an error, as older providers write it, that one is read as well.
    public init?(_ value: JSONValue) { self.init(value, depth: 0) }

    private init?(_ value: JSONValue, depth: Int) {
        guard depth < Self.depthLimit else { return nil }
        let object = value["error"]?.object == nil ? value : value["error"] ?? value
        guard object.object != nil, let code = object["code"]?.string ?? object["status"]?.string else {
            return nil
        }
        self.code = code
        message = object["message"]?.string ?? ""
        target = object["target"]?.string
        details = (object["details"]?.array ?? []).compactMap { ServiceError($0, depth: depth + 1) }
        policies = (object["additionalInfo"]?.array ?? []).compactMap {
            $0["info"]?["policyDefinitionDisplayName"]?.string ?? $0["info"]?["policyDefinitionName"]?.string
        }
        if details.isEmpty, let inner = Self.wrapped(message, depth: depth + 1) {
            details = [inner]
        } else if details.isEmpty,
            let inner = object["innererror"].flatMap({ ServiceError($0, depth: depth + 1) })
        {
            details = [inner]
        }
    }

    private static func wrapped(_ message: String, depth: Int) -> ServiceError? {
        guard let start = message.firstIndex(of: "{"),
            let value = try? JSONValue(parsing: Array(message[start...].utf8), depthLimit: 100)
        else { return nil }
        return ServiceError(value, depth: depth)
    }

    /// Codes that say only that something inside went wrong.
    private static let wrappers: Set<String> = [
        "DeploymentFailed", "ResourceDeploymentFailure", "ResourceOperationFailure",
        "InvalidTemplateDeployment",
        "MultipleErrorsOccurred", "RetryableError", "Canceled", "BadRequest", "Conflict", "Forbidden",
        "NotFound",
        "Failed", "DeploymentFailedInnerErrors",
    ]

    /// Whether the code is one of those that say only that something inside went wrong.
    public var isGeneric: Bool { Self.wrappers.contains(code) }

    /// Whether the reason stands inside: the code is generic, or one that nobody knows.
    public var isWrapper: Bool {
        !details.isEmpty && (isGeneric || ErrorCatalogue.embedded[code] == nil)
    }

    /// The errors that tell the reason: those inside, where this one only wraps them.
    public var innermost: [ServiceError] { isWrapper ? details.flatMap(\.innermost) : [self] }

    /// Whether the code is `code` here or anywhere inside.
    public func contains(_ code: String) -> Bool {
        self.code == code || details.contains { $0.contains(code) }
    }
}
