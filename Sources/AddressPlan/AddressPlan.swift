public import ClusterModel
public import Findings

/// What a model asks of the address space: every range, the demand of every subnet, the fixed addresses.
///
/// It is made of any model, also of a wrong one, so that rules can say all that is wrong at once; what cannot be told
/// is nil. Formulas and their sources: docs/address-plan.md.
public struct AddressPlan: Sendable {
    /// Pods on a node when the model says nothing, as in both old tools.
    public static let standardMaxPods = 30
    /// The one subnet of an own VNet when the model says nothing.
    public static let standardClusterSubnet = "10.240.0.0/12"
    /// The services' addresses when the model says nothing.
    public static let standardServiceCidr = "10.0.0.0/16"
    /// The DNS service's address when the model says nothing.
    public static let standardDNSServiceIP = "10.0.0.10"

    /// The masters' demand, then each pool's.
    public internal(set) var profiles: [ProfileDemand] = []
    /// Subnets with profiles in them, in the order of the profiles, then the declared ones without.
    public internal(set) var subnets: [SubnetDemand] = []
    /// Whether the VNet exists: some profile names a subnet of it by id.
    public let isExistingVNet: Bool
    /// The VNet's address space; empty where the VNet exists and the model does not say.
    public internal(set) var vnet: [WrittenRange] = []
    /// The services' addresses.
    public let service: WrittenRange
    /// The DNS service's address.
    public let dnsService: WrittenRange
    /// Ranges of peered VNets and on-premises networks.
    public internal(set) var neighbours: [WrittenRange] = []
    /// The fixed addresses; nil where the first one is not said and cannot be derived.
    public internal(set) var staticBlock: StaticBlock?
    /// Addresses of private endpoints and public addresses of pods.
    public internal(set) var reserved: [ReservedAddress] = []
    /// Every range and address that the model itself says.
    public internal(set) var written: [WrittenRange] = []

    /// Nodes in all pools; masters do not count.
    public var agentNodes: Int { pools.reduce(0) { $0 + $1.count } }
    /// Pods that all pools can hold.
    public var pods: Int { pools.reduce(0) { $0 + $1.pods } }
    /// The pools' demands.
    public var pools: ArraySlice<ProfileDemand> { profiles.dropFirst() }
    /// The masters' demand.
    public var masters: ProfileDemand? { profiles.first }

    /// The demand of `cluster`.
    public init(_ cluster: Cluster) {
        let properties = cluster.properties
        let network = properties.orchestratorProfile.kubernetesConfig.network
        let config = Paths.kubernetesConfig
        isExistingVNet =
            properties.masterProfile.machine.vnetSubnetID != nil
            || properties.agentPoolProfiles.contains { $0.machine.vnetSubnetID != nil }
        service = WrittenRange(
            network.serviceCidr ?? Self.standardServiceCidr, role: .service, at: config["serviceCidr"])
        dnsService = WrittenRange(
            network.dnsServiceIP ?? Self.standardDNSServiceIP, role: .address, at: config["dnsServiceIP"])
        if network.serviceCidr != nil { written.append(service) }
        if network.dnsServiceIP != nil { written.append(dnsService) }
        addNeighbours(of: properties.networkProfile)
        addProfiles(of: properties)
        addVNet(of: properties)
        addStaticBlock(of: properties.masterProfile)
        addReservedAddresses(of: properties)
        addDestinations(of: properties.networkProfile)
    }
}

/// Places in a model that the plan speaks about.
public enum Paths {
    /// The cluster's Kubernetes settings.
    public static let kubernetesConfig = ModelPath.properties["orchestratorProfile"]["kubernetesConfig"]
    /// The masters.
    public static let masterProfile = ModelPath.properties["masterProfile"]
    /// The pools.
    public static let agentPoolProfiles = ModelPath.properties["agentPoolProfiles"]
    /// slipway's own block.
    public static let networkProfile = ModelPath.properties["networkProfile"]
    /// Users and keys.
    public static let linuxProfile = ModelPath.properties["linuxProfile"]
}
