public import JSONText

/// The answer to VERSION.
public enum VersionAnswer {
    /// The versions that the plugin speaks, under the version in which it was asked; standard input may be empty.
    public static func value(for text: [UInt8]) throws(CNIError) -> JSONValue {
        var asked = CNIVersion.newest.rawValue
        if !text.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
            let object = try NetworkRequest.object(in: text)
            if let word = object["cniVersion"] {
                guard let word = word.string else { throw CNIError(.decoding, "\"cniVersion\" is no text") }
                asked = word
            }
        }
        return [
            "cniVersion": .string(asked),
            "supportedVersions": .array(CNIVersion.allCases.map { .string($0.rawValue) }),
        ]
    }
}
