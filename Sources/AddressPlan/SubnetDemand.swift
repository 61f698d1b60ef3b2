public import Addressing
public import Findings

/// A subnet and what the cluster asks of it.
public struct SubnetDemand: Sendable, Hashable {
    /// Where the subnet comes from.
    public enum Origin: Sendable, Hashable {
        /// It exists, in a VNet of somebody else's.
        case existing(SubnetID)
        /// slipway makes it.
        case own
        /// The model declares it and no profile stands in it.
        case declared
    }

    /// Where it comes from.
    public let origin: Origin
    /// Its name: of existing and declared ones theirs, else the prefix.
    public let name: String
    /// The name that the model gives it, if it does.
    public let declaredName: String?
    /// Its prefix, nil if it is not known here or not written as one.
    public let prefix: IPv4Prefix?
    /// Where the prefix stands, or would stand.
    public let path: ModelPath
    /// Addresses in it that others hold.
    public let inUse: [WrittenRange]
    /// Whether the masters, and with them the internal load balancer, stand in it.
    public internal(set) var hasMasters = false
    /// Addresses of it that are neither machines' nor ordinary pods': of private endpoints, public addresses of pods and
    /// internal services.
    public internal(set) var reserved = 0
    /// Addresses that the cluster asks of it.
    public internal(set) var needed = 0
    /// The same while every pool is upgraded.
    public internal(set) var peak = 0
    /// Of the peak, those that Azure chooses.
    public internal(set) var dynamic = 0

    /// Addresses that can be assigned, nil where the prefix is not known.
    public var usable: Int? { prefix.map { AzureSubnet($0).usable } }

    /// Whether the length is one that a subnet can have (rule IP012): no fit is judged otherwise.
    public var hasPossibleSize: Bool { prefix.map { (8...29).contains($0.length) } ?? false }
}
