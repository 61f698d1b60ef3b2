/// A program of Kubernetes whose flags a model can set.
public enum KubernetesComponent: String, Sendable, CaseIterable {
    case kubelet
    case apiServer = "kube-apiserver"
    case controllerManager = "kube-controller-manager"
    case scheduler = "kube-scheduler"
    case cloudControllerManager = "cloud-controller-manager"

    /// Whether slipway sets `flag` itself, so that a model's value is left out (with a warning): certificates,
    /// addresses, and what other parts of the model already say.
    public func owns(_ flag: String) -> Bool { owned.contains(flag) }

    /// Whether today's Kubernetes no longer has `flag`, so that a model's value is left out (with a warning).
    ///
    /// Source: the changelogs of Kubernetes 1.10 to 1.36; flags of the old tools' defaults and examples.
    public func hasLost(_ flag: String) -> Bool { lost.contains(flag) }

    private var owned: Set<String> {
        switch self {
        case .kubelet:
            // Labels, taints and the number of pods have their effect by other ways.
            [
                "--max-pods", "--node-labels", "--register-with-taints", "--cluster-dns", "--cluster-domain",
                "--kubeconfig", "--bootstrap-kubeconfig", "--config", "--client-ca-file", "--cloud-provider",
                "--cloud-config", "--node-ip", "--hostname-override", "--container-runtime-endpoint",
                "--rotate-certificates", "--pod-manifest-path", "--tls-cert-file", "--tls-private-key-file",
                "--image-gc-high-threshold", "--image-gc-low-threshold", "--cgroup-driver",
                "--anonymous-auth",
                "--authorization-mode", "--read-only-port", "--register-node",
            ]
        case .apiServer:
            [
                "--advertise-address", "--secure-port", "--bind-address", "--etcd-servers", "--etcd-cafile",
                "--etcd-certfile", "--etcd-keyfile", "--client-ca-file", "--tls-cert-file",
                "--tls-private-key-file",
                "--kubelet-client-certificate", "--kubelet-client-key", "--proxy-client-cert-file",
                "--proxy-client-key-file", "--requestheader-client-ca-file", "--requestheader-allowed-names",
                "--requestheader-extra-headers-prefix", "--requestheader-group-headers",
                "--requestheader-username-headers", "--service-account-key-file",
                "--service-account-signing-key-file", "--service-account-issuer",
                "--service-cluster-ip-range",
                "--encryption-provider-config", "--oidc-issuer-url", "--oidc-client-id",
                "--oidc-username-claim",
                "--oidc-groups-claim", "--authorization-mode", "--enable-bootstrap-token-auth",
                "--allow-privileged",
                "--audit-policy-file", "--cloud-provider", "--cloud-config",
            ]
        case .controllerManager:
            [
                "--kubeconfig", "--authentication-kubeconfig", "--authorization-kubeconfig",
                "--client-ca-file",
                "--root-ca-file", "--cluster-signing-cert-file", "--cluster-signing-key-file",
                "--service-account-private-key-file", "--requestheader-client-ca-file", "--cluster-cidr",
                "--service-cluster-ip-range", "--allocate-node-cidrs", "--cloud-provider", "--cloud-config",
                "--cluster-name", "--configure-cloud-routes", "--leader-elect",
                "--use-service-account-credentials",
            ]
        case .scheduler:
            [
                "--kubeconfig", "--authentication-kubeconfig", "--authorization-kubeconfig", "--leader-elect",
                "--config",
            ]
        case .cloudControllerManager:
            [
                "--cloud-provider", "--cloud-config", "--cluster-name", "--allocate-node-cidrs",
                "--cluster-cidr",
                "--configure-cloud-routes", "--kubeconfig", "--leader-elect", "--controllers",
            ]
        }
    }

    private var lost: Set<String> {
        switch self {
        case .kubelet:
            [
                "--allow-privileged", "--cadvisor-port", "--network-plugin", "--cni-conf-dir",
                "--cni-bin-dir",
                "--non-masquerade-cidr", "--image-pull-progress-deadline", "--pod-infra-container-image",
                "--container-runtime", "--docker-root", "--azure-container-registry-config",
                "--keep-terminated-pod-volumes",
                "--volume-plugin-dir-legacy", "--require-kubeconfig", "--low-diskspace-threshold-mb",
                "--experimental-allowed-unsafe-sysctls",
            ]
        case .apiServer:
            [
                "--admission-control", "--insecure-port", "--insecure-bind-address", "--apiserver-count",
                "--kubelet-https", "--repair-malformed-updates", "--storage-versions", "--basic-auth-file",
                "--experimental-encryption-provider-config", "--enable-logs-handler", "--target-ram-mb",
                "--service-account-api-audiences",
            ]
        case .controllerManager:
            [
                "--pod-eviction-timeout", "--address", "--port",
                "--horizontal-pod-autoscaler-use-rest-clients",
                "--enable-taint-manager", "--deleting-pods-qps", "--deleting-pods-burst",
                "--register-retry-count",
                "--experimental-cluster-signing-duration",
            ]
        case .scheduler:
            ["--address", "--port", "--algorithm-provider", "--policy-config-file", "--policy-configmap"]
        case .cloudControllerManager: ["--address", "--port"]
        }
    }
}
