internal import SwiftASN1
internal import X509

/// A certificate and its key, both PEM text.
public struct CertificatePair: Sendable, Hashable {
    /// The certificate.
    public var certificate: String
    /// The key; nil where it is kept elsewhere.
    public var key: String?

    /// A pair.
    public init(certificate: String, key: String?) {
        self.certificate = certificate
        self.key = key
    }
}

/// Makes certificates with kubeadm's validity and clock skew.
///
/// Source: kubeadm v1beta4, `certificateValidityPeriod` 8760h and `caCertificateValidityPeriod` 87600h; its constant
/// `CertificateBackdate`, 5 minutes; its `pkiutil` for extensions.
struct CertificateIssuer: Sendable {
    /// Days that certificates are valid.
    static let validityDays = 365
    /// Days that CAs are valid.
    static let authorityValidityDays = 3_650
    /// Seconds before now from which certificates are valid, for machines whose clock is behind.
    static let backdate = 300

    let algorithm: KeyAlgorithm
    let now: Moment

    private var begin: Moment { Moment(seconds: now.seconds - Self.backdate) }

    /// A new CA.
    func authority(_ authority: Authority) throws -> SigningAuthority {
        let key = try SigningKey.make(algorithm)
        let name = try DistinguishedName { CommonName(authority.commonName) }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key.key.publicKey, notValidBefore: begin.date,
            notValidAfter: begin.adding(days: Self.authorityValidityDays).date, issuer: name, subject: name,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(digitalSignature: true, keyEncipherment: true, keyCertSign: true))
                SubjectKeyIdentifier(hash: key.key.publicKey)
                SubjectAlternativeNames([.dnsName(authority.commonName)])
            }, issuerPrivateKey: key.key)
        return SigningAuthority(
            facts: CertificateFacts(certificate), pem: try certificate.serializeAsPEM().pemString + "\n",
            key: key)
    }

    /// A new certificate of `authority`, whose key must be there.
    func certificate(_ specification: CertificateSpecification, by authority: SigningAuthority) throws
        -> CertificatePair
    {
        guard let authorityKey = authority.key else { throw CertificateProblem.unreadableKey }
        let key = try SigningKey.make(algorithm)
        let identifier = try authority.facts.certificate.extensions.subjectKeyIdentifier?.keyIdentifier
        var usages: [ExtendedKeyUsage.Usage] = []
        if specification.isServer { usages.append(.serverAuth) }
        if specification.isClient { usages.append(.clientAuth) }
        var subject: [RelativeDistinguishedName.Attribute] = []
        for name in specification.organizations {
            subject.append(.init(type: .RDNAttributeType.organizationName, utf8String: name))
        }
        subject.append(.init(type: .RDNAttributeType.commonName, utf8String: specification.commonName))
        // No longer than the CA itself.
        let end = min(begin.adding(days: Self.validityDays), authority.facts.end)
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key.key.publicKey, notValidBefore: begin.date,
            notValidAfter: end.date, issuer: authority.facts.certificate.subject,
            subject: DistinguishedName(subject.map { RelativeDistinguishedName($0) }),
            extensions: try Certificate.Extensions {
                Critical(KeyUsage(digitalSignature: true, keyEncipherment: true))
                try ExtendedKeyUsage(usages)
                Critical(BasicConstraints.notCertificateAuthority)
                AuthorityKeyIdentifier(keyIdentifier: identifier)
                if !specification.names.isEmpty {
                    SubjectAlternativeNames(specification.names.map(\.generalName))
                }
            }, issuerPrivateKey: authorityKey.key)
        return CertificatePair(
            certificate: try certificate.serializeAsPEM().pemString + "\n", key: key.pem)
    }
}

/// A CA, perhaps without its key.
struct SigningAuthority: Sendable {
    var facts: CertificateFacts
    var pem: String
    var key: SigningKey?
}
