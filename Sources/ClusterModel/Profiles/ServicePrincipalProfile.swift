/// The service principal with which the cluster calls Azure.
public struct ServicePrincipalProfile: ModelObject {
    /// The application's id.
    public var clientId: String?
    /// Its secret in clear.
    public var secret: Secret?
    /// Where Key Vault has its secret.
    public var keyvaultSecretRef: KeyVaultSecretReference?
    /// The principal's object id.
    public var objectId: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ServicePrincipalProfile>] = [
        .optional("clientId", \.clientId),
        .secret("secret", \.secret),
        .optional("keyvaultSecretRef", \.keyvaultSecretRef),
        .optional("objectId", \.objectId, .honoured, required: false, .guid),
    ]
}

/// A secret of a Key Vault.
public struct KeyVaultSecretReference: ModelObject {
    /// The vault's ARM id.
    public var vaultID: String?
    /// The secret's name.
    public var secretName: String?
    /// The secret's version; the newest when absent.
    public var version: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<KeyVaultSecretReference>] = [
        .optional("vaultID", \.vaultID, required: true),
        .optional("secretName", \.secretName, .honoured, required: true, .secretName),
        .optional("version", \.version, .honoured, required: false, .secretVersion),
    ]
}

extension Constraint<String> {
    /// A name that Key Vault gives secrets.
    ///
    /// Source: Microsoft Learn, "About keys, secrets, and certificates": object identifiers.
    static var secretName: Constraint {
        .form("1 to 127 letters, digits and hyphens", pattern: "^[0-9A-Za-z-]{1,127}$") { text in
            (1...127).contains(text.utf8.count)
                && text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
        }
    }

    /// A version that Key Vault gives secrets. Source: as above.
    static var secretVersion: Constraint {
        .form("1 to 32 letters and digits", pattern: "^[0-9A-Za-z]{1,32}$") { text in
            (1...32).contains(text.utf8.count)
                && text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
        }
    }

    /// 32 hexadecimal digits in the five groups of a GUID.
    static var guid: Constraint {
        .form(
            "a GUID", pattern: "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$", GUID.isValid)
    }
}

/// The form of a GUID.
public enum GUID {
    /// Whether `text` is 8-4-4-4-12 hexadecimal digits.
    @Sendable public static func isValid(_ text: String) -> Bool {
        text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count) == [8, 4, 4, 4, 12]
            && text.utf8.allSatisfy {
                $0.isASCIIDigit || $0 == UInt8(ascii: "-") || (0x61...0x66).contains($0 | 0x20)
            }
    }
}
