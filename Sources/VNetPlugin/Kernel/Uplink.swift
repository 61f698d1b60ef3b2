internal import Addressing
internal import CNISpec
internal import IPAM
internal import Netlink

/// The machine's interface whose secondary addresses pods get.
struct Uplink: Sendable {
    let index: Int32
    let name: String
    let mac: MACAddress
    /// Its addresses, those first of their subnet before the others.
    let addresses: [LinkAddress]
    /// Whether the default route leads over it.
    let hasDefaultRoute: Bool

    /// Looks for it: by name, by the hardware address that it had, by the default route.
    ///
    /// Devices that another one commands are never taken: with accelerated networking the second device has the same
    /// hardware address.
    static func find(
        named name: String?, lastMAC: [UInt8]?, _ socket: inout NetlinkSocket
    ) throws(CNIError) -> Uplink {
        let links: [Link]
        let addresses: [LinkAddress]
        let routes: [Route]
        do throws(NetlinkError) {
            links = try socket.dump(.dumpLinks()).compactMap { Link($0) }.filter {
                !$0.isSlave && $0.mac != nil
            }
            addresses = try socket.dump(.dumpAddresses()).compactMap { LinkAddress($0) }
            routes = try socket.dump(.dumpRoutes()).compactMap { Route($0) }
        } catch { throw .refused(error) }
        let way = routes.filter { $0.destination.length == 0 && $0.table == 254 && $0.index != 0 }
            .min { $0.metric < $1.metric }
        let byMAC = lastMAC.flatMap { mac in
            links.first { $0.mac?.bytes == mac && InterfaceAlias($0.alias) == nil }
        }
        let found: Link?
        if let name {
            found = links.first { $0.name == name } ?? byMAC
        } else {
            found = links.first { $0.index == way?.index } ?? byMAC
        }
        guard let link = found, let mac = link.mac else {
            let what = name.map { "there is no interface \($0)" } ?? "there is no default route"
            throw CNIError(.tryAgainLater, "the machine's interface is not to be found: \(what)")
        }
        let own = addresses.filter { $0.index == link.index }
        return Uplink(
            index: link.index, name: link.name, mac: mac,
            addresses: own.filter { !$0.isSecondary } + own.filter({ $0.isSecondary }),
            hasDefaultRoute: way?.index == link.index)
    }
}

extension CNIError {
    /// What the kernel refused.
    static func refused(_ error: NetlinkError) -> CNIError {
        CNIError(.kernel, "the kernel refused \(error)")
    }
}
