import ClusterModel
import JSONText
import NetworkPlan

/// `/etc/slipway/kubeadm.json`: what kubeadm reads, in its version v1beta4. A step on the machine fills in what only the
/// machine knows, in braces: its name and address, the tenant, the token and the CA's hash.
///
/// Source: Kubernetes, "kubeadm Configuration (v1beta4)".
enum KubeadmDocuments {
    /// The pods' interfaces on the host begin with this; kube-proxy knows local traffic by it.
    static let podInterfacePrefix = "slw"
    /// The machine's name, filled in there.
    static let nodeName = "{nodeName}"
    /// The machine's own address, filled in there.
    static let address = "{address}"
    private static let token = "{bootstrapToken}"

    /// For masters: the first one initialises, the others join.
    static func ofMasters(_ plan: ClusterPlan) -> JSONValue {
        [
            initConfiguration(plan), ClusterConfiguration.value(of: plan), KubeletSettings.ofCluster(plan),
            KubeProxySettings.value(of: plan),
            joinConfiguration(
                plan, masterRegistration(plan), controlPlane: ["localAPIEndpoint": endpoint(plan)]),
        ]
    }

    /// For the nodes of `pool`.
    static func ofNodes(_ pool: PoolPlan, _ plan: ClusterPlan) -> JSONValue {
        let arguments = KubeletArguments.list(plan, pool.kubeletFlags, labels: pool.labels)
        return [
            joinConfiguration(
                plan, registration(arguments, taints: pool.taints.compactMap(taint)), controlPlane: nil)
        ]
    }

    private static func initConfiguration(_ plan: ClusterPlan) -> JSONValue {
        [
            "apiVersion": "kubeadm.k8s.io/v1beta4",
            "kind": "InitConfiguration",
            "bootstrapTokens": [
                [
                    "token": .string(token), "ttl": "24h0m0s", "usages": ["signing", "authentication"],
                    "groups": ["system:bootstrappers:kubeadm:default-node-token"],
                ]
            ],
            "localAPIEndpoint": endpoint(plan),
            "nodeRegistration": masterRegistration(plan),
            "patches": patches,
            "timeouts": timeouts,
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
                    "token": .string(token), "caCertHashes": ["{caCertHash}"],
                ]
            ],
            "controlPlane": controlPlane,
            "nodeRegistration": registration,
            "patches": patches,
            "timeouts": timeouts,
        ])
    }

    private static func endpoint(_ plan: ClusterPlan) -> JSONValue {
        ["advertiseAddress": .string(address), "bindPort": .integer(plan.apiServer.port)]
    }

    private static func masterRegistration(_ plan: ClusterPlan) -> JSONValue {
        registration(KubeletArguments.list(plan, plan.masters.kubeletFlags, labels: [:]), taints: nil)
    }

    /// - Parameter taints: nil for kubeadm's own, which keep pods from masters.
    private static func registration(_ arguments: JSONValue, taints: [JSONValue]?) -> JSONValue {
        .object(present: [
            "name": .string(nodeName),
            "criSocket": "unix:///run/containerd/containerd.sock",
            "imagePullPolicy": "IfNotPresent",
            "kubeletExtraArgs": arguments,
            "taints": taints.map { .array($0) },
        ])
    }

    /// `key[=value]:Effect` as an object.
    private static func taint(_ text: String) -> JSONValue? {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let pair = text[..<colon].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return .object(present: [
            "key": .string(String(pair[0])),
            "value": pair.count == 2 && !pair[1].isEmpty ? .string(String(pair[1])) : nil,
            "effect": .string(String(text[text.index(after: colon)...])),
        ])
    }

    /// Values of this kind of machine, laid over the cluster's.
    private static let patches: JSONValue = ["directory": .string(KubeletSettings.patchFolder)]

    /// Small machines need longer than kubeadm's standard; workers may boot before masters.
    private static let timeouts: JSONValue = [
        "controlPlaneComponentHealthCheck": "10m0s", "discovery": "20m0s", "tlsBootstrap": "10m0s",
        "kubernetesAPICall": "2m0s", "etcdAPICall": "5m0s",
    ]
}
