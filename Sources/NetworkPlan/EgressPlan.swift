/// How nodes and pods reach the internet.
public enum EgressPlan: Sendable, Hashable {
    /// An outbound rule of the public load balancer `loadBalancerName`, which every node's primary ipConfiguration joins.
    case outboundRule(OutboundRulePlan)
    /// A NAT gateway on the cluster's own subnets.
    case natGateway(NATGatewayPlan)
    /// Nothing that slipway makes: an appliance, or a way of the network team's.
    case none
}

/// A NAT gateway.
public struct NATGatewayPlan: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its public addresses, none with a prefix.
    public var publicIPNames: [String]
    /// A prefix of public addresses in their place.
    public var publicIPPrefix: PublicIPPrefixPlan?
    /// Minutes after which an idle flow ends.
    public var idleTimeoutInMinutes: Int
}

/// A prefix of public addresses.
public struct PublicIPPrefixPlan: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its length, 28 to 31.
    public var length: Int
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
