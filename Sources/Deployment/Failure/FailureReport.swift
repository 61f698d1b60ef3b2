public import Azure
public import JSONText

/// Why a deployment failed, resource by resource.
public struct FailureReport: Sendable {
    /// One reason.
    public struct Reason: Sendable {
        /// Azure's code.
        public var code: String
        /// Azure's words.
        public var message: String
        /// What the code is about, where Azure says so.
        public var target: String?
        /// Names of policies that refused.
        public var policies: [String]
        /// What the code means and what helps, where slipway knows it.
        public var entry: ErrorCatalogue.Entry?
        /// The step of a machine's bring-up that failed.
        public var bringUp: BringUpFailure?

        /// The code in which this one was wrapped, where that says more than that something inside went wrong.
        public var wrapper: String?

        /// The innermost reasons that `error` tells.
        static func all(of error: ServiceError, inside outer: ServiceError? = nil) -> [Reason] {
            guard error.isWrapper else { return [Reason(error, inside: outer)] }
            let wrapper = error.isGeneric ? outer : error
            return error.details.flatMap { all(of: $0, inside: wrapper) }
        }

        init(_ error: ServiceError, inside outer: ServiceError?) {
            code = error.code
            message = error.message.isEmpty ? outer?.message ?? "" : error.message
            wrapper = outer?.code
            target = error.target
            policies = error.policies
            entry = ErrorCatalogue.embedded[error.code]
            bringUp = error.code.hasPrefix("VMExtension") ? BringUpFailure(error.message) : nil
        }
    }

    /// One resource and its reasons.
    public struct Item: Sendable {
        /// The resource, nil where the deployment as a whole was refused.
        public var resource: String?
        /// Its type.
        public var type: String?
        /// Why.
        public var reasons: [Reason]
    }

    /// What failed.
    public var items: [Item]
    /// The id under which Azure's support finds the deployment.
    public var correlationID: String?
    /// Resources that are there now.
    public var existing: Int
    /// Whether somebody cancelled it.
    public var isCanceled: Bool

    /// The report on a deployment that came to a bad end.
    public init(_ outcome: DeploymentRun.Outcome) {
        items = outcome.board.failures.map { row in
            Item(
                resource: row.name, type: row.type, reasons: row.error.map { Reason.all(of: $0) } ?? [])
        }
        if items.isEmpty, let error = outcome.state.error {
            items = [Item(resource: nil, type: nil, reasons: Reason.all(of: error))]
        }
        correlationID = outcome.state.correlationID
        existing = outcome.board.counts.done
        isCanceled = outcome.state.state.lowercased() == "canceled"
    }

    /// The report on a deployment that Azure did not take.
    public init(_ refusal: AzureFailure.Refusal) {
        items = [Item(resource: nil, type: nil, reasons: Reason.all(of: refusal.error))]
        correlationID = refusal.correlationID
        existing = 0
        isCanceled = false
    }

    /// Whether the only reason is that the login may not do it.
    public var isMatterOfRights: Bool {
        let reasons = items.flatMap(\.reasons)
        return !reasons.isEmpty
            && reasons.allSatisfy { $0.entry?.kind == .rights || $0.entry?.kind == .login }
    }

    /// The report for tools.
    public var json: JSONValue {
        .object(present: [
            "correlationId": correlationID.map { .string($0) },
            "canceled": .bool(isCanceled),
            "resources": .array(
                items.map { item in
                    .object(present: [
                        "name": item.resource.map { .string($0) },
                        "type": item.type.map { .string($0) },
                        "errors": .array(item.reasons.map(Self.json)),
                    ])
                }),
        ])
    }

    private static func json(_ reason: Reason) -> JSONValue {
        .object(present: [
            "code": .string(reason.code),
            "inside": reason.wrapper.map { .string($0) },
            "message": .string(reason.message),
            "target": reason.target.map { .string($0) },
            "cause": reason.entry.map { .string($0.cause) },
            "remedy": reason.entry.map { .string($0.remedy) },
            "bringUp": reason.bringUp.map { bringUp in
                .object(present: [
                    "code": .integer(bringUp.code), "step": bringUp.step.map { .string($0) },
                    "title": bringUp.title.map { .string($0) },
                ])
            },
        ])
    }
}
