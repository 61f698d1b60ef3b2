/// Users, keys and name resolution of the machines.
public struct LinuxProfile: ModelObject {
    /// The user who logs in.
    public var adminUsername: String?
    /// That user's keys.
    public var ssh = SSH()
    /// Certificates of Key Vault that Azure puts on the machines.
    public var secrets: [KeyVaultSecrets] = []
    /// A search domain of name resolution.
    public var customSearchDomain: CustomSearchDomain?
    /// A DNS server in Azure's place.
    public var customNodesDNS: CustomNodesDNS?
    /// Whether machines install updates before they become nodes.
    public var runUnattendedUpgradesOnBootstrap = true
    /// Whether machines install updates by themselves.
    public var enableUnattendedUpgrades = true
    /// Largest packet of eth0, in bytes.
    public var eth0MTU = 1500

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<LinuxProfile>] = [
        .optional("adminUsername", \.adminUsername, .honoured, required: true, .userName),
        .required("ssh", \.ssh),
        .list("secrets", \.secrets),
        .known("scriptroot", String.self, .ignored(.said, because: "no scripts are fetched at boot")),
        .optional("customSearchDomain", \.customSearchDomain),
        .optional("customNodesDNS", \.customNodesDNS),
        .defaulted("runUnattendedUpgradesOnBootstrap", \.runUnattendedUpgradesOnBootstrap),
        .defaulted("enableUnattendedUpgrades", \.enableUnattendedUpgrades),
        .defaulted("eth0MTU", \.eth0MTU, .honoured, .oneOf([1500, 3900])),
    ]
}

/// Keys for logging in.
public struct SSH: ModelObject {
    /// The keys.
    public var publicKeys: [SSHPublicKey] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<SSH>] = [.list("publicKeys", \.publicKeys)]
}

/// One key for logging in.
public struct SSHPublicKey: ModelObject {
    /// A line as in `authorized_keys`.
    public var keyData: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<SSHPublicKey>] = [.optional("keyData", \.keyData)]
}

/// Certificates out of one Key Vault.
public struct KeyVaultSecrets: ModelObject {
    /// The vault.
    public var sourceVault = ResourceReference()
    /// The certificates.
    public var vaultCertificates: [VaultCertificate] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<KeyVaultSecrets>] = [
        .required("sourceVault", \.sourceVault),
        .list("vaultCertificates", \.vaultCertificates),
    ]
}

/// A resource by its id.
public struct ResourceReference: ModelObject {
    /// The ARM id.
    public var id: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ResourceReference>] = [.optional("id", \.id)]
}

/// A certificate of a Key Vault.
public struct VaultCertificate: ModelObject {
    /// Its secret's URL, with the version.
    public var certificateUrl: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<VaultCertificate>] = [
        .optional("certificateUrl", \.certificateUrl),
        .known("certificateStore", String.self, .ignored(.said, because: "it is for Windows machines")),
    ]
}

/// A search domain of name resolution.
public struct CustomSearchDomain: ModelObject {
    /// The domain.
    public var name: String?

    /// One that says nothing.
    public init() {}

    private static let noPassword = "joining a realm needs a password in the model"

    /// The keys.
    public static let keys: [ModelKey<CustomSearchDomain>] = [
        .optional("name", \.name, .honoured, required: false, .domainName),
        .known("realmUser", String.self, .refused(.said, ModelRule.notSupported, because: noPassword)),
        .known("realmPassword", Secret.self, .refused(.said, ModelRule.notSupported, because: noPassword)),
    ]
}

/// A DNS server in Azure's place.
public struct CustomNodesDNS: ModelObject {
    /// Its address, as written.
    public var dnsServer: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<CustomNodesDNS>] = [.optional("dnsServer", \.dnsServer)]
}

extension Constraint<String> {
    /// A Linux user that Azure accepts; the case of letters and reserved names are a rule's business.
    static var userName: Constraint {
        .form(
            "1 to 32 letters, digits, _ and - that begin with a letter or _",
            pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,31}$"
        ) { text in
            let bytes = Array(text.utf8)
            guard (1...32).contains(bytes.count), let first = bytes.first else { return false }
            return (first.isASCIILetter || first == UInt8(ascii: "_"))
                && bytes.allSatisfy {
                    $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                }
        }
    }

    /// Labels of letters, digits and hyphens with dots between them.
    static var domainName: Constraint {
        .form(
            "a domain name",
            pattern:
                "^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"
        ) { text in
            !text.isEmpty && text.utf8.count <= 253
                && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                    let bytes = Array(label.utf8)
                    guard (1...63).contains(bytes.count), let first = bytes.first, let last = bytes.last
                    else {
                        return false
                    }
                    return (first.isASCIILetter || first.isASCIIDigit)
                        && (last.isASCIILetter || last.isASCIIDigit)
                        && bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
                }
        }
    }
}
