/// The user data of one kind of machine.
public struct UserData: Sendable, Hashable {
    /// What all machines of the kind share.
    public let common: String
    /// What follows for these machines, up to where the deployment's values go in base64.
    public let own: String

    /// Bytes of user data that Azure takes.
    ///
    /// Source: Microsoft Learn, "Custom data and cloud-init on Azure Virtual Machines": 64 KB after decoding.
    public static let limit = 65_535
    /// Bytes that the deployment's values can take.
    public static let valuesReserve = 2_048

    /// Bytes of the whole at most.
    public var size: Int { common.utf8.count + own.utf8.count + Self.valuesReserve }

    /// The whole for people: where the deployment's values go, an empty object stands.
    public var readable: String { common + own + Base64.text(of: Array("{}".utf8)) + "\n" }
}
