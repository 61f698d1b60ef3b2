/// Who logs in to the machines.
public struct AccessPlan: Sendable, Hashable {
    /// The user.
    public var adminUsername: String
    /// That user's OpenSSH public keys.
    public var publicKeys: [String]
    /// Certificates of Key Vault that Azure puts on the machines.
    public var vaultCertificates: [VaultCertificatesPlan]
}

/// Certificates out of one Key Vault.
public struct VaultCertificatesPlan: Sendable, Hashable {
    /// The vault's ARM id.
    public var vaultID: String
    /// The certificates' URLs.
    public var certificateURLs: [String]
}

/// The machine from which people reach a private cluster.
public struct JumpboxPlan: Sendable {
    /// Its name and host name.
    public var name: String
    /// Its network interface's name.
    public var nicName: String
    /// Its public address's name.
    public var publicIPName: String
    /// The name of its network security group, which lets SSH in.
    public var securityGroupName: String
    /// Index of the subnet in the layout.
    public var subnet: Int
    /// What it is made of.
    public var machine: MachinePlan
    /// The user who logs in.
    public var username: String
    /// That user's OpenSSH public key.
    public var publicKey: String
}
