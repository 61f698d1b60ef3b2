import Addressing
import Certificates
import ClusterModel
import NetworkPlan

extension ClusterPlan {
    /// What the plan asks of certificates.
    var pkiOrder: ClusterPKI.Order {
        var order = ClusterPKI.Order(
            ControlPlane(
                masters: masters.machines.map { .init(name: $0.name, address: "\($0.address)") },
                apiServerNames: apiServer.subjectAltNames,
                serviceAddress: network.serviceCidr.address(at: 1).map { "\($0)" } ?? ""))
        order.algorithm = keyAlgorithm == .rsa2048 ? .rsa2048 : .ecdsaP256
        for certificate in certificates {
            for path in paths(of: certificate.use) {
                if case .model(let text) = certificate.certificate {
                    var key: String?
                    if case .model(let secret) = certificate.key { key = secret.revealed }
                    order.given[path] = CertificatePair(certificate: text.revealed, key: key)
                    if key == nil { order.elsewhere.insert(path) }
                } else {
                    order.elsewhere.insert(path)
                }
            }
            // The old tools sign for etcd with the cluster's CA.
            switch certificate.use {
            case .etcdServer, .etcdClient, .etcdPeer: order.sharesAuthority = true
            case .authority, .apiServer, .kubeletClient, .operator: break
            }
        }
        return order
    }

    /// Where a given pair stands among kubeadm's files.
    func paths(of use: CertificatePlan.Use) -> [String] {
        let masters = masters.machines.map { "masters/\($0.name)" }
        return switch use {
        case .authority: ["ca"]
        case .apiServer: masters.map { "\($0)/apiserver" }
        case .kubeletClient: ["apiserver-kubelet-client"]
        case .operator: ["admin"]
        case .etcdServer: masters.map { "\($0)/etcd/server" }
        case .etcdClient: ["apiserver-etcd-client", "etcd/healthcheck-client"]
        case .etcdPeer(let index): masters.indices.contains(index) ? ["\(masters[index])/etcd/peer"] : []
        }
    }
}
