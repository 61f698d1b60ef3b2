/// What a picture of a cluster's network shows: the VNet with its subnets, what fills them, and what is around.
///
/// It holds words and figures only, all decided; renderers lay them out.
public struct NetworkPicture: Sendable, Hashable {
    /// The cluster's name.
    public internal(set) var cluster: String
    /// Whether the VNet exists and is somebody else's.
    public internal(set) var isExistingVNet: Bool
    /// The existing VNet's name; nil where slipway makes it or the id cannot be read.
    public internal(set) var vnetName: String?
    /// The VNet's ranges as far as they are known.
    public internal(set) var vnetRanges: [String]
    /// The range of services, which exist on nodes only.
    public internal(set) var serviceRange: String?
    /// The API server's internal address.
    public internal(set) var apiServer: String?
    /// The subnets, in the order of the address plan.
    public internal(set) var subnets: [Subnet]
    /// Masters and pools whose subnet cannot be told.
    public internal(set) var homeless: [Group]
    /// Peered VNets, then sites.
    public internal(set) var neighbours: [Neighbour]
    /// Nodes in all pools; masters do not count.
    public internal(set) var nodes: Int
    /// Pods that all pools can hold.
    public internal(set) var pods: Int

    /// A subnet.
    public struct Subnet: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its prefix; nil where only Azure knows it.
        public var prefix: String?
        /// What fills it.
        public var bar: AddressBar
        /// Masters and pools in it.
        public var groups: [Group]
        /// What else stands in it, such as a gateway or a private endpoint.
        public var residents: [Resident]
    }

    /// The masters or a pool.
    public struct Group: Sendable, Hashable {
        /// `masters`, or the pool's name.
        public var name: String
        /// Machines.
        public var machines: Int
        /// Machines that an upgrade adds for a while.
        public var surgeMachines: Int
        /// Pods that each takes.
        public var podsEach: Int
        /// Addresses of each.
        public var addressesEach: Int
        /// Addresses of all.
        public var addresses: Int
        /// Addresses of the machines that an upgrade adds.
        public var surge: Int
    }

    /// Something in a subnet that is no machine of the cluster.
    public struct Resident: Sendable, Hashable {
        /// What it is, such as `private endpoint`.
        public var kind: String
        /// Its name, where it has one.
        public var name: String?
        /// Its address, where it is known.
        public var address: String?
    }

    /// A network beside the VNet.
    public struct Neighbour: Sendable, Hashable {
        /// What it is.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// A peered VNet.
            case peer
            /// A network on premises.
            case site
        }

        /// What it is.
        public var kind: Kind
        /// Its name.
        public var name: String
        /// Its ranges.
        public var ranges: [String]
        /// How it is reached, in a few words.
        public var link: String
        /// Whether anything connects it.
        public var isConnected = true
        /// Networks behind it, with their ranges.
        public var behind: [Behind]
    }

    /// A network behind a peered VNet.
    public struct Behind: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its ranges.
        public var ranges: [String]
    }
}
