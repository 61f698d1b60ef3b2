public import ClusterModel
public import Findings

/// The way of a packet, hop by hop, and of its answer.
public struct Trace: Sendable {
    /// A hop.
    public struct Hop: Sendable, Hashable {
        /// What decides at a hop.
        public enum Stage: String, Sendable {
            case host = "host"
            case sourceAddress = "source address"
            case security = "security group"
            case route = "route"
            case peering = "peering"
            case gateway = "gateway"
            case appliance = "appliance"
            case endpoint = "endpoint"
            case egress = "egress"
            case balancer = "load balancer"
            case destination = "destination"
            case answer = "answer"
        }

        /// What decides.
        public var stage: Stage
        /// What happens, in words.
        public var text: String
        /// Which place of the model decides it; nil where Azure does.
        public var path: ModelPath?
    }

    /// How it ends.
    public enum Verdict: String, Sendable {
        /// The packet arrives, and the answer comes back.
        case allowed
        /// One of both does not.
        case denied
        /// The model does not say enough.
        case unknown
    }

    /// Which address the far end sees.
    public enum Source: String, Sendable {
        /// The sender's own.
        case preserved
        /// That of the pod's node.
        case node
        /// That of the NAT gateway.
        case natGateway
        /// That of the load balancer's outbound rule.
        case outboundRule
        /// The public one of the pod or node itself.
        case publicAddress
        /// That of the appliance.
        case appliance
        /// The model does not say.
        case unknown
    }

    /// Where the flow begins.
    public var from: LocatedEnd
    /// Where it goes.
    public var to: LocatedEnd
    /// The port it goes to.
    public var port: Int
    /// Its transport.
    public var transport: SecurityProtocol
    /// The hops; where it is denied, the last one is the reason.
    public var hops: [Hop] = []
    /// How it ends.
    public var verdict = Verdict.allowed
    /// Which address the far end sees.
    public var source = Source.preserved
    /// That address, where it is known before the deployment; nil in brief.
    public var sourceAddress: String?
    /// What it goes through, in order: `peering hub`, `gateway`, `appliance 10.9.0.4`.
    public var via: [String] = []

    /// The hop that denies it.
    public var denial: Hop? { verdict == .denied ? hops.last : nil }
}
