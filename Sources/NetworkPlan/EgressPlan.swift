/// How nodes and pods reach the internet.
public enum EgressPlan: Sendable, Hashable {
    /// An outbound rule of the public load balancer `loadBalancerName`, which every node's primary ipConfiguration joins.
    case outboundRule(OutboundRulePlan)
    /// A NAT gateway on the cluster's own subnets.
    case natGateway(name: String, publicIPNames: [String], idleTimeoutInMinutes: Int)
    /// Nothing that slipway makes.
    case none
}

/// An outbound rule.
public struct OutboundRulePlan: Sendable, Hashable {
    /// The load balancer that has it: the public one, which services also use.
    public var loadBalancerName: String
    /// Its public addresses.
    public var publicIPNames: [String]
    /// Minutes after which an idle flow ends.
    public var idleTimeoutInMinutes: Int
    /// Whether masters leave by it, too: those of a private cluster have no other public load balancer.
    public var includesMasters: Bool
    /// SNAT ports of each node, a multiple of 8; 0 lets Azure choose by the number of nodes.
    public var allocatedOutboundPorts: Int
}
