/// A certificate and its key that the model gives; whatever is not given is made.
public struct CertificatePlan: Sendable {
    /// What a given pair is for: `certificateProfile`'s names.
    public enum Use: Sendable, Hashable {
        /// The cluster's CA.
        case authority
        /// The API server.
        case apiServer
        /// The API server as a client of kubelets.
        case kubeletClient
        /// The operator.
        case `operator`
        /// etcd as a server.
        case etcdServer
        /// etcd's clients.
        case etcdClient
        /// The etcd of one master among its peers, by the master's number.
        case etcdPeer(Int)
    }

    /// What the pair is for.
    public var use: Use
    /// Where the certificate comes from.
    public var certificate: SecretSource
    /// Where the key comes from.
    public var key: SecretSource

    /// The certificate's key in `certificateProfile`, with the master's number for etcd's peers, such as
    /// `etcdPeerCertificate0`. It is the parameter's name, too.
    public var certificateName: String { use.name("Certificate") }
    /// The key's key in `certificateProfile`, likewise.
    public var keyName: String { use.name("PrivateKey") }
}

extension CertificatePlan.Use {
    /// What keys in `certificateProfile` begin with.
    public var prefix: String {
        switch self {
        case .authority: "ca"
        case .apiServer: "apiServer"
        case .kubeletClient: "client"
        case .operator: "kubeConfig"
        case .etcdServer: "etcdServer"
        case .etcdClient: "etcdClient"
        case .etcdPeer: "etcdPeer"
        }
    }

    func name(_ part: String) -> String {
        if case .etcdPeer(let index) = self { "\(prefix)\(part)\(index)" } else { "\(prefix)\(part)" }
    }
}

/// The kind of keys that slipway makes; the raw value is kubeadm's name.
public enum KeyAlgorithmPlan: String, Sendable {
    /// ECDSA on P-256.
    case ecdsaP256 = "ECDSA-P256"
    /// RSA with 2,048 bits.
    case rsa2048 = "RSA-2048"
}
