public import AddressPlan
public import Addressing
public import ClusterModel
public import Findings

/// A subnet of the VNet.
public struct NetworkSubnet: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its id, where it exists.
    public var id: SubnetID?
    /// Its prefix, nil where only Azure knows it.
    public var prefix: IPv4Prefix?
    /// Where it stands in the model.
    public var path: ModelPath
    /// Whether machines of the cluster stand in it.
    public var isClusters: Bool
    /// Whether masters are among them.
    public var hasMasters: Bool
    /// Whether slipway makes it.
    public var isMade: Bool
    /// Whether it is that of gateways.
    public var isGateways: Bool
    /// Routes that replace Azure's.
    public var routes: [UserRoute] = []
    /// Index of its route table among those that slipway makes; nil for none.
    public var routeTable: Int?
    /// Services that have endpoints in it: indices.
    public var serviceEndpoints: [Int] = []

    /// Whether the network security group judges what enters and leaves it: that of a gateway must have none.
    ///
    /// Source: Microsoft Learn, "About VPN gateway settings".
    public var hasSecurityGroup: Bool { !isGateways }
}

/// A route that replaces Azure's.
public struct UserRoute: Sendable, Hashable {
    /// Its name in the table.
    public var name: String
    /// Where packets go to.
    public var prefix: IPv4Prefix
    /// What they go by.
    public var nextHop: NextHop
    /// Where it stands in the model.
    public var path: ModelPath

    /// What packets go by.
    public enum NextHop: Sendable, Hashable {
        case appliance(IPv4Address)
        case gateway
        case vnet
        case internet
        case none

        /// Azure's word.
        public var type: NextHopType {
            switch self {
            case .appliance: .virtualAppliance
            case .gateway: .virtualNetworkGateway
            case .vnet: .vnetLocal
            case .internet: .internet
            case .none: .none
            }
        }
    }
}

/// Machines that are alike: the masters or a pool.
public struct MachineGroup: Sendable, Hashable {
    /// `masters`, or the pool's name.
    public var name: String
    /// Index of its subnet, nil where it cannot be told.
    public var subnet: Int?
    /// How many.
    public var count: Int
    /// Addresses for pods on each.
    public var podAddresses: Int
    /// Whether they are the masters.
    public var isMasters: Bool
    /// Whether each has a public address of its own.
    public var hasPublicIP: Bool = false
    /// Where it stands in the model.
    public var path: ModelPath
}

/// The addresses of the API server.
public struct APIServerEnds: Sendable, Hashable {
    /// The internal load balancer's.
    public var internalAddress: IPv4Address?
    /// The masters'.
    public var masters: [IPv4Address]
    /// Whether there is a public one.
    public var isPublic: Bool
    /// Where it stands in the model.
    public var path: ModelPath
    /// The port.
    public static let port = 6443
}
