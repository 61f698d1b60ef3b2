import Catalogue
import Certificates
import NetworkPlan
import NodeConfig

/// `secrets/admin.kubeconfig`: the operator's way in.
///
/// Source: Kubernetes, "kubeconfig (v1)".
enum AdminKubeconfig {
    /// The file, or nil where the operator's certificate could not be made here, because the CA's key is elsewhere.
    static func text(of plan: ClusterPlan, _ pki: ClusterPKI) -> String? {
        guard let authority = pki.authority, let pair = pki.operatorPair, let key = pair.key else {
            return nil
        }
        func data(_ pem: String) -> String { Base64.text(of: Array(pem.utf8)) }
        // Names of clusters are letters, digits and hyphens (rule AZ001), so none needs quotes.
        return """
            apiVersion: v1
            kind: Config
            clusters:
              - name: \(plan.name)
                cluster:
                  server: \(server(of: plan))
                  certificate-authority-data: \(data(authority))
            users:
              - name: \(plan.name)-admin
                user:
                  client-certificate-data: \(data(pair.certificate))
                  client-key-data: \(data(key))
            contexts:
              - name: \(plan.name)
                context:
                  cluster: \(plan.name)
                  user: \(plan.name)-admin
            current-context: \(plan.name)

            """
    }

    /// The public name where there is one and the region is known, else the internal address.
    private static func server(of plan: ClusterPlan) -> String {
        let host =
            plan.apiServer.publicAccess != nil && plan.location != nil
            ? "\(plan.name).\(plan.location ?? "").\(plan.cloud.publicNameSuffix)"
            : "\(plan.apiServer.internalAddress)"
        return "https://\(host):\(plan.apiServer.port)"
    }
}
