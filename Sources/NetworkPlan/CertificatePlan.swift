/// A certificate or key that the model gives; whatever is not given is made later.
public struct CertificatePlan: Sendable {
    /// Its key in `certificateProfile`, with the master's number for etcd's peers, such as `etcdPeerPrivateKey0`. It is
    /// the secure parameter's name, too.
    public var name: String
    /// Where it comes from; PEM text counts as a secret even where it is a certificate.
    public var source: SecretSource
}
