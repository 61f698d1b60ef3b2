/// What is wrong with a certificate or its key.
public enum CertificateProblem: Error, Sendable, Hashable {
    /// It is not there.
    case missing
    /// The text holds no certificate, or one with a key that swift-crypto does not take, such as RSA below 2,048 bits.
    case unreadable
    /// The text holds no private key of a kind that Kubernetes reads.
    case unreadableKey
    /// The key is encrypted, and no machine could ask for its password.
    case encryptedKey
    /// The key belongs to another certificate.
    case foreignKey
    /// The certificate of a CA may not sign others.
    case notAuthority
    /// The named CA did not sign it.
    case foreignIssuer(String)
    /// It is not valid any more.
    case expired(Moment)
    /// It is not valid yet.
    case notYetValid(Moment)
    /// It is valid for few days more.
    case endsSoon(Moment, days: Int)
    /// It is not good for these names and addresses.
    case lacksNames([String])
    /// It may not be used as what it is for: `server authentication` or `client authentication`.
    case lacksUsage(String)
    /// The subject lacks this organization, by which Kubernetes knows what the holder may do.
    case lacksOrganization(String)
    /// The signature is too weak.
    case weakSignature(String)

    /// Whether it is the key that is wrong, not the certificate.
    public var isAboutKey: Bool {
        switch self {
        case .unreadableKey, .encryptedKey, .foreignKey: true
        default: false
        }
    }

    /// Whether a cluster can come up with it nevertheless.
    public var isTolerable: Bool {
        switch self {
        case .endsSoon: true
        default: false
        }
    }
}

extension CertificateProblem: CustomStringConvertible {
    /// The problem as the end of a sentence that begins with the certificate's name.
    public var description: String {
        switch self {
        case .missing: "is not there"
        case .unreadable: "is no certificate in PEM form, or has a weak key: RSA with less than 2048 bits"
        case .unreadableKey: "has a key that is no RSA, P-256, P-384 or P-521 key in PEM form"
        case .encryptedKey: "has an encrypted key, and machines cannot ask for its password"
        case .foreignKey: "has a key that belongs to another certificate"
        case .notAuthority: "is no certificate of a CA: it may not sign others"
        case .foreignIssuer(let name): "was not signed by \(name)"
        case .expired(let moment): "ended on \(moment)"
        case .notYetValid(let moment): "is valid from \(moment) only"
        case .endsSoon(let moment, let days):
            "ends on \(moment), in \(days) day\(days == 1 ? "" : "s")"
        case .lacksNames(let names): "is not good for \(names.joined(separator: ", "))"
        case .lacksUsage(let usage): "may not be used for \(usage)"
        case .lacksOrganization(let name): "lacks the organization \(name) in its subject"
        case .weakSignature(let text): "has a weak signature: \(text)"
        }
    }
}
