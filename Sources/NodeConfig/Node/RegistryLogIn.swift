import Catalogue
import ClusterModel
import JSONText
import NetworkPlan

/// kubelet's credential provider for Azure's registries. It asks the metadata service for tokens of the identity that only pulls.
///
/// Source: cloud-provider-azure documentation, "Kubelet Credential Provider"; Kubernetes, "Kubelet Configuration (v1)".
enum RegistryLogIn {
    /// Where the program stands; kubelet finds it by the provider's name.
    static let folder = "/opt/slipway/credential-provider"
    private static let configuration = "/etc/slipway/credential-provider.json"
    /// What the provider reads; a step on the machine adds what the deployment knows.
    private static let settings = "/etc/slipway/registry.json"
    private static let completed = "/etc/kubernetes/registry.json"

    /// kubelet's flags.
    static func flags(_ plan: ClusterPlan) -> [CommandFlag] {
        guard plan.kubernetes.registryIdentity != nil else { return [] }
        return [
            CommandFlag("--image-credential-provider-config", configuration),
            CommandFlag("--image-credential-provider-bin-dir", folder),
        ]
    }

    /// The files.
    static func files(_ plan: ClusterPlan) -> [WrittenFile] {
        guard plan.kubernetes.registryIdentity != nil else { return [] }
        let provider: JSONValue = [
            "apiVersion": "kubelet.config.k8s.io/v1",
            "kind": "CredentialProviderConfig",
            "providers": [
                [
                    "name": .string(AddonCatalogue.registryLogIn),
                    "apiVersion": "credentialprovider.kubelet.k8s.io/v1",
                    "defaultCacheDuration": "10m",
                    "matchImages": ["*.azurecr.io", "*.azurecr.cn", "*.azurecr.us"],
                    "args": [.string(completed)],
                ]
            ],
        ]
        let cloud: JSONValue = [
            "cloud": .string(plan.cloud.providerName), "useManagedIdentityExtension": true,
        ]
        return [
            WrittenFile(configuration, bytes: JSONWriter.bytes(of: provider, .compact)),
            WrittenFile(settings, bytes: JSONWriter.bytes(of: cloud, .compact)),
        ]
    }
}
