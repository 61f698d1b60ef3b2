import Addressing
import ClusterModel
import JSONText
import NetworkPlan

/// What kubeadm reads, in its version v1beta4. A step on the machine fills in `{nodeName}`, `{address}`, `{tenantId}`,
/// `{bootstrapToken}` and `{caCertHash}`, and takes the documents that it needs.
///
/// Source: Kubernetes, "kubeadm Configuration (v1beta4)", "Kubelet Configuration (v1beta1)", "kube-proxy Configuration
/// (v1alpha1)".
enum KubeadmDocuments {
    /// The pods' interfaces on the host begin with this; kube-proxy knows local traffic by it.
    static let podInterfacePrefix = "slw"

    /// The masters' documents: the first one begins the cluster, the others join it.
    static func masters(_ plan: ClusterPlan) -> JSONValue {
        let registration = registration(
            [CommandFlag("max-pods", "\(KubeletFlags.maxPods(plan.masters.nic))")] + plan.masters.kubeletFlags
        )
        return [
            initConfiguration(plan, registration), clusterConfiguration(plan), kubeletConfiguration(plan),
            kubeProxyConfiguration(plan),
            joinConfiguration(plan, registration, controlPlane: ["localAPIEndpoint": localEndpoint(plan)]),
        ]
    }

    /// The document with which the nodes of `pool` join.
    static func pool(_ plan: ClusterPlan, _ pool: PoolPlan) -> JSONValue {
        [joinConfiguration(plan, registration(KubeletFlags.flags(pool)), controlPlane: nil)]
    }

    private static func initConfiguration(_ plan: ClusterPlan, _ registration: JSONValue) -> JSONValue {
        [
            "apiVersion": "kubeadm.k8s.io/v1beta4",
            "kind": "InitConfiguration",
            "bootstrapTokens": [["token": "{bootstrapToken}", "ttl": "24h0m0s"]],
            "localAPIEndpoint": localEndpoint(plan),
            "nodeRegistration": registration,
        ]
    }

    private static func joinConfiguration(
        _ plan: ClusterPlan, _ registration: JSONValue, controlPlane: JSONValue?
    ) -> JSONValue {
        .object(present: [
            "apiVersion": "kubeadm.k8s.io/v1beta4",
            "kind": "JoinConfiguration",
            "discovery": [
                "bootstrapToken": [
                    "apiServerEndpoint": .string("\(plan.apiServer.endpointName):\(plan.apiServer.port)"),
                    "token": "{bootstrapToken}",
                    "caCertHashes": ["{caCertHash}"],
                ]
            ],
            "nodeRegistration": registration,
            "controlPlane": controlPlane,
            // Machines may come before the API server.
            "timeouts": ["discovery": "20m0s"],
        ])
    }

    private static func localEndpoint(_ plan: ClusterPlan) -> JSONValue {
        ["advertiseAddress": "{address}", "bindPort": .integer(plan.apiServer.port)]
    }

    private static func registration(_ flags: [CommandFlag]) -> JSONValue {
        [
            "name": "{nodeName}",
            "criSocket": "unix:///run/containerd/containerd.sock",
            "kubeletExtraArgs": arguments(
                [CommandFlag("cloud-provider", "external"), CommandFlag("node-ip", "{address}")] + flags),
        ]
    }

