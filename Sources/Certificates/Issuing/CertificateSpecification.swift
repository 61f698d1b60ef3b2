/// What a certificate shall be.
struct CertificateSpecification: Sendable, Hashable {
    /// Where it stands below the PKI's folder, without `.crt`.
    var path: String
    /// The CA that signs it.
    var authority: Authority
    /// The holder's name.
    var commonName: String
    /// The holder's groups, by which the API server knows what it may do.
    var organizations: [String] = []
    /// Names and addresses it shall be good for.
    var names: [AlternativeName] = []
    /// Whether servers show it.
    var isServer = false
    /// Whether clients show it.
    var isClient = false
}

/// A CA of a cluster.
public enum Authority: String, Sendable, CaseIterable {
    /// Signs for the API server and its clients.
    case cluster = "ca"
    /// Signs for the API server as a client of extension servers.
    case frontProxy = "front-proxy-ca"
    /// Signs for etcd.
    case etcd = "etcd/ca"

    /// Its name as kubeadm writes it.
    var commonName: String {
        switch self {
        case .cluster: "kubernetes"
        case .frontProxy: "front-proxy-ca"
        case .etcd: "etcd-ca"
        }
    }
}
