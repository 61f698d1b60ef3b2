public import Addressing
internal import CLinux

/// An interface, as the kernel describes it.
public struct Link: Sendable {
    /// Its number in its namespace.
    public let index: Int32
    /// Its name.
    public var name = ""
    /// Its hardware address, if it has one of six bytes.
    public var mac: MACAddress?
    /// The largest packet.
    public var mtu: UInt32 = 0
    /// The text that its maker left on it.
    public var alias = ""
    /// Whether it is up.
    public let isUp: Bool
    /// Whether another interface commands it, as with accelerated networking's second device.
    public let isSlave: Bool

    /// Reads an RTM_NEWLINK message.
    public init?(_ reply: Reply) {
        guard Int(reply.kind) == RTM_NEWLINK, let index = reply.payload.integer(Int32.self, at: 4),
            let flags = reply.payload.integer(UInt32.self, at: 8)
        else { return nil }
        self.index = index
        isUp = flags & 1 != 0
        var isSlave = flags & 0x800 != 0
        for (kind, content) in reply.attributes(after: 16) {
            switch kind {
            case IFLA_IFNAME: name = content.text
            case IFLA_ADDRESS: mac = MACAddress(content)
            case IFLA_MTU: mtu = content.integer(UInt32.self, at: 0) ?? 0
            case IFLA_IFALIAS: alias = content.text
            case IFLA_MASTER: isSlave = true
            default: break
            }
        }
        self.isSlave = isSlave
    }
}

/// The little of an interface that an attachment needs.
public struct LinkBrief: Sendable {
    /// Its number in its namespace.
    public let index: Int32
    /// Its hardware address.
    public let mac: MACAddress
    /// The largest packet.
    public let mtu: UInt32
}

/// An IPv4 address of an interface.
public struct LinkAddress: Sendable {
    /// The interface.
    public let index: Int32
    /// The address.
    public let address: IPv4Address
    /// Its prefix length.
    public let length: UInt8
    /// Whether another address of its subnet came first.
    public let isSecondary: Bool

    /// Reads an RTM_NEWADDR message.
    public init?(_ reply: Reply) {
        guard Int(reply.kind) == RTM_NEWADDR, let family = reply.payload.first, family == 2,
            let length = reply.payload.integer(UInt8.self, at: 1),
            let flags = reply.payload.integer(UInt8.self, at: 2),
            let index = reply.payload.integer(Int32.self, at: 4)
        else { return nil }
        var local: IPv4Address?
        for (kind, content) in reply.attributes(after: 8) where kind == IFA_LOCAL {
            local = IPv4Address(octets: content)
        }
        guard let local else { return nil }
        self.index = index
        address = local
        self.length = length
        isSecondary = flags & 1 != 0
    }
}

/// An IPv4 route.
public struct Route: Sendable {
    /// Where to.
    public let destination: IPv4Prefix
    /// Over whom, nil if directly.
    public var gateway: IPv4Address?
    /// By which interface, 0 if by none.
    public var index: Int32 = 0
    /// In which table.
    public let table: UInt32
    /// Who made it.
    public let protocolNumber: UInt8
    /// The smaller one wins.
    public var metric: UInt32 = 0

    /// Reads an RTM_NEWROUTE message of unicast routes; nil for others.
    public init?(_ reply: Reply) {
        let head = reply.payload
        guard Int(reply.kind) == RTM_NEWROUTE, head.count >= 12, head.first == 2,
            let length = head.integer(UInt8.self, at: 1), let table = head.integer(UInt8.self, at: 4),
            let origin = head.integer(UInt8.self, at: 5), head.integer(UInt8.self, at: 7) == 1
        else { return nil }
        var address = IPv4Address(bits: 0)
        var number = UInt32(table)
        for (kind, content) in reply.attributes(after: 12) {
            switch kind {
            case Int(RTA_DST.rawValue): address = IPv4Address(octets: content) ?? address
            case Int(RTA_GATEWAY.rawValue): gateway = IPv4Address(octets: content)
            case Int(RTA_OIF.rawValue): index = content.integer(Int32.self, at: 0) ?? 0
            case Int(RTA_TABLE.rawValue): number = content.integer(UInt32.self, at: 0) ?? number
            case Int(RTA_PRIORITY.rawValue): metric = content.integer(UInt32.self, at: 0) ?? 0
            default: break
            }
        }
        guard let destination = IPv4Prefix(containing: address, length: Int(length)) else { return nil }
        self.destination = destination
        self.table = number
        protocolNumber = origin
    }
}

/// A neighbour entry.
public struct Neighbour: Sendable {
    /// On which interface.
    public let index: Int32
    /// Whose.
    public var address: IPv4Address
    /// The hardware address, nil while unknown.
    public var mac: MACAddress?
    /// Whether it holds for good.
    public let isPermanent: Bool

    /// Reads an RTM_NEWNEIGH message.
    public init?(_ reply: Reply) {
        guard Int(reply.kind) == RTM_NEWNEIGH, reply.payload.first == 2,
            let index = reply.payload.integer(Int32.self, at: 4),
            let state = reply.payload.integer(UInt16.self, at: 8)
        else { return nil }
        var whose: IPv4Address?
        for (kind, content) in reply.attributes(after: 12) {
            if kind == NDA_DST { whose = IPv4Address(octets: content) }
            if kind == NDA_LLADDR { mac = MACAddress(content) }
        }
        guard let whose else { return nil }
        self.index = index
        address = whose
        isPermanent = state & 0x80 != 0
    }
}

/// A policy rule that the plugin made.
public struct Rule: Sendable {
    /// Packets from this address
    public let source: IPv4Address
    /// are looked up in this table.
    public let table: UInt32

    /// Reads an RTM_NEWRULE message; nil if the rule is not the plugin's.
    public init?(_ reply: Reply) {
        guard Int(reply.kind) == RTM_NEWRULE, reply.payload.first == 2,
            reply.payload.integer(UInt8.self, at: 2) == 32
        else { return nil }
        var source: IPv4Address?
        var table: UInt32 = 0
        var origin: UInt8 = 0
        for (kind, content) in reply.attributes(after: 12) {
            if kind == FRA_SRC { source = IPv4Address(octets: content) }
            if kind == FRA_TABLE { table = content.integer(UInt32.self, at: 0) ?? 0 }
            if kind == FRA_PROTOCOL { origin = content.first ?? 0 }
        }
        guard let source, origin == RouteOrigin.protocolNumber else { return nil }
        self.source = source
        self.table = table
    }
}

extension IPv4Address {
    /// The address of four bytes in network order; nil if they are not four.
    init?(octets: ArraySlice<UInt8>) {
        guard octets.count == 4 else { return nil }
        self.init(bits: octets.reduce(0) { $0 << 8 | UInt32($1) })
    }
}
