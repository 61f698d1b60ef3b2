import Azure
import JSONText

/// What Azure said, by what it was asked for.
struct Facts: Sendable {
    private var answers: [FactKey: Result<ARMAnswer, AzureFailure>] = [:]
    /// What was asked, in order.
    private(set) var keys: [FactKey] = []

    /// What is said of `key`.
    subscript(key: FactKey) -> Result<ARMAnswer, AzureFailure>? {
        get { answers[key] }
        set {
            if answers[key] == nil { keys.append(key) }
            answers[key] = newValue
        }
    }

    /// The body of the answer for `key`, nil where there is none.
    func body(_ key: FactKey) -> JSONValue? { try? answers[key]?.get().body }

    /// The elements of the list for `key`.
    func list(_ key: FactKey) -> [JSONValue]? { body(key).map { $0["value"]?.array ?? $0.array ?? [] } }

    /// Whether Azure said that it is not there.
    func isMissing(_ key: FactKey) -> Bool { failure(key)?.isNotFound ?? false }

    /// Why there is no answer.
    func failure(_ key: FactKey) -> AzureFailure? {
        if case .failure(let failure) = answers[key] { failure } else { nil }
    }
}
