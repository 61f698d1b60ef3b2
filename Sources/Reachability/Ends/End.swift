public import Addressing

/// An end of a flow, by kind.
public enum End: Sendable, Hashable {
    /// A pod on the machines of this group.
    case pod(Int)
    /// A machine of this group.
    case node(Int)
    /// The API server's internal address.
    case apiServer
    /// The API server's public address.
    case publicAPIServer
    /// A machine in this peered VNet.
    case peer(Int)
    /// A machine in this network behind that peered VNet.
    case behind(peer: Int, network: Int)
    /// A machine at this site.
    case site(Int)
    /// This service with an endpoint.
    case service(Int)
    /// This private endpoint.
    case privateEndpoint(Int)
    /// The pod that holds this public address; as a destination, the public address.
    case publicAddress(Int)
    /// Somebody on the internet.
    case internet
    /// Azure's DNS and probes, 168.63.129.16.
    case platform
    /// The instance metadata service, 169.254.169.254.
    case metadata
    /// An address, wherever it is.
    case address(IPv4Address)
}

/// An end that was found: an address and where it is.
public struct LocatedEnd: Sendable, Hashable {
    /// The end.
    public var end: End
    /// Its address; of public addresses that Azure chooses, one that stands for them.
    public var address: IPv4Address
    /// Where it is.
    public var place: Place
    /// Its name, as people write it.
    public var name: String
}

/// Where an address is.
public enum Place: Sendable, Hashable {
    /// In this subnet.
    case subnet(Int)
    /// In the VNet, in a subnet that the model does not know.
    case vnet
    /// In this peered VNet.
    case peer(Int)
    /// In this network behind that peered VNet.
    case behind(peer: Int, network: Int)
    /// At this site.
    case site(Int)
    /// A range of this service.
    case service(Int)
    /// On nodes only: an address of a Kubernetes service.
    case services
    /// Private, and known to nobody here.
    case nowhere
    /// On the internet.
    case internet
    /// Answered by the host: Azure's DNS and probes.
    case platform
    /// Answered by the host: the instance metadata service.
    case metadata
}
