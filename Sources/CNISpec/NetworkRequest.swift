public import JSONText

/// The request configuration that the runtime writes to standard input: the plugin's object of the network
/// configuration list with what the runtime adds.
public struct NetworkRequest: Sendable {
    /// The whole object.
    public let object: JSONValue
    /// The version in which the runtime wants the result.
    public let version: CNIVersion
    /// The network's name.
    public let network: String
    /// The result of the plugins before, or of the ADD in DEL and CHECK.
    public let previousResult: JSONValue?

    /// Longer names do not fit into an interface's alias beside the rest of an attachment's key.
    public static let longestNetwork = 48

    /// What `text` says of the version alone; nil if it does not say so in a form that is understood.
    public static func version(in text: [UInt8]) -> CNIVersion? {
        (try? JSONValue(parsing: text)).flatMap { version(in: $0) }
    }

    /// The same of a text that was read.
    public static func version(in value: JSONValue) -> CNIVersion? {
        guard let word = value["cniVersion"] else { return value.object == nil ? nil : .v010 }
        return word.string.flatMap(CNIVersion.init(rawValue:))
    }

    /// Reads and checks what is common to all commands.
    public init(_ text: [UInt8], for command: CNICommand) throws(CNIError) {
        try self.init(try Self.object(in: text), for: command)
    }

    /// Checks what is common to all commands.
    public init(_ object: JSONValue, for command: CNICommand) throws(CNIError) {
        self.object = object
        version = try Self.version(of: object)
        guard version >= command.since else {
            throw CNIError(
                .incompatibleVersion,
                "\(command.rawValue) exists since CNI \(command.since.rawValue), the configuration says \(version.rawValue)"
            )
        }
        guard let name = object["name"] else {
            throw CNIError(.invalidConfiguration, "the network configuration has no \"name\"")
        }
        guard let name = name.string, Names.isIdentifier(name) else {
            throw CNIError(
                .invalidConfiguration,
                "\"name\" must be a text that begins with a letter or digit and has only those, \"_\", \".\" and \"-\""
            )
        }
        guard name.utf8.count <= Self.longestNetwork else {
            throw CNIError(
                .invalidConfiguration,
                "\"name\" has \(name.utf8.count) characters, at most \(Self.longestNetwork) are supported")
        }
        network = name
        switch object["prevResult"] {
        case nil, .null: previousResult = nil
        case .some(let value):
            guard value.object != nil else { throw CNIError(.decoding, "\"prevResult\" is no object") }
            previousResult = value
        }
    }

    /// The JSON object in `text`.
    public static func object(in text: [UInt8]) throws(CNIError) -> JSONValue {
        let value: JSONValue
        do throws(JSONSyntaxError) { value = try JSONValue(parsing: text) } catch {
            throw CNIError(.decoding, "standard input is no JSON: byte \(error.offset): \(error)")
        }
        guard value.object != nil else { throw CNIError(.decoding, "standard input is no JSON object") }
        return value
    }

    private static func version(of object: JSONValue) throws(CNIError) -> CNIVersion {
        // The specification's oldest versions had no such key.
        guard let word = object["cniVersion"] else { return .v010 }
        guard let word = word.string else { throw CNIError(.decoding, "\"cniVersion\" is no text") }
        guard let version = CNIVersion(rawValue: word) else {
            throw CNIError(
                .incompatibleVersion, "cniVersion \"\(word)\" is not supported",
                details: "supported: \(CNIVersion.allCases.map({ $0.rawValue }).joined(separator: ", "))")
        }
        return version
    }
}
