public import Generation
import JSONText

/// What is kept of each attempt to deploy a folder: `secrets/attempts/0001.json` and on, in the part of the folder that
/// `generate` leaves alone.
public struct AttemptRecord: Sendable {
    private static let limit = 1 << 20

    /// The record's file.
    public let path: String
    private var members: [JSONMember]

    /// Begins the record of a new attempt in `folder`.
    public init(in folder: String, _ target: DeploymentTarget, startedAt time: String, version: String)
        throws(SystemError)
    {
        let secrets = "\(folder)/secrets"
        let attempts = "\(secrets)/attempts"
        for folder in [secrets, attempts] where try POSIX.kind(of: folder) == nil {
            try POSIX.makeDirectory(folder, mode: 0o700)
        }
        let last = try POSIX.names(in: attempts).compactMap { Int($0.prefix { $0.isNumber }) }.max() ?? 0
        let number = String(last + 1)
        path = "\(attempts)/\(String(repeating: "0", count: max(0, 4 - number.utf8.count)))\(number).json"
        members = [
            JSONMember("slipway", .string(version)), JSONMember("started", .string(time)),
            JSONMember("subscription", .string(target.subscription)),
            JSONMember("resourceGroup", .string(target.resourceGroup)),
            JSONMember("deployment", .string(target.name)), JSONMember("state", "started"),
        ]
        try POSIX.create(path, JSONWriter.bytes(of: .object(members)), mode: 0o600)
    }

    /// Notes `value` as `name`, and writes the record anew.
    public mutating func note(_ name: String, _ value: AttemptValue) throws(SystemError) {
        members.removeAll { $0.name == name }
        members.append(JSONMember(name, value.json))
        let beside = "\(path).new"
        if try POSIX.kind(of: beside) != nil { try POSIX.removeFile(beside) }
        try POSIX.create(beside, JSONWriter.bytes(of: .object(members)), mode: 0o600)
        try POSIX.move(beside, to: path)
    }

    /// The target of the newest attempt in `folder`, nil where there was none.
    public static func lastTarget(in folder: String) -> DeploymentTarget? {
        let attempts = "\(folder)/secrets/attempts"
        guard let names = try? POSIX.names(in: attempts),
            let last = names.last(where: { $0.hasSuffix(".json") }),
            let bytes = try? POSIX.contents(of: "\(attempts)/\(last)", limit: limit),
            let value = try? JSONValue(parsing: bytes), let subscription = value["subscription"]?.string,
            let group = value["resourceGroup"]?.string, let name = value["deployment"]?.string
        else { return nil }
        return DeploymentTarget(subscription: subscription, resourceGroup: group, location: nil, name: name)
    }
}

/// What a record notes: a text or a list of texts.
public enum AttemptValue: Sendable {
    case text(String)
    case list([String])

    var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .list(let texts): .array(texts.map { .string($0) })
        }
    }
}
