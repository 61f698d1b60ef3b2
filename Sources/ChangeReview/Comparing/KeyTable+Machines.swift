extension KeyTable {
    /// `masterProfile`.
    static let masters: [KeyRow] = below(
        "properties.masterProfile",
        rows(of: ChangedMasterCount.self, "count"), rows(of: ChangedClusterName.self, "dnsPrefix"), machine,
        rows(of: VNetRangeInUse.self, "vnetCidr"),
        rows(of: ChangedFixedAddress.self, "firstConsecutiveStaticIP", "internalLoadBalancerIP"),
        [KeyRow("customFiles", ControlPlaneSettings.self, .list(by: "dest"))],
        below("customFiles[]", rows(of: ControlPlaneSettings.self, "source", "dest")),
        [KeyRow("subjectAltNames", ControlPlaneSettings.self, .set)])

    /// `agentPoolProfiles`.
    static let pools: [KeyRow] = all(
        [KeyRow("properties.agentPoolProfiles", NodesAdded.self, .list(by: "name"))],
        below(
            "properties.agentPoolProfiles[]",
            rows(of: NodesAdded.self, "name", "count"), machine,
            // Only plans for upgrades know it.
            rows(of: nil, "maxSurge"),
            rows(of: ChangedDataDisks.self, "diskSizesGB"),
            rows(of: ChangedMachine.self, "dataDiskCachingType", "diskEncryptionSetID"),
            [KeyRow("customNodeLabels", NodeSettings.self, .map)],
            rows(of: ChangedMachine.self, "acceleratedNetworkingEnabled"),
            rows(of: ChangedPlacement.self, "scaleSetPriority", "scaleSetEvictionPolicy"),
            rows(of: ScaleSetPolicy.self, "spotMaxPrice", "vmssOverProvisioningEnabled"),
            rows(of: ChangedMachine.self, "enableVMSSNodePublicIP"),
            [KeyRow("loadBalancerBackendAddressPoolIDs", ChangedMachine.self, .set)]))

    /// What masters and pools have in common.
    private static let machine: [KeyRow] = all(
        rows(of: ChangedMachine.self, "vmSize", "osDiskSizeGB", "osDiskCachingType"),
        rows(of: SubnetOfInterface.self, "vnetSubnetID", "subnet"),
        rows(of: InterfaceAddresses.self, "ipAddressCount"),
        rows(of: ChangedMachine.self, "storageProfile"),
        rows(of: ChangedAvailability.self, "availabilityProfile"),
        rows(of: ChangedPlacement.self, "availabilityZones"),
        // Every distribution that is accepted means the current Ubuntu LTS.
        rows(of: nil, "distro"),
        [KeyRow("imageReference", ChangedMachine.self, .object)],
        below(
            "imageReference",
            rows(of: ChangedMachine.self, "name", "resourceGroup", "subscriptionId", "gallery", "version")),
        [KeyRow("kubernetesConfig.kubeletConfig", NodeSettings.self, .map)],
        rows(of: InterfaceAddresses.self, "kubernetesConfig.maxPods"),
        rows(
            of: ChangedPlacement.self, "platformFaultDomainCount", "platformUpdateDomainCount",
            "singlePlacementGroup"),
        [KeyRow("customVMTags", ChangedTags.self, .map), KeyRow("sysctldConfig", NodeSettings.self, .map)],
        rows(of: ChangedPlacement.self, "proximityPlacementGroupID"),
        rows(of: ChangedMachine.self, "ultraSSDEnabled", "encryptionAtHost"))

    /// Who logs in, with which identity machines call Azure, certificates, and the machines' Linux.
    static let people: [KeyRow] = below(
        "properties",
        below(
            "linuxProfile",
            rows(of: ChangedLogin.self, "adminUsername"),
            [KeyRow("ssh.publicKeys", ChangedLogin.self, .list(by: "keyData"))],
            rows(of: ChangedLogin.self, "ssh.publicKeys[].keyData"),
            [KeyRow("secrets", ChangedLogin.self, .list(by: "sourceVault"))],
            below(
                "secrets[]",
                rows(of: ChangedLogin.self, "sourceVault", "sourceVault.id"),
                [KeyRow("vaultCertificates", ChangedLogin.self, .list(by: "certificateUrl"))],
                rows(of: ChangedLogin.self, "vaultCertificates[].certificateUrl")),
            [KeyRow("customSearchDomain", NodeSettings.self, .object)],
            rows(of: NodeSettings.self, "customSearchDomain.name"),
            [KeyRow("customNodesDNS", NodeSettings.self, .object)],
            rows(of: NodeSettings.self, "customNodesDNS.dnsServer"),
            rows(
                of: NodeSettings.self, "runUnattendedUpgradesOnBootstrap", "enableUnattendedUpgrades",
                "eth0MTU")),
        [KeyRow("servicePrincipalProfile", ControlPlaneSettings.self, .object)],
        below(
            "servicePrincipalProfile",
            rows(of: ControlPlaneSettings.self, "clientId", "secret"),
            reference("keyvaultSecretRef", ControlPlaneSettings.self),
            rows(of: ControlPlaneSettings.self, "objectId")),
        [KeyRow("certificateProfile", ClusterCertificates.self, .object)],
        below("certificateProfile", certificates),
        [KeyRow("aadProfile", ControlPlaneSettings.self, .object)],
        below(
            "aadProfile",
            rows(of: ControlPlaneSettings.self, "clientAppID", "serverAppID", "tenantID", "adminGroupID")),
        rows(of: ChangedNetworkParts.self, "featureFlags.blockOutboundInternet"))

    private static let certificates: [KeyRow] = all(
        ["ca", "apiServer", "client", "kubeConfig", "etcdServer", "etcdClient"].flatMap {
            rows(of: ClusterCertificates.self, "\($0)Certificate", "\($0)PrivateKey")
        },
        rows(of: ClusterCertificates.self, "etcdPeerCertificates", "etcdPeerPrivateKeys", "keyAlgorithm"))

    /// A reference to a secret of a Key Vault.
    static func reference(_ key: String, _ rule: any ChangeRule.Type) -> [KeyRow] {
        all([KeyRow(key, rule, .object)], below(key, rows(of: rule, "vaultID", "secretName", "version")))
    }
}
