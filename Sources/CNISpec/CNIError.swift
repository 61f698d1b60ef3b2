public import JSONText

/// An error as the runtime reads it.
public struct CNIError: Error, Sendable, Equatable {
    /// The specification's codes below 100, and the plugin's own.
    public enum Code: Int, Sendable {
        /// The version is not spoken, or lacks the command.
        case incompatibleVersion = 1
        /// A key of the configuration has a value that is not supported.
        case unsupportedField = 2
        /// An environment variable is missing or malformed.
        case invalidEnvironment = 4
        /// Standard input, standard output or the state cannot be read or written.
        case inputOutput = 5
        /// Standard input is not the JSON that the specification asks for.
        case decoding = 6
        /// The configuration contradicts itself, or asks for what this machine does not have.
        case invalidConfiguration = 7
        /// It may succeed later.
        case tryAgainLater = 11
        /// No attachment can be made now; those that are there work.
        case notAvailable = 50
        /// The kernel refused.
        case kernel = 100
        /// The attachment is there already.
        case alreadyAttached = 101
        /// CHECK found the attachment different from what it was.
        case checkFailed = 102
    }

    /// Which kind.
    public let code: Code
    /// One line.
    public let message: String
    /// What helps to find the cause; may be empty.
    public let details: String

    /// An error.
    public init(_ code: Code, _ message: String, details: String = "") {
        self.code = code
        self.message = message
        self.details = details
    }

    /// The error object, with the request's version where it is known.
    public func value(version: CNIVersion?) -> JSONValue {
        .object(
            present: [
                "cniVersion": .string((version ?? .fallback).rawValue),
                "code": .integer(code.rawValue),
                "msg": .string(message),
                "details": details.isEmpty ? nil : .string(details),
            ])
    }
}
