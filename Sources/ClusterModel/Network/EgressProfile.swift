/// How nodes and pods reach the internet.
public struct EgressProfile: ModelObject {
    /// The way.
    public var type = EgressType.loadBalancer
    /// Public addresses of a NAT gateway.
    public var publicIPCount = 1
    /// The length of a prefix of public addresses that the NAT gateway gets in place of single ones, 28 to 31.
    public var publicIPPrefixLength: Int?
    /// SNAT ports that each node must have; the rule about too few asks for it.
    public var minimumPortsPerNode: Int?
    /// Whether pods keep their own addresses on the way to the internet.
    public var preservePodAddresses = false

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<EgressProfile>] = [
        .defaulted("type", \.type),
        .defaulted("publicIPCount", \.publicIPCount, .honoured, .within(1...16)),
        .optional(
            "publicIPPrefixLength", \.publicIPPrefixLength, .honoured, required: false, .within(28...31)),
        .optional(
            "minimumPortsPerNode", \.minimumPortsPerNode, .honoured, required: false, .within(1...64_000)),
        .defaulted("preservePodAddresses", \.preservePodAddresses),
    ]
}

/// The ways to the internet.
public enum EgressType: String, ModelEnum {
    /// An outbound rule of the public load balancer.
    case loadBalancer
    /// A NAT gateway on the cluster's own subnets.
    case natGateway
    /// An appliance, to which a route for 0.0.0.0/0 leads.
    case appliance
    /// None that slipway makes: a route or gateway of the network team, or nothing.
    case none
}
