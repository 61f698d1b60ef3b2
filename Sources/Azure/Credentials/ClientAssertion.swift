internal import Crypto
internal import CryptoExtras
import JSONText

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#endif

/// A signed statement in a client secret's place: a JWT that the token endpoint checks with the registered certificate.
///
/// Source: Microsoft Learn, "Microsoft identity platform application authentication certificate credentials".
struct ClientAssertion {
    /// Seconds that it holds.
    private static let lifetime = 600

    private let key: Key
    private let certificate: [UInt8]
    private let clientID: String
    private let audience: String
    private let now: Int

    private enum Key {
        case rsa(_RSA.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
        case p384(P384.Signing.PrivateKey)
    }

    /// An assertion of `clientID` for the token endpoint `audience`, by the key and the first certificate in `pem`.
    init(pem: String, file: String, clientID: String, audience: String, now: Int) throws(CredentialError) {
        let blocks = PEMBlock.all(in: pem)
        guard let certificate = blocks.first(where: { $0.label == "CERTIFICATE" })?.bytes else {
            throw .refused("\(file) holds no certificate (-----BEGIN CERTIFICATE-----)")
        }
        guard let block = blocks.first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else {
            throw .refused("\(file) holds no private key (-----BEGIN PRIVATE KEY-----)")
        }
        guard block.label != "ENCRYPTED PRIVATE KEY", !block.text.contains("ENCRYPTED") else {
            throw .refused(
                "the key in \(file) is encrypted; write it without a password into a file that only you can read"
            )
        }
        if let key = try? _RSA.Signing.PrivateKey(pemRepresentation: block.text) {
            self.key = .rsa(key)
        } else if let key = try? P256.Signing.PrivateKey(pemRepresentation: block.text) {
            self.key = .p256(key)
        } else if let key = try? P384.Signing.PrivateKey(pemRepresentation: block.text) {
            self.key = .p384(key)
        } else {
            throw .refused("the key in \(file) is neither RSA nor on the curves P-256 and P-384")
        }
        self.certificate = certificate
        self.clientID = clientID
        self.audience = audience
        self.now = now
    }

    /// The members of the token request that carry an assertion.
    static func form(_ assertion: String) -> [(String, String)] {
        [
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", assertion),
        ]
    }

    /// The JWT.
    func signed() throws(CredentialError) -> String {
        let header: JSONValue = [
            "alg": .string(algorithm),
            "typ": "JWT",
            "x5t": .string(Base64URL.text(Array(Insecure.SHA1.hash(data: certificate)))),
            "x5t#S256": .string(Base64URL.text(Array(SHA256.hash(data: certificate)))),
        ]
        let claims: JSONValue = [
            "aud": .string(audience),
            "iss": .string(clientID),
            "sub": .string(clientID),
            "jti": .string(RandomID.uuid()),
            "nbf": .integer(now - 30),
            "iat": .integer(now),
            "exp": .integer(now + Self.lifetime),
        ]
        let text = [header, claims].map { Base64URL.text(JSONWriter.bytes(of: $0, .compact)) }.joined(
            separator: ".")
        do {
            return "\(text).\(Base64URL.text(try signature(of: Array(text.utf8))))"
        } catch {
            throw .refused("the certificate's key cannot sign: \(error)")
        }
    }

    private var algorithm: String {
        switch key {
        case .rsa: "PS256"
        case .p256: "ES256"
        case .p384: "ES384"
        }
    }

    private func signature(of bytes: [UInt8]) throws -> [UInt8] {
        switch key {
        case .rsa(let key):
            [UInt8](try key.signature(for: SHA256.hash(data: bytes), padding: .PSS).rawRepresentation)
        case .p256(let key): [UInt8](try key.signature(for: SHA256.hash(data: bytes)).rawRepresentation)
        case .p384(let key): [UInt8](try key.signature(for: SHA384.hash(data: bytes)).rawRepresentation)
        }
    }
}
