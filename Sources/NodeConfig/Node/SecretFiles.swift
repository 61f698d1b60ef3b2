import NetworkPlan

/// `/etc/slipway/secret-files`: where a master puts the secrets that the model takes from Key Vault, one a line: the key in
/// `secrets.json`, the file's mode, its path.
enum SecretFiles {
    private static let folder = "/etc/kubernetes/pki"

    /// The lines, or nil where the model takes nothing from Key Vault.
    static func list(_ plan: ClusterPlan) -> [UInt8]? {
        var lines: [String] = []
        for certificate in plan.certificates {
            for (part, source, mode, suffix) in [
                ("Certificate", certificate.certificate, "0644", "crt"),
                ("PrivateKey", certificate.key, "0600", "key"),
            ] {
                guard case .keyVault = source else { continue }
                for path in paths(of: certificate.use) {
                    let line = "\(certificate.use.prefix)\(part) \(mode) \(folder)/\(path).\(suffix)\n"
                    // The peers of all masters have one key: each master gets its own.
                    if !lines.contains(line) { lines.append(line) }
                }
            }
        }
        return lines.isEmpty ? nil : Array(lines.joined().utf8)
    }

    private static func paths(of use: CertificatePlan.Use) -> [String] {
        switch use {
        case .authority: ["ca"]
        case .apiServer: ["apiserver"]
        case .kubeletClient: ["apiserver-kubelet-client"]
        case .operator: []
        case .etcdServer: ["etcd/server"]
        case .etcdClient: ["apiserver-etcd-client", "etcd/healthcheck-client"]
        case .etcdPeer: ["etcd/peer"]
        }
    }
}
