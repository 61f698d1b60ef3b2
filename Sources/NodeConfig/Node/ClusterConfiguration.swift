import Addressing
import JSONText
import NetworkPlan

/// kubeadm's ClusterConfiguration.
///
/// Source: Kubernetes, "kubeadm Configuration (v1beta4)".
enum ClusterConfiguration {
    static func value(of plan: ClusterPlan) -> JSONValue {
        let kubernetes = plan.kubernetes
        func isOff(_ name: String) -> Bool {
            // Also where the model brings its own manifest.
            kubernetes.addons.contains { $0.name == name && (!$0.isEnabled || $0.manifest != nil) }
        }
        return .object(present: [
            "apiVersion": "kubeadm.k8s.io/v1beta4",
            "kind": "ClusterConfiguration",
            "clusterName": .string(plan.name),
            "kubernetesVersion": .string("v\(kubernetes.version)"),
            "controlPlaneEndpoint": .string("\(plan.apiServer.endpointName):\(plan.apiServer.port)"),
            "encryptionAlgorithm": .string(plan.keyAlgorithm.rawValue),
            "networking": [
                "serviceSubnet": .string("\(plan.network.serviceCidr)"), "dnsDomain": "cluster.local",
            ],
            "apiServer": apiServer(plan),
            "controllerManager": [
                "extraArgs":
                    ([
                        CommandFlag("cloud-provider", "external"),
                        CommandFlag("allocate-node-cidrs", "false"),
                        CommandFlag("cluster-name", plan.name),
                    ] + kubernetes.controllerManagerFlags).kubeadmArguments
            ],
            "scheduler": kubernetes.schedulerFlags.isEmpty
                ? [:] : ["extraArgs": kubernetes.schedulerFlags.kubeadmArguments],
            "etcd": ["local": etcd(plan)],
            "dns": isOff("coredns") ? ["disabled": true] : nil,
            "proxy": isOff("kube-proxy") ? ["disabled": true] : nil,
        ])
    }

    private static func apiServer(_ plan: ClusterPlan) -> JSONValue {
        let kubernetes = plan.kubernetes
        var flags = AuditSettings.flags + openIDConnect(kubernetes)
        var volumes = AuditSettings.volumes
        if kubernetes.encryptsSecrets {
            flags.append(CommandFlag("encryption-provider-config", EncryptionSettings.path))
            volumes.append(EncryptionSettings.volume)
        }
        return [
            "certSANs": .array(plan.apiServer.subjectAltNames.map { .string($0) }),
            "extraArgs": (flags + kubernetes.apiServerFlags).kubeadmArguments,
            "extraVolumes": .array(volumes),
        ]
    }

    /// etcd's data lies in a folder of its disk, not at its top, where `lost+found` stands.
    private static func etcd(_ plan: ClusterPlan) -> JSONValue {
        [
            "dataDir": "/var/lib/etcddisk/etcd",
            "extraArgs": [
                CommandFlag("quota-backend-bytes", "\(plan.kubernetes.etcdStorageLimitGB << 30)"),
                CommandFlag("auto-compaction-mode", "periodic"),
                CommandFlag("auto-compaction-retention", "8h"),
            ].kubeadmArguments,
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
}

/// How the API server takes down who did what.
///
/// Source: Kubernetes, "Auditing".
enum AuditSettings {
    /// The policy on masters.
    static let policyPath = "/etc/kubernetes/audit-policy.yaml"
    private static let logFolder = "/var/log/kubernetes/audit"

    /// 10 files of 100 MB, 30 days at most.
    static let flags = [
        CommandFlag("audit-policy-file", policyPath), CommandFlag("audit-log-path", "\(logFolder)/audit.log"),
        CommandFlag("audit-log-maxage", "30"), CommandFlag("audit-log-maxbackup", "10"),
        CommandFlag("audit-log-maxsize", "100"),
    ]

    static let volumes: [JSONValue] = [
        [
            "name": "audit-policy", "hostPath": .string(policyPath), "mountPath": .string(policyPath),
            "readOnly": true, "pathType": "File",
        ],
        [
            "name": "audit-log", "hostPath": .string(logFolder), "mountPath": .string(logFolder),
            "readOnly": false, "pathType": "DirectoryOrCreate",
        ],
    ]
}

/// How secrets are encrypted in etcd.
///
/// Source: Kubernetes, "Encrypting Confidential Data at Rest": `secretbox` wants keys of 32 bytes; `aescbc`, which the old
/// tools used, takes shorter ones as well.
enum EncryptionSettings {
    /// The file on masters.
    static let path = "/etc/kubernetes/encryption-config.yaml"

    static let volume: JSONValue = [
        "name": "encryption", "hostPath": .string(path), "mountPath": .string(path), "readOnly": true,
        "pathType": "File",
    ]

    /// The file's content; a step fills in the key.
    static func value(of kubernetes: KubernetesPlan) -> JSONValue {
        let provider = kubernetes.hasShortEncryptionKey ? "aescbc" : "secretbox"
        let keys: JSONValue = ["keys": [["name": "key1", "secret": "{etcdEncryptionKey}"]]]
        return [
            "apiVersion": "apiserver.config.k8s.io/v1",
            "kind": "EncryptionConfiguration",
            "resources": [
                [
                    "resources": ["secrets"],
                    "providers": [.object([JSONMember(provider, keys)]), ["identity": [:]]],
                ]
            ],
        ]
    }
}
