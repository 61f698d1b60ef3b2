/// `kubernetesConfig` of the masters or of a pool: kubelet's flags and the number of pods have their effect there,
/// everything else belongs to the cluster.
public struct ProfileKubernetesConfig: ModelObject {
    /// kubelet's flags on these machines, above the cluster's.
    public var kubeletConfig = StringMap()
    /// Pods that kubelet takes on each of these machines.
    public var maxPods: Int?

    /// One that says nothing.
    public init() {}

    /// The two keys that count, and all others of the cluster's, each with a warning.
    public static let keys: [ModelKey<ProfileKubernetesConfig>] =
        [
            .map("kubeletConfig", \.kubeletConfig),
            .optional("maxPods", \.maxPods, .honoured, required: false, .podsPerNode),
        ]
        + KubernetesConfig.keys.map(\.name).filter { $0 != "kubeletConfig" && $0 != "maxPods" }.map { name in
            .known(
                name, OpaqueObject.self,
                .ignored(
                    .said, because: "it is set for the whole cluster, in orchestratorProfile.kubernetesConfig"
                ))
        }
}
