internal import Crypto
internal import SwiftASN1
internal import X509

/// What a certificate says.
public struct CertificateFacts: Sendable {
    let certificate: Certificate

    /// The certificate in `pem`: the first, where a chain follows.
    public init(pem: String) throws(CertificateProblem) {
        let documents = (try? PEMDocument.parseMultiple(pemString: pem)) ?? []
        guard let document = documents.first(where: { $0.discriminator == "CERTIFICATE" }),
            let certificate = try? Certificate(pemDocument: document)
        else { throw .unreadable }
        self.certificate = certificate
    }

    init(_ certificate: Certificate) { self.certificate = certificate }

    /// The subject, such as `CN=kubernetes`.
    public var subject: String { certificate.subject.description }
    /// The subject of whoever signed it.
    public var issuer: String { certificate.issuer.description }
    /// When it begins to be valid.
    public var begin: Moment { Moment(certificate.notValidBefore) }
    /// When it ends.
    public var end: Moment { Moment(certificate.notValidAfter) }
    /// The names and addresses that it is good for.
    public var names: [AlternativeName] {
        ((try? certificate.extensions.subjectAlternativeNames) ?? nil)?.compactMap { AlternativeName($0) }
            ?? []
    }
    /// Whether it may sign others.
    public var isAuthority: Bool {
        guard case .isCertificateAuthority = try? certificate.extensions.basicConstraints else {
            return false
        }
        return ((try? certificate.extensions.keyUsage) ?? nil)?.keyCertSign ?? true
    }
    /// The kind of its key, such as `P256` or `RSA2048`.
    public var keyKind: String {
        let text = certificate.publicKey.description
        return String(text.prefix { $0 != "." })
    }
    /// `sha256:` and the SHA-256 of the public key in 64 hexadecimal digits, by which kubeadm finds its CA.
    ///
    /// Source: kubeadm, `discovery.bootstrapToken.caCertHashes`: over the subject's public key info, DER.
    public var publicKeyHash: String {
        let digest = SHA256.hash(data: (try? certificate.publicKey.serializeAsPEM().derBytes) ?? [])
        let digits = digest.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }
        return "sha256:\(digits.joined())"
    }

    /// Whether the key in `pem` is its.
    func matches(_ key: SigningKey) -> Bool { key.key.publicKey == certificate.publicKey }

    /// Whether `authority` says that it signed it; costs no arithmetic.
    func namesIssuer(_ authority: CertificateFacts) -> Bool {
        guard certificate.issuer == authority.certificate.subject else { return false }
        let wanted = (try? certificate.extensions.authorityKeyIdentifier)??.keyIdentifier
        let there = (try? authority.certificate.extensions.subjectKeyIdentifier)??.keyIdentifier
        guard let wanted, let there else { return true }
        return wanted.elementsEqual(there)
    }

    /// Whether `authority` signed it.
    func isSigned(by authority: CertificateFacts) -> Bool {
        namesIssuer(authority)
            && authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate)
    }
}
