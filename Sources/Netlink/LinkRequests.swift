internal import CLinux
public import LinuxSystem

/// One end of a veth pair.
public struct VethEnd: Sendable {
    /// The interface's name, 1 to 15 bytes.
    public var name: String
    /// Its hardware address.
    public var mac: MACAddress

    /// An end of this name and address.
    public init(name: String, mac: MACAddress) {
        self.name = name
        self.mac = mac
    }
}

extension Request {
    static let up: UInt32 = 1

    /// A pair whose other end is born in the namespace, with its final name: nothing to move or rename.
    ///
    /// The host's end comes up at once; the other cannot, its device is opened before the pair is tied (ENOTCONN).
    public static func createVeth(
        host: VethEnd, peer: VethEnd, mtu: UInt32, namespace: borrowing NetworkNamespace
    ) -> Request {
        let descriptor = UInt32(bitPattern: namespace.descriptor.number)
        var payload = linkHeader(flags: up, change: up)
        describe(host, mtu: mtu, in: &payload)
        payload.nest(IFLA_LINKINFO) { info in
            info.attribute(IFLA_INFO_KIND, Array("veth".utf8))
            info.nest(IFLA_INFO_DATA) { data in
                data.nest(Int(VETH_INFO_PEER)) { other in
                    other.append(linkHeader().bytes)
                    describe(peer, mtu: mtu, in: &other)
                    other.attribute(IFLA_NET_NS_FD, descriptor)
                }
            }
        }
        return Request(.newLink, "\(host.name) with \(peer.name)", flags: create | exclusive, payload)
    }

    /// A free text of at most 255 bytes on the interface, which the kernel keeps as long as the interface lives.
    public static func setAlias(_ alias: String, ofLink name: String) -> Request {
        var payload = linkHeader()
        payload.attribute(IFLA_IFNAME, name)
        payload.attribute(IFLA_IFALIAS, Array(alias.utf8))
        return Request(.newLink, "alias of \(name)", payload)
    }

    /// Brings an interface up.
    public static func setUp(index: Int32) -> Request {
        Request(.newLink, "interface \(index)", linkHeader(index: index, flags: up, change: up))
    }

    /// Removes an interface, and with it the other end of a pair, addresses, routes and neighbours.
    public static func deleteLink(_ name: String) -> Request {
        var payload = linkHeader()
        payload.attribute(IFLA_IFNAME, name)
        return Request(.deleteLink, name, payload)
    }

    /// Asks for the interface of this name.
    public static func getLink(_ name: String) -> Request {
        var payload = linkHeader()
        payload.attribute(IFLA_IFNAME, name)
        payload.attribute(IFLA_EXT_MASK, withoutStatistics)
        return Request(.getLink, name, payload)
    }

    /// Asks for all interfaces.
    public static func dumpLinks() -> Request {
        var payload = linkHeader()
        payload.attribute(IFLA_EXT_MASK, withoutStatistics)
        return Request(dump: .getLink, payload)
    }

    /// RTEXT_FILTER_SKIP_STATS: counters make up most of a link's message.
    private static let withoutStatistics: UInt32 = 8

    private static func linkHeader(index: Int32 = 0, flags: UInt32 = 0, change: UInt32 = 0) -> Payload {
        var payload = Payload()
        payload.append(UInt32(0))  // family, padding, type
        payload.append(index)
        payload.append(flags)
        payload.append(change)
        return payload
    }

    private static func describe(_ end: VethEnd, mtu: UInt32, in payload: inout Payload) {
        payload.attribute(IFLA_IFNAME, end.name)
        payload.attribute(IFLA_ADDRESS, end.mac.bytes)
        payload.attribute(IFLA_MTU, mtu)
    }
}
