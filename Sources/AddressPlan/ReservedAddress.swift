public import Addressing
public import Findings

/// An address that is fixed before the deployment and is neither a master's nor the load balancer's.
public struct ReservedAddress: Sendable, Hashable {
    /// Whose it is.
    public enum Owner: Sendable, Hashable {
        /// The private endpoint at this index.
        case privateEndpoint(Int)
        /// The public address at this index.
        case publicAddress(Int)
        /// The machine from which people reach a private cluster.
        case jumpbox
    }

    /// Whose it is.
    public let owner: Owner
    /// Index of its subnet in the plan, nil where the model names none that can be told.
    public let subnet: Int?
    /// The address; nil where the subnet's prefix is not known or it has no free one.
    public let address: IPv4Address?
    /// Where it stands, or would stand.
    public let path: ModelPath
}
