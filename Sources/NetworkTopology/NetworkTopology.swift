public import AddressPlan
public import Addressing
public import ClusterModel
public import Findings

/// The network of a cluster as the model describes it: subnets, routes, security rules, neighbours and ways out.
///
/// It is made of any model, also of a wrong one, so that rules can judge it; what cannot be told is left out. The plan,
/// the renderers and the tracer read it and decide none of it anew.
public struct NetworkTopology: Sendable {
    /// The cluster's name: the DNS prefix in lower case.
    public internal(set) var clusterName: String
    /// The id of the existing VNet, nil where slipway makes it.
    public internal(set) var existingVNet: String?
    /// The VNet's address space; where the model does not say that of an existing one, its known subnets.
    public internal(set) var space: [IPv4Prefix] = []
    /// All subnets that the model knows, in the order and with the indices of the address plan.
    public internal(set) var subnets: [NetworkSubnet] = []
    /// The masters, then the pools.
    public internal(set) var machines: [MachineGroup] = []
    /// The API server's addresses.
    public internal(set) var apiServer: APIServerEnds
    /// Addresses of services, which exist on nodes only.
    public internal(set) var serviceCidr: IPv4Prefix?
    /// Peered VNets.
    public internal(set) var peerings: [Peering] = []
    /// Networks on premises.
    public internal(set) var sites: [Site] = []
    /// The gateways that slipway makes.
    public internal(set) var gateways = Gateways()
    /// Services with endpoints.
    public internal(set) var serviceEndpoints: [ServiceEndpoint] = []
    /// Resources with private endpoints.
    public internal(set) var privateEndpoints: [PrivateEndpoint] = []
    /// Public addresses for pods.
    public internal(set) var publicAddresses: [PublicAddress] = []
    /// The private address of the machine from which people reach a private cluster; nil for none, or where Azure chooses.
    public internal(set) var jumpboxAddress: IPv4Address?
    /// Rules of the network security group that slipway writes, without Azure's own.
    public internal(set) var securityRules: [SecurityRule] = []
    /// The way to the internet.
    public internal(set) var egress: EgressWay
    /// Where the way to the internet stands in the model.
    public let egressPath = Paths.networkProfile["egress"]
    /// Destinations that see pods' own addresses. Sorted.
    public internal(set) var unmasqueraded: [IPv4Prefix] = []
    /// Pods whose own address every destination sees. Sorted.
    public internal(set) var unmasqueradedSources: [IPv4Prefix] = []

    /// Azure's address for DNS, DHCP and health probes; it answers pods' addresses as well as nodes'.
    ///
    /// Source: Microsoft Learn, "What is IP address 168.63.129.16?".
    public static let platformAddress = IPv4Address(bits: 0xA83F_8110)
    /// Azure's instance metadata service; it answers a machine's first address only.
    public static let metadataAddress = IPv4Address(bits: 0xA9FE_A9FE)

    /// The network of `cluster`, of which `addresses` is the demand.
    public init(_ cluster: Cluster, _ addresses: AddressPlan) {
        let properties = cluster.properties
        let network = properties.networkProfile
        let kubernetes = properties.orchestratorProfile.kubernetesConfig.network
        clusterName = (properties.masterProfile.dnsPrefix ?? "cluster").lowercased()
        serviceCidr = addresses.service.prefix
        apiServer = APIServerEnds(
            internalAddress: addresses.staticBlock?.loadBalancer,
            masters: addresses.staticBlock?.masters ?? [],
            isPublic: !(kubernetes.privateCluster?.enabled ?? false), path: Paths.masterProfile)
        egress = EgressWay(network.egress)
        addSpace(addresses, network)
        addSubnets(addresses, network)
        addMachines(addresses, properties)
        addNeighbours(network)
        addGateways(network)
        addEndpoints(network, addresses)
        addRoutes(network)
        addSecurityRules(properties)
        addMasquerade(network)
    }

    /// Whether the VNet is somebody else's.
    public var isExistingVNet: Bool { existingVNet != nil }

    /// Index of the subnet that holds `address`.
    public func subnet(holding address: IPv4Address) -> Int? {
        subnets.firstIndex { $0.prefix?.contains(address) ?? false }
    }

    /// Index of the subnet of that name, compared without regard to case.
    public func subnet(named name: String) -> Int? {
        let folded = name.lowercased()
        return subnets.firstIndex {
            $0.name.lowercased() == folded || $0.prefix.map { "\($0)" } == name
        }
    }
}