    private static func clusterConfiguration(_ plan: ClusterPlan) -> JSONValue {
        let kubernetes = plan.kubernetes
        let coredns = kubernetes.addons.first { $0.name == "coredns" }
        let proxy = kubernetes.addons.first { $0.name == "kube-proxy" }
        return .object(present: [
            "apiVersion": "kubeadm.k8s.io/v1beta4",
            "kind": "ClusterConfiguration",
            "clusterName": .string(plan.name),
            "kubernetesVersion": .string("v\(kubernetes.version)"),
            "controlPlaneEndpoint": .string("\(plan.apiServer.endpointName):\(plan.apiServer.port)"),
            "networking": [
                "serviceSubnet": .string("\(plan.network.serviceCidr)"), "dnsDomain": "cluster.local",
            ],
            "apiServer": .object(present: [
                "certSANs": .array(plan.apiServer.subjectAltNames.map { .string($0) }),
                "extraArgs": list(
                    openIDConnect(kubernetes) + encryption(kubernetes) + kubernetes.apiServerFlags),
                "extraVolumes": kubernetes.encryptsSecrets
                    ? [
                        [
                            "name": "encryption", "hostPath": "/etc/kubernetes/encryption-config.yaml",
                            "mountPath": "/etc/kubernetes/encryption-config.yaml", "readOnly": true,
                            "pathType": "File",
                        ]
                    ] : nil,
            ]),
            "controllerManager": [
                "extraArgs": arguments(
                    [
                        CommandFlag("cloud-provider", "external"),
                        CommandFlag("allocate-node-cidrs", "false"),
                        CommandFlag("cluster-name", plan.name),
                    ] + kubernetes.controllerManagerFlags)
            ],
            "scheduler": kubernetes.schedulerFlags.isEmpty
                ? [:] : ["extraArgs": arguments(kubernetes.schedulerFlags)],
            "etcd": [
                "local": [
                    "dataDir": "/var/lib/etcddisk/etcd",
                    "extraArgs": arguments([
                        CommandFlag("quota-backend-bytes", "\(kubernetes.etcdStorageLimitGB << 30)")
                    ]),
                ]
            ],
            "dns": coredns?.isEnabled == false ? ["disabled": true] : nil,
            "proxy": proxy?.isEnabled == false ? ["disabled": true] : nil,
        ])
    }

    private static func kubeletConfiguration(_ plan: ClusterPlan) -> JSONValue {
        [
            "apiVersion": "kubelet.config.k8s.io/v1beta1",
            "kind": "KubeletConfiguration",
            "cgroupDriver": "systemd",
            "clusterDNS": [.string("\(plan.network.dnsServiceIP)")],
            "clusterDomain": "cluster.local",
            "imageGCHighThresholdPercent": .integer(plan.kubernetes.imageGCHighThreshold),
            "imageGCLowThresholdPercent": .integer(plan.kubernetes.imageGCLowThreshold),
            "resolvConf": "/run/systemd/resolve/resolv.conf",
            "rotateCertificates": true,
        ]
    }

    private static func kubeProxyConfiguration(_ plan: ClusterPlan) -> JSONValue {
        [
            "apiVersion": "kubeproxy.config.k8s.io/v1alpha1",
            "kind": "KubeProxyConfiguration",
            "mode": .string(plan.kubernetes.kubeProxyMode.rawValue),
            // Nodes have no range of pods of their own, so traffic is local by the interface it comes from.
            "detectLocalMode": "InterfaceNamePrefix",
            "detectLocal": ["interfaceNamePrefix": .string(podInterfacePrefix)],
        ]
    }

    /// Log-in by Microsoft Entra ID. Source: kube-apiserver, `--oidc-*`.
    private static func openIDConnect(_ kubernetes: KubernetesPlan) -> [CommandFlag] {
        guard let connect = kubernetes.openIDConnect else { return [] }
        // A tenant that the model does not say is the subscription's, which the step on the machine fills in.
        let issuer = "https://sts.windows.net/\(connect.tenantID ?? "{tenantId}")/"
        return [
            CommandFlag("oidc-issuer-url", issuer),
            CommandFlag("oidc-client-id", "spn:\(connect.serverAppID)"),
            CommandFlag("oidc-username-claim", "oid"), CommandFlag("oidc-groups-claim", "groups"),
        ]
    }

    private static func encryption(_ kubernetes: KubernetesPlan) -> [CommandFlag] {
        kubernetes.encryptsSecrets
            ? [CommandFlag("encryption-provider-config", "/etc/kubernetes/encryption-config.yaml")] : []
    }

    private static func list(_ flags: [CommandFlag]) -> JSONValue? { flags.isEmpty ? nil : arguments(flags) }

    /// kubeadm's form of flags: a list of names without hyphens and values.
    private static func arguments(_ flags: [CommandFlag]) -> JSONValue {
        .array(
            flags.map { ["name": .string(String($0.name.drop { $0 == "-" })), "value": .string($0.value)] })
    }
}
