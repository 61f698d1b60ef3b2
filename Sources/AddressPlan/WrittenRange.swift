public import Addressing
public import Findings

/// A range or address as somebody wrote it in the model, with what it means.
public struct WrittenRange: Sendable, Hashable {
    /// What the range is for.
    public enum Role: Sendable, Hashable {
        /// Part of the VNet's address space.
        case vnet
        /// A subnet of the cluster.
        case subnet
        /// A declared subnet of the VNet.
        case declaredSubnet
        /// The services' addresses.
        case service
        /// Part of the address space of the peered VNet with this name.
        case peer(String)
        /// Part of the address space of the on-premises network with this name.
        case site(String)
        /// Part of the address space of a network behind the peered VNet with this name.
        case behind(peer: String, name: String)
        /// Where a route leads, or a range of a service: it may be any.
        case destination
        /// A single address.
        case address
    }

    /// What the text means.
    public enum Meaning: Sendable, Hashable {
        /// An IPv4 prefix; with host bits cleared if the text had some.
        case prefix(IPv4PrefixText)
        /// An IPv4 address.
        case address(IPv4Address)
        /// IPv6, or a list that holds it.
        case ipv6
        /// Neither.
        case none
    }

    /// What it is for.
    public let role: Role
    /// Where it stands.
    public let path: ModelPath
    /// The text.
    public let text: String
    /// What it means.
    public let meaning: Meaning

    /// `text` at `path`, meant as `role`.
    public init(_ text: String, role: Role, at path: ModelPath) {
        self.role = role
        self.path = path
        self.text = text
        let isAddress = role == .address
        if isAddress, let address = IPv4Address(text) {
            meaning = .address(address)
        } else if !isAddress, let prefix = IPv4PrefixText(text) {
            meaning = .prefix(prefix)
        } else if text.utf8.contains(UInt8(ascii: ":")) {
            meaning = .ipv6
        } else {
            meaning = .none
        }
    }

    /// The prefix, host bits cleared, or nil if the text says none.
    public var prefix: IPv4Prefix? {
        if case .prefix(let text) = meaning { text.masked } else { nil }
    }

    /// The address, or nil if the text says none.
    public var address: IPv4Address? {
        if case .address(let address) = meaning { address } else { nil }
    }
}
