import ClusterModel
import Findings

/// The secrets that a model gives itself.
enum SecretKeys {
    /// Each with its row's pattern, its path, and what tells it from others of the pattern.
    static func all(
        of properties: Properties
    ) -> [(pattern: String, path: ModelPath, identity: String, secret: Secret)] {
        var found: [(pattern: String, path: ModelPath, identity: String, secret: Secret)] = []
        func add(_ path: ModelPath, _ secret: Secret?, _ identity: String = "") {
            guard let secret, !secret.isEmpty else { return }
            found.append((pattern(of: path), path, identity, secret))
        }
        let top = ModelPath.properties
        add(top["servicePrincipalProfile"]["secret"], properties.servicePrincipalProfile?.secret)
        add(
            top["orchestratorProfile"]["kubernetesConfig"]["etcdEncryptionKey"],
            properties.orchestratorProfile.kubernetesConfig.safety.etcdEncryptionKey)
        if let profile = properties.certificateProfile {
            let path = top["certificateProfile"]
            add(path["caPrivateKey"], profile.caPrivateKey)
            add(path["apiServerPrivateKey"], profile.apiServerPrivateKey)
            add(path["clientPrivateKey"], profile.clientPrivateKey)
            add(path["kubeConfigPrivateKey"], profile.kubeConfigPrivateKey)
            add(path["etcdServerPrivateKey"], profile.etcdServerPrivateKey)
            add(path["etcdClientPrivateKey"], profile.etcdClientPrivateKey)
            for (index, key) in profile.etcdPeerPrivateKeys.enumerated() {
                add(path["etcdPeerPrivateKeys"], key, "\(index)")
            }
        }
        for (index, site) in properties.networkProfile.onPremises.enumerated() {
            let path = top["networkProfile"]["onPremises"][index]
            add(path["vpn"]["sharedKey"], site.vpn?.sharedKey, site.name ?? "")
            add(
                path["expressRoute"]["authorizationKey"], site.expressRoute?.authorizationKey,
                site.name ?? "")
        }
        return found
    }

    /// The path with `[]` for its elements.
    static func pattern(of path: ModelPath) -> String {
        var text = ""
        for step in path.steps {
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .index: text += "[]"
            }
        }
        return text
    }
}
