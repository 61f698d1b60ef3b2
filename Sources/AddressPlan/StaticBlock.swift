public import Addressing
public import Findings

/// The addresses that are fixed before the deployment: the masters' and the internal load balancer's.
public struct StaticBlock: Sendable, Hashable {
    /// Index of the masters' subnet in the plan, nil where it cannot be told.
    public let subnet: Int?
    /// The masters' addresses in order; shorter than the number of masters if they run past the last address.
    public let masters: [IPv4Address]
    /// The frontend of the API server's internal load balancer, nil past the last address.
    public let loadBalancer: IPv4Address?
    /// Where the first address stands, or would stand.
    public let firstPath: ModelPath
    /// Where the load balancer's stands, or would stand.
    public let loadBalancerPath: ModelPath

    /// Distance of the load balancer's address from the first master's where the model says none, as in acs-engine.
    public static let loadBalancerOffset = 10

    /// All addresses of the block.
    public var addresses: [IPv4Address] { masters + (loadBalancer.map { [$0] } ?? []) }

    /// Where the masters of an own VNet begin when the model says nothing: in a subnet of /23 or larger the fifth
    /// address of its last /24, as in acs-engine; in a smaller one sixteen before the last, but not among Azure's.
    ///
    /// acs-engine's formula leaves any subnet smaller than /24.
    public static func standardStart(in subnet: IPv4Prefix) -> IPv4Address? {
        let size = subnet.size
        let index = subnet.length <= 23 ? size - 256 + 5 : max(size - 1 - 16, AzureSubnet.reservedAtStart)
        return subnet.address(at: index)
    }
}
