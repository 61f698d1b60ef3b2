extension KeyTable {
    /// `kubernetesConfig` of the cluster.
    static let kubernetes: [KeyRow] = below(
        "properties.orchestratorProfile.kubernetesConfig",
        clusterNetwork, safety, components, cloudProvider)

    private static let clusterNetwork: [KeyRow] = all(
        rows(of: SubnetOfInterface.self, "clusterSubnet"),
        rows(of: ChangedServiceRange.self, "serviceCidr", "dnsServiceIP"),
        rows(of: InterfaceAddresses.self, "maxPods"),
        rows(of: ControlPlaneSettings.self, "kubeProxyMode"),
        // There is one value of each.
        rows(of: nil, "loadBalancerSku", "excludeMasterFromStandardLB"),
        rows(of: ChangedEgress.self, "loadBalancerOutboundIPs", "outboundRuleIdleTimeoutInMinutes"),
        rows(
            of: ControlPlaneSettings.self, "maximumLoadBalancerRuleCount", "cloudProviderDisableOutboundSNAT",
            "enableMultipleStandardLoadBalancers", "tags"),
        [KeyRow("privateCluster", ControlPlaneSettings.self, .object)],
        rows(of: ControlPlaneSettings.self, "privateCluster.enabled"),
        [KeyRow("privateCluster.jumpboxProfile", ChangedJumpbox.self, .object)],
        below(
            "privateCluster.jumpboxProfile",
            rows(of: ChangedJumpbox.self, "name", "vmSize", "osDiskSizeGB", "username", "publicKey")))

    private static let safety: [KeyRow] = all(
        rows(of: ControlPlaneSettings.self, "useManagedIdentity", "userAssignedID", "useInstanceMetadata"),
        rows(of: EncryptionAtRest.self, "enableDataEncryptionAtRest", "etcdEncryptionKey"))

    private static let components: [KeyRow] = all(
        [KeyRow("kubeletConfig", NodeSettings.self, .map)],
        [
            "apiServerConfig", "controllerManagerConfig", "schedulerConfig", "cloudControllerManagerConfig",
        ].map { KeyRow($0, ControlPlaneSettings.self, .map) },
        // There is one runtime and one etcd.
        rows(of: nil, "containerRuntime", "etcdVersion"),
        rows(of: NodeSettings.self, "containerRuntimeConfig.dataDir"),
        rows(of: ShrunkDisk.self, "etcdDiskSizeGB"),
        rows(of: ControlPlaneSettings.self, "etcdStorageLimitGB"),
        rows(of: NodeSettings.self, "gcHighThreshold", "gcLowThreshold"),
        [KeyRow("addons", ControlPlaneSettings.self, .list(by: "name"))],
        below(
            "addons[]",
            rows(of: ControlPlaneSettings.self, "name", "enabled", "mode"),
            [KeyRow("containers", ControlPlaneSettings.self, .list(by: "name"))],
            below(
                "containers[]",
                rows(
                    of: ControlPlaneSettings.self, "name", "image", "cpuRequests", "memoryRequests",
                    "cpuLimits", "memoryLimits")),
            // Of the log-in to registries NodeSettings knows that it concerns every machine.
            [KeyRow("config", ControlPlaneSettings.self, .map)], rows(of: ControlPlaneSettings.self, "data")))

    private static let cloudProvider: [KeyRow] = rows(
        of: ControlPlaneSettings.self, "cloudProviderBackoff", "cloudProviderBackoffRetries",
        "cloudProviderBackoffJitter", "cloudProviderBackoffDuration", "cloudProviderBackoffExponent",
        "cloudProviderRateLimit", "cloudProviderRateLimitQPS", "cloudProviderRateLimitQPSWrite",
        "cloudProviderRateLimitBucket", "cloudProviderRateLimitBucketWrite")
}
