public import Catalogue
public import ClusterModel

/// Everything that is decided about a cluster: each name, address, subnet, count and version once. Renderers print it
/// and decide nothing.
public struct ClusterPlan: Sendable {
    /// The cluster's name: the DNS prefix in lower case. Every resource's name begins with it.
    public var name: String
    /// The region, nil for the resource group's.
    public var location: String?
    /// The cloud of that region.
    public var cloud: Cloud
    /// Tags of every resource.
    public var tags: StringMap
    /// The network.
    public var network: NetworkLayout
    /// Tags of an own VNet beside the cluster's.
    public var vnetTags: StringMap
    /// DNS servers of an own VNet's machines; Azure's where there are none.
    public var dnsServers: [String]
    /// The gateways that connect sites.
    public var gateways: [GatewayPlan]
    /// What services of type LoadBalancer use, nil where the model says nothing.
    public var services: ServicesPlan?
    /// The API server's endpoints.
    public var apiServer: APIServerPlan
    /// The masters.
    public var masters: MastersPlan
    /// The pools.
    public var pools: [PoolPlan]
    /// The way to the internet.
    public var egress: EgressPlan
    /// The identity with which machines call Azure.
    public var identity: IdentityPlan
    /// Who logs in to the machines.
    public var access: AccessPlan
    /// The machine from which people reach a private cluster, nil for none.
    public var jumpbox: JumpboxPlan?
    /// Kubernetes and its settings.
    public var kubernetes: KubernetesPlan
    /// Where nodes get slipway-vnet from.
    public var plugin: PluginPlan
    /// Proxy, mirror and bundle of machines.
    public var provisioning: ProvisioningPlan
    /// Certificates and keys that the model gives.
    public var certificates: [CertificatePlan]
    /// The kind of keys that are made.
    public var keyAlgorithm: KeyAlgorithmPlan
    /// Settings of the machines' Linux.
    public var linux: LinuxPlan

    /// Whether nodes are kept from the internet by a network security rule.
    public var blocksOutboundInternet: Bool
}
