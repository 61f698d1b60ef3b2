import EmbeddedFiles
import JSONText

/// What Azure's error codes mean and what helps: `apimodels/azure-errors.json`.
public struct ErrorCatalogue: Sendable {
    /// One code.
    public struct Entry: Sendable {
        /// The code.
        public var code: String
        /// What kind of failure it is.
        public var kind: Kind
        /// Why it comes.
        public var cause: String
        /// What helps.
        public var remedy: String
    }

    /// A kind of failure.
    public enum Kind: String, Sendable, CaseIterable {
        /// The login lacks a right.
        case rights
        /// The login itself does not serve.
        case login
        /// A policy or lock forbids it.
        case policy
        /// A quota is used up.
        case quota
        /// Azure has no room.
        case capacity
        /// An address or a range.
        case address
        /// A name or id.
        case name
        /// A resource provider.
        case provider
        /// A machine did not come up.
        case machine
        /// It passes with time.
        case busy
        /// The template or a value in it.
        case template
    }

    /// The entries in order of their codes.
    public let entries: [Entry]
    private let byCode: [String: Entry]

    /// The catalogue that is part of the program.
    public static let embedded = ErrorCatalogue(
        EmbeddedFile.bytes(at: "apimodels/azure-errors.json") ?? [])

    /// The catalogue in the JSON text `bytes`.
    public init(_ bytes: [UInt8]) {
        let list = (try? JSONValue(parsing: bytes))?.array ?? []
        entries = list.compactMap { value in
            guard let code = value["code"]?.string,
                let kind = value["kind"]?.string.flatMap(Kind.init(rawValue:)),
                let cause = value["cause"]?.string, let remedy = value["remedy"]?.string
            else { return nil }
            return Entry(code: code, kind: kind, cause: cause, remedy: remedy)
        }
        byCode = Dictionary(entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entry of `code`, nil where it is not known.
    public subscript(code: String) -> Entry? { byCode[code] }
}
