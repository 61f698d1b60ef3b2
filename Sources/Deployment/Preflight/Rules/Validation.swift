import Azure
import JSONText

/// What Azure's own validation of the template said.
enum Validation {
    /// Codes that a rule of its own explains better.
    static let policyCodes: Set<String> = ["RequestDisallowedByPolicy", "ScopeLocked"]

    /// The innermost errors, empty where the template is taken or nobody could ask.
    static func errors(in context: PreflightContext) -> [ServiceError] {
        if let refusal = context.facts.failure(.validation)?.refusal { return refusal.error.innermost }
        guard let body = context.facts.body(.validation), body["error"]?.object != nil,
            let error = ServiceError(body)
        else { return [] }
        return error.innermost
    }
}
