/// `orchestratorProfile.kubernetesConfig`: the cluster's settings, by concern.
public struct KubernetesConfig: ModelObject {
    /// Pods, services and load balancers.
    public var network = KubernetesNetworkConfig()
    /// Identity and safety.
    public var safety = KubernetesSafetyConfig()
    /// The programs and their flags.
    public var components = KubernetesComponentsConfig()
    /// The cloud provider's patience with Azure.
    public var cloudProvider = CloudProviderConfig()

    /// One that says nothing.
    public init() {}

    /// The keys of all four, which stand flat in one object.
    public static let keys: [ModelKey<KubernetesConfig>] =
        ModelKey.flat(\.network) + ModelKey.flat(\.safety) + ModelKey.flat(\.components)
        + ModelKey.flat(\.cloudProvider)
}
