public import Findings

/// All rules.
public enum RuleBook {
    /// Every rule, in the order of their ids.
    public static let rules: [any Rule.Type] = [
        DNSPrefix.self, UnknownRegion.self, SubnetIDForm.self, ResourceIDForm.self, TagLimits.self,
        PoolNames.self, UpperCaseDNSPrefix.self, DuplicateTags.self, OpenAPIServer.self, NameLength.self,
        ResourceNameTaken.self,
        MissingIdentity.self, SecretAndReference.self, InlineSecret.self, ClientIDForm.self,
        KeyVaultReference.self,
        UserAssignedIdentity.self, SSHPublicKeys.self, CertificatePairs.self, InlinePrivateKey.self,
        AdminUsername.self, InlineEncryptionKey.self, VaultCertificates.self,
        SubnetFull.self, NoSurgeRoom.self, SubnetOverlap.self, ServiceCidrOverlap.self, DNSServiceIP.self,
        StaticIPOutsideSubnet.self, StaticIPCollision.self, SubnetOutsideVNet.self, NotCanonicalCIDR.self,
        PeeringOverlap.self, ReservedRange.self, PrefixSize.self, IPv6NotSupported.self,
        SubnetSizeUnknown.self,
        PodsWithoutAddress.self, NotAnAddress.self,
        KubernetesVersionRule.self, FlagForm.self, FlagWithoutEffect.self, NodeMonitorGracePeriod.self,
        MaxPodsFlag.self, ImageGCThresholds.self, NodeLabels.self, NodeTaints.self, Addons.self,
        ContainerRuntimeRule.self, SingleMaster.self, DownloadChecksums.self, ClusterNameSuffix.self,
        UnknownFlag.self, FeatureGates.self, ReservedResources.self, PodsPerCore.self, NodePortRange.self,
        OpenAccess.self, SystemPorts.self,
        NodeLimit.self, PodsPerNode.self, PodsPerCluster.self, NICAddresses.self, PoolSize.self,
        OneVNet.self, SubnetNamedTwice.self, ClusterSubnetUnused.self, BasicLoadBalancer.self,
        JumpboxProfileRule.self, NATGatewaySubnets.self, OutboundPoolSize.self, DuplicateNetworkNames.self,
        StaticIPMissing.self, OutboundPorts.self,
        PeeringVNetID.self, RemoteGateways.self, GatewayTransit.self, SiteWithoutWay.self,
        GatewayInExistingVNet.self, GatewaySubnetMissing.self, GatewaySubnetSize.self, GatewaySubnetUse.self,
        GatewaySubnetDefaultRoute.self, InlineConnectionKey.self, ConnectionKeyReference.self,
        SiteConnectedTwice.self, VPNDeviceAddress.self, BGPSpeaker.self, CircuitID.self, RouteNextHop.self,
        NextHopOutside.self, NextHopInRoutedSubnet.self, RouteTwice.self, NetworkCounts.self,
        UnknownSubnet.self, RouteToPlatform.self, NodesCutFromMasters.self, AsymmetricRoute.self,
        ApplianceEgress.self, NotTransitive.self, MasqueradedRange.self, EndpointBypassesAppliance.self,
        ServiceEndpointConflict.self, PrivateEndpointResource.self, ReservedAddressUnusable.self,
        PublicAddressWithOutboundRule.self, PublicAddressPool.self, DNSLabelForm.self,
        PublicAddressPorts.self, SecurityRuleForm.self, SecurityRulePriority.self,
        SecurityRuleClosesCluster.self, ExpectationUnmet.self, ExpectationForm.self,
        OutboundPortMinimum.self, PreservedSourceWithOutboundRule.self, PublicIPPrefix.self, VNetID.self,
        ExistingVNetUnchanged.self, NeighbourWithoutRanges.self, TunnelRanges.self, CoexistingGateways.self,
        PeeringTwice.self, PeeringHalves.self, EndpointLocation.self,
        UnknownSize.self, RetiredSize.self, GPUSize.self, AcceleratedNetworking.self, DataDisks.self,
        AvailabilityZones.self, MasterScaleSet.self, SpotCapacity.self, PlacementGroup.self,
        Distribution.self,
        EphemeralOSDisk.self, ScaleSetOnly.self, KernelSettings.self, CoreQuota.self, PodDensity.self,
        MasterSize.self,
        SingleNode.self, OneZone.self, UltraDisks.self,
        UnpinnedRelease.self, OldValue.self,
        NoProxyForm.self, BundleContents.self,
    ]

    /// What all rules have to say about the model in `context`.
    public static func findings(in context: RuleContext) -> [Finding] {
        rules.flatMap { $0.findings(in: context) }
    }
}
