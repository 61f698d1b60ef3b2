public import Certificates
import NodeConfig

/// The token with which machines ask to join a cluster, unique to it and of short life there.
///
/// Source: Kubernetes, "Authenticating with Bootstrap Tokens".
public struct BootstrapToken: Sendable, Hashable {
    /// Six characters, a dot, sixteen characters.
    public let text: String

    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    private static let lengths = (id: 6, secret: 16)

    /// The token in `text`, blanks around it ignored, or nil if it is none.
    public init?(_ text: String) {
        let trimmed = text.filter { !$0.isWhitespace }
        let parts = trimmed.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == Self.lengths.id, parts[1].count == Self.lengths.secret,
            parts.allSatisfy({ $0.allSatisfy(Self.alphabet.contains) })
        else { return nil }
        self.text = trimmed
    }

    private init(id: String, secret: String) { text = "\(id).\(secret)" }

    /// A new token, of the system's random numbers.
    public static func make() -> BootstrapToken {
        BootstrapToken(id: random(lengths.id), secret: random(lengths.secret))
    }

    /// The token's files in `secrets/`: itself, and the manifest with which a running cluster takes it for a day from `now`.
    ///
    /// Source: Kubernetes, "Authenticating with Bootstrap Tokens": Secrets of type bootstrap.kubernetes.io/token.
    public func generatedFiles(now: Moment) -> [GeneratedFile] {
        let parts = text.split(separator: ".")
        let end = Moment(seconds: now.seconds + Moment.day)
        // Letters, digits, dots, hyphens and colons only: nothing in it needs quotes.
        let manifest = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: bootstrap-token-\(parts[0])
              namespace: kube-system
            type: bootstrap.kubernetes.io/token
            stringData:
              token-id: "\(parts[0])"
              token-secret: "\(parts[1])"
              expiration: "\(end.timestamp)"
              usage-bootstrap-authentication: "true"
              usage-bootstrap-signing: "true"
              auth-extra-groups: system:bootstrappers:kubeadm:default-node-token

            """
        return [
            GeneratedFile("\(KeptSecrets.folder)/\(Self.file)", Array("\(text)\n".utf8), .owner),
            GeneratedFile("\(KeptSecrets.folder)/\(Self.file).yaml", Array(manifest.utf8), .owner),
        ]
    }

    /// The token's file in `secrets/`.
    static let file = "bootstrap-token"

    private static func random(_ count: Int) -> String {
        String((0..<count).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    }
}

/// The key with which the API server encrypts secrets in etcd.
enum EncryptionKey {
    /// Bytes of a key for `secretbox`.
    private static let size = 32

    /// A new key, of the system's random numbers, base64.
    static func make() -> String {
        Base64.text(of: (0..<size).map { _ in UInt8.random(in: .min ... .max) })
    }
}
