public import Addressing
public import ClusterModel
public import Findings

/// A service that subnets reach by Azure's own network.
public struct ServiceEndpoint: Sendable {
    /// The service.
    public var service: AzureService
    /// Its ranges as far as the model knows them.
    public var ranges: [IPv4Prefix]
    /// Regions, empty for Azure's choice.
    public var locations: [String]
    /// Indices of the subnets.
    public var subnets: [Int]
    /// Where it stands in the model.
    public var path: ModelPath
}

/// A resource with an address in the VNet.
public struct PrivateEndpoint: Sendable {
    /// Its name.
    public var name: String
    /// The resource's id.
    public var resourceID: String
    /// Which part of it.
    public var groupID: String
    /// Index of its subnet.
    public var subnet: Int?
    /// Its address.
    public var address: IPv4Address?
    /// The private DNS zone that names it, nil where none is known.
    public var zone: String?
    /// Where it stands in the model.
    public var path: ModelPath
}

/// A public address that a pod can ask for by name.
public struct PublicAddress: Sendable {
    /// Its name.
    public var name: String
    /// The DNS label.
    public var label: String?
    /// Index of the pool among the machine groups, nil where the model names none.
    public var group: Int?
    /// Which node of the pool.
    public var node: Int
    /// The private address behind it.
    public var address: IPv4Address?
    /// Ports that are open, with their transports.
    public var ports: [(range: PortRange, transport: SecurityProtocol)]
    /// Who may come.
    public var sources: [AddressMatch]
    /// Where it stands in the model.
    public var path: ModelPath
}

/// The way to the internet.
public enum EgressWay: Sendable, Hashable {
    /// A load balancer's outbound rule, for machines' own addresses only.
    case outboundRule
    /// A NAT gateway of slipway's.
    case natGateway
    /// An appliance, by a route for 0.0.0.0/0.
    case appliance
    /// None of slipway's.
    case none

    init(_ profile: EgressProfile) {
        self =
            switch profile.type {
            case .loadBalancer: .outboundRule
            case .natGateway: .natGateway
            case .appliance: .appliance
            case .none: .none
            }
    }
}
