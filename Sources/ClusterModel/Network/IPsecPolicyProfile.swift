/// The algorithms of a site-to-site VPN.
///
/// Source: Azure SDK, `IpsecPolicy`, whose words these are.
public struct IPsecPolicyProfile: ModelObject {
    /// Seconds after which data keys are made anew.
    public var saLifeTimeSeconds = 27_000
    /// Kilobytes after which data keys are made anew.
    public var saDataSizeKilobytes = 102_400_000
    /// Encryption of data.
    public var ipsecEncryption = IPsecEncryption.gcmAES256
    /// Integrity of data.
    public var ipsecIntegrity = IPsecEncryption.gcmAES256
    /// Encryption of the negotiation.
    public var ikeEncryption = IKEEncryption.aes256
    /// Integrity of the negotiation.
    public var ikeIntegrity = IKEIntegrity.sha384
    /// The key exchange of the negotiation.
    public var dhGroup = DHGroup.ecp384
    /// The key exchange of data keys.
    public var pfsGroup = PFSGroup.ecp384

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<IPsecPolicyProfile>] = [
        .defaulted("saLifeTimeSeconds", \.saLifeTimeSeconds, .honoured, .within(300...172_799)),
        .defaulted("saDataSizeKilobytes", \.saDataSizeKilobytes, .honoured, .within(1024...2_147_483_647)),
        .defaulted("ipsecEncryption", \.ipsecEncryption),
        .defaulted("ipsecIntegrity", \.ipsecIntegrity),
        .defaulted("ikeEncryption", \.ikeEncryption),
        .defaulted("ikeIntegrity", \.ikeIntegrity),
        .defaulted("dhGroup", \.dhGroup),
        .defaulted("pfsGroup", \.pfsGroup),
    ]
}

/// Encryption, and with GCM integrity, of data.
public enum IPsecEncryption: String, ModelEnum {
    case aes128 = "AES128"
    case aes192 = "AES192"
    case aes256 = "AES256"
    case sha256 = "SHA256"
    case gcmAES128 = "GCMAES128"
    case gcmAES192 = "GCMAES192"
    case gcmAES256 = "GCMAES256"
}

/// Encryption of the negotiation.
public enum IKEEncryption: String, ModelEnum {
    case aes128 = "AES128"
    case aes192 = "AES192"
    case aes256 = "AES256"
    case gcmAES128 = "GCMAES128"
    case gcmAES256 = "GCMAES256"
}

/// Integrity of the negotiation.
public enum IKEIntegrity: String, ModelEnum {
    case sha256 = "SHA256"
    case sha384 = "SHA384"
    case gcmAES128 = "GCMAES128"
    case gcmAES256 = "GCMAES256"
}

/// Key exchanges of the negotiation; those that are broken are left out.
public enum DHGroup: String, ModelEnum {
    case group14 = "DHGroup14"
    case group24 = "DHGroup24"
    case ecp256 = "ECP256"
    case ecp384 = "ECP384"
}

/// Key exchanges of data keys; those that are broken are left out.
public enum PFSGroup: String, ModelEnum {
    case pfs14 = "PFS14"
    case pfs24 = "PFS24"
    case pfs2048 = "PFS2048"
    case ecp256 = "ECP256"
    case ecp384 = "ECP384"
}
