public import AddressPlan
public import Addressing
public import NetworkTopology

/// The VNet, its subnets and the ranges around it.
public struct NetworkLayout: Sendable {
    /// The VNet.
    public var vnet: VNetPlan
    /// The cluster's subnets; profiles point into this list.
    public var subnets: [SubnetPlan]
    /// The network security group of own subnets; on existing subnets slipway changes nothing, and the group goes to
    /// the NICs instead.
    public var securityGroupName: String
    /// The services' addresses.
    public var serviceCidr: IPv4Prefix
    /// The DNS service's address.
    public var dnsServiceIP: IPv4Address
    /// Destinations that see pods' own addresses: everything else is reached from the node's address. Sorted, with the
    /// VNet's space, neighbours, services and Azure's platform address 168.63.129.16.
    public var unmasqueraded: [IPv4Prefix]
    /// Pods whose own address every destination sees: those with a public address. Sorted.
    public var unmasqueradedSources: [IPv4Prefix]
    /// Address spaces of peered VNets, by name.
    public var peers: [NeighbourPlan]
    /// Address spaces on premises, by name.
    public var sites: [NeighbourPlan]
    /// Routes, security rules, gateways, endpoints and public addresses.
    public var topology: NetworkTopology
}

/// A network beside the VNet.
public struct NeighbourPlan: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its ranges.
    public var addressSpace: [IPv4Prefix]
}

/// The VNet.
public enum VNetPlan: Sendable {
    /// slipway makes it, in the cluster's resource group.
    case own(name: String, addressSpace: [IPv4Prefix])
    /// It exists and is never part of the template. `subnet` is any subnet of it; the space is what the model knows.
    case existing(subnet: SubnetID, addressSpace: [IPv4Prefix])
}

/// A subnet of the cluster.
public struct SubnetPlan: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The id of an existing one, nil if slipway makes it.
    public var id: SubnetID?
    /// Its prefix, nil where only Azure knows it.
    public var prefix: IPv4Prefix?
    /// Whether masters stand in it.
    public var hasMasters: Bool
    /// Assignable addresses, where the prefix is known.
    public var usable: Int?
    /// Addresses that the cluster takes.
    public var needed: Int
    /// The same during an upgrade.
    public var peak: Int
}
