internal import Crypto
internal import CryptoExtras
internal import SwiftASN1
internal import X509

/// A private key.
struct SigningKey: Sendable {
    let key: Certificate.PrivateKey
    /// PEM text: as it was read, or PKCS #8 for P-256 and PKCS #1 for RSA.
    let pem: String

    /// A new key.
    static func make(_ algorithm: KeyAlgorithm) throws -> SigningKey {
        switch algorithm {
        case .ecdsaP256:
            let key = P256.Signing.PrivateKey()
            return SigningKey(key: .init(key), pem: key.pemRepresentation + "\n")
        case .rsa2048:
            let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
            return SigningKey(key: .init(key), pem: key.pemRepresentation + "\n")
        }
    }

    private init(key: Certificate.PrivateKey, pem: String) {
        self.key = key
        self.pem = pem
    }

    /// The key in `pem`.
    init(pem: String) throws(CertificateProblem) {
        let documents = (try? PEMDocument.parseMultiple(pemString: pem)) ?? []
        // openssl writes a curve's parameters before the key.
        guard let document = documents.first(where: { $0.discriminator.hasSuffix("PRIVATE KEY") }),
            let key = try? Certificate.PrivateKey(pemDocument: document)
        else { throw pem.contains("ENCRYPTED") ? .encryptedKey : .unreadableKey }
        self.key = key
        self.pem = pem.hasSuffix("\n") ? pem : pem + "\n"
    }

    /// The public half, PEM.
    func publicPEM() throws -> String { try key.publicKey.serializeAsPEM().pemString + "\n" }
}
