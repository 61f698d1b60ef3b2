/// slipway's own: what the old language cannot say about the network around the cluster.
public struct NetworkProfile: ModelObject {
    /// The VNet.
    public var vnet = VNetProfile()
    /// Subnets of the VNet, of the cluster's and of others'.
    public var subnets: [SubnetProfile] = []
    /// VNets that are peered with it.
    public var peerings: [PeeringProfile] = []
    /// Networks on premises that reach it.
    public var onPremises: [SiteProfile] = []
    /// The gateways by which slipway connects them.
    public var gateways: GatewaysProfile?
    /// Azure services that subnets reach by Azure's own network.
    public var serviceEndpoints: [ServiceEndpointProfile] = []
    /// Azure resources that have an address in the VNet.
    public var privateEndpoints: [PrivateEndpointProfile] = []
    /// Routes that replace Azure's.
    public var routes: [RouteProfile] = []
    /// How nodes and pods reach the internet.
    public var egress = EgressProfile()
    /// Public addresses that pods can ask for.
    public var publicAddresses: [PublicAddressProfile] = []
    /// What Kubernetes services of type LoadBalancer use.
    public var services: ServicesProfile?
    /// What must be reached, and what must not: statements that `validate` checks.
    public var expect: [String] = []
    /// Where nodes get slipway-vnet from.
    public var plugin: PluginProfile?

    /// One that says nothing.
    public init() {}

    private static let noPolicies =
        "the plugin has no native network policies; write securityRules in networkProfile.subnets, which become rules of "
        + "the network security group"

    /// The keys.
    public static let keys: [ModelKey<NetworkProfile>] = [
        .defaulted("vnet", \.vnet),
        .list("subnets", \.subnets),
        .list("peerings", \.peerings),
        .list("onPremises", \.onPremises),
        .optional("gateways", \.gateways),
        .list("serviceEndpoints", \.serviceEndpoints),
        .list("privateEndpoints", \.privateEndpoints),
        .list("routes", \.routes),
        .defaulted("egress", \.egress),
        .list("publicAddresses", \.publicAddresses),
        .optional("services", \.services),
        .list("expect", \.expect),
        .optional("plugin", \.plugin),
        .known(
            "networkPolicy", OpaqueObject.self, .refused(.said, ModelRule.networkPolicy, because: noPolicies)),
        .known(
            "networkPolicies", OpaqueObject.self,
            .refused(.said, ModelRule.networkPolicy, because: noPolicies)),
    ]
}
