/// What a cluster's certificates must say.
public struct ControlPlane: Sendable {
    /// A master.
    public struct Master: Sendable, Hashable {
        /// Its name, which is its node's.
        public var name: String
        /// Its address.
        public var address: String

        /// A master.
        public init(name: String, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// The masters in order.
    public var masters: [Master]
    /// Names and addresses of the API server, beside those that every cluster has.
    public var apiServerNames: [String]
    /// The API server's address as a service: the first one of the services.
    public var serviceAddress: String
    /// The domain of services.
    public var serviceDomain: String

    /// A control plane.
    public init(
        masters: [Master], apiServerNames: [String], serviceAddress: String,
        serviceDomain: String = "cluster.local"
    ) {
        self.masters = masters
        self.apiServerNames = apiServerNames
        self.serviceAddress = serviceAddress
        self.serviceDomain = serviceDomain
    }

    /// Where a master's own certificates stand.
    static func folder(of master: String) -> String { "masters/\(master)" }

    /// The operator's certificate.
    static let operatorPath = "admin"

    /// All certificates that kubeadm would make, but for those inside kubeconfigs of components, which kubeadm makes on
    /// each master with the CA that it finds there.
    ///
    /// Source: kubeadm, `certs/certlist.go`: names, groups, usages; Kubernetes 1.29 for the operator's group, which can
    /// be taken away by a ClusterRoleBinding.
    var certificates: [CertificateSpecification] {
        let service = "kubernetes.default.svc"
        let common: [CertificateSpecification] = [
            CertificateSpecification(
                path: "apiserver-kubelet-client", authority: .cluster,
                commonName: "kube-apiserver-kubelet-client",
                organizations: ["kubeadm:cluster-admins"], isClient: true),
            CertificateSpecification(
                path: "apiserver-etcd-client", authority: .etcd, commonName: "kube-apiserver-etcd-client",
                isClient: true),
            CertificateSpecification(
                path: "front-proxy-client", authority: .frontProxy, commonName: "front-proxy-client",
                isClient: true),
            CertificateSpecification(
                path: "etcd/healthcheck-client", authority: .etcd, commonName: "kube-etcd-healthcheck-client",
                isClient: true),
            CertificateSpecification(
                path: Self.operatorPath, authority: .cluster, commonName: "kubernetes-admin",
                organizations: ["kubeadm:cluster-admins"], isClient: true),
        ]
        return common
            + masters.flatMap { master -> [CertificateSpecification] in
                let folder = Self.folder(of: master.name)
                let own = [master.name, "localhost", master.address, "127.0.0.1", "::1"]
                let server = [
                    master.name, "kubernetes", "kubernetes.default", service, "\(service).\(serviceDomain)",
                    serviceAddress, master.address,
                ]
                return [
                    CertificateSpecification(
                        path: "\(folder)/apiserver", authority: .cluster, commonName: "kube-apiserver",
                        names: Self.names(server + apiServerNames), isServer: true),
                    CertificateSpecification(
                        path: "\(folder)/etcd/server", authority: .etcd, commonName: master.name,
                        names: Self.names(own), isServer: true, isClient: true),
                    CertificateSpecification(
                        path: "\(folder)/etcd/peer", authority: .etcd, commonName: master.name,
                        names: Self.names(own), isServer: true, isClient: true),
                ]
            }
    }

    private static func names(_ texts: [String]) -> [AlternativeName] {
        var seen: Set<AlternativeName> = []
        return texts.map { AlternativeName($0) }.filter { seen.insert($0).inserted }
    }
}
