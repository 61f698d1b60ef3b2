/// Certificates and keys that are given, each as PEM text or as the id of a Key Vault secret.
public struct CertificateProfile: ModelObject {
    /// The cluster's CA.
    public var caCertificate: String?
    /// Its key.
    public var caPrivateKey: Secret?
    /// The API server's.
    public var apiServerCertificate: String?
    /// Its key.
    public var apiServerPrivateKey: Secret?
    /// The API server's as a client of kubelets.
    public var clientCertificate: String?
    /// Its key.
    public var clientPrivateKey: Secret?
    /// The operator's.
    public var kubeConfigCertificate: String?
    /// Its key.
    public var kubeConfigPrivateKey: Secret?
    /// etcd's as a server.
    public var etcdServerCertificate: String?
    /// Its key.
    public var etcdServerPrivateKey: Secret?
    /// etcd's clients'.
    public var etcdClientCertificate: String?
    /// Their key.
    public var etcdClientPrivateKey: Secret?
    /// etcd's as a peer, one for each master.
    public var etcdPeerCertificates: [String] = []
    /// Their keys.
    public var etcdPeerPrivateKeys: [Secret] = []
    /// slipway's own: the kind of keys that are made; ECDSA on P-256 when absent.
    public var keyAlgorithm: CertificateKeyAlgorithm?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<CertificateProfile>] = [
        .optional("caCertificate", \.caCertificate),
        .secret("caPrivateKey", \.caPrivateKey),
        .optional("apiServerCertificate", \.apiServerCertificate),
        .secret("apiServerPrivateKey", \.apiServerPrivateKey),
        .optional("clientCertificate", \.clientCertificate),
        .secret("clientPrivateKey", \.clientPrivateKey),
        .optional("kubeConfigCertificate", \.kubeConfigCertificate),
        .secret("kubeConfigPrivateKey", \.kubeConfigPrivateKey),
        .optional("etcdServerCertificate", \.etcdServerCertificate),
        .secret("etcdServerPrivateKey", \.etcdServerPrivateKey),
        .optional("etcdClientCertificate", \.etcdClientCertificate),
        .secret("etcdClientPrivateKey", \.etcdClientPrivateKey),
        .list("etcdPeerCertificates", \.etcdPeerCertificates),
        .secrets("etcdPeerPrivateKeys", \.etcdPeerPrivateKeys),
        .optional("keyAlgorithm", \.keyAlgorithm),
    ]
}

/// The kinds of keys that slipway makes.
public enum CertificateKeyAlgorithm: String, ModelEnum {
    /// ECDSA on P-256: small and fast.
    case ecdsaP256 = "ECDSA-P256"
    /// RSA with 2,048 bits, for what cannot read the other.
    case rsa2048 = "RSA-2048"
}
