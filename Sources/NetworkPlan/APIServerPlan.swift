public import Addressing

/// Where the API server is reached.
public struct APIServerPlan: Sendable {
    /// The name that certificates and kubeconfigs carry and every node resolves, such as `api.NAME.internal`.
    public var endpointName: String
    /// The port, 6443.
    public var port: Int
    /// The frontend of the internal load balancer; nodes go there.
    public var internalAddress: IPv4Address
    /// The internal load balancer's name.
    public var internalLoadBalancerName: String
    /// The public way in, nil for a private cluster.
    public var publicAccess: PublicAccess?
    /// Names and addresses in its certificate, in order, without repetition.
    public var subjectAltNames: [String]

    /// The public way in.
    public struct PublicAccess: Sendable {
        /// The load balancer's name.
        public var loadBalancerName: String
        /// The public address's name.
        public var publicIPName: String
        /// The DNS label of that address, lower case.
        public var domainNameLabel: String
        /// Whether masters leave for the internet by this load balancer; not where a NAT gateway or nothing serves.
        public var hasOutboundRule: Bool
    }
}
