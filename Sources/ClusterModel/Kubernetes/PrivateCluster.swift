/// An API server that has no public address.
public struct PrivateCluster: ModelObject {
    /// Whether it is so.
    public var enabled = false
    /// The machine from which people reach it.
    public var jumpboxProfile: JumpboxProfile?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<PrivateCluster>] = [
        .defaulted("enabled", \.enabled),
        .known(
            "enableHostsConfigAgent", Bool.self,
            .ignored(.said, because: "nodes reach the API server by name without an agent")),
        .optional("jumpboxProfile", \.jumpboxProfile),
    ]
}

/// A machine with a public address from which people reach a private cluster.
public struct JumpboxProfile: ModelObject {
    /// The machine's name.
    public var name: String?
    /// Its size.
    public var vmSize: String?
    /// Its disk, in GB.
    public var osDiskSizeGB: Int?
    /// The user who logs in.
    public var username: String?
    /// That user's OpenSSH public key.
    public var publicKey: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<JumpboxProfile>] = [
        .optional("name", \.name),
        .optional("vmSize", \.vmSize),
        .optional("osDiskSizeGB", \.osDiskSizeGB, .honoured, required: false, .within(30...2048)),
        .optional("username", \.username, .honoured, required: false, .userName),
        .optional("publicKey", \.publicKey),
        /// What holds the machine's disk.
        .known(
            "storageProfile", StorageProfile.self,
            .refused(
                .anyOf(["StorageAccount"]), ModelRule.notSupported, because: "unmanaged disks are retired")),
    ]
}
