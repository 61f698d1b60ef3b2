public import JSONText

/// The attachments that the runtime still knows, as it lists them for GC. An absent list means none.
public struct ValidAttachments: Sendable {
    private var pairs: Set<[String]> = []

    /// Reads `cni.dev/valid-attachments` of the request.
    public init(_ request: JSONValue) throws(CNIError) {
        let list: [JSONValue]
        switch request["cni.dev/valid-attachments"] {
        case nil, .null: list = []
        case .some(let value):
            guard let elements = value.array else {
                throw CNIError(.decoding, "\"cni.dev/valid-attachments\" is no list")
            }
            list = elements
        }
        for element in list {
            guard let container = element["containerID"]?.string, let interface = element["ifname"]?.string
            else {
                throw CNIError(
                    .decoding,
                    "an element of \"cni.dev/valid-attachments\" lacks the text \"containerID\" or \"ifname\""
                )
            }
            pairs.insert([container, interface])
        }
    }

    /// Whether the runtime still knows the attachment.
    public func contains(containerID: String, interface: String) -> Bool {
        pairs.contains([containerID, interface])
    }
}
