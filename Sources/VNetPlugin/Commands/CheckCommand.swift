internal import Addressing
internal import CNISpec
internal import IPAM
internal import JSONText
internal import LinuxSystem
internal import Netlink

/// CHECK: whether the attachment is still what ADD made. What other plugins added is passed over.
struct CheckCommand {
    let node: Node
    let environment: CNIEnvironment
    let request: NetworkRequest

    func run() throws(CNIError) {
        guard let previous = request.previousResult else {
            throw CNIError(.invalidConfiguration, "CHECK needs \"prevResult\"")
        }
        let namespace = try ContainerNamespace.open(environment, node)
        let key = AttachmentKey(
            network: request.network, containerID: environment.containerID, interface: environment.interface)
        let address = try address(of: key)
        let addresses = previous["ips"]?.array ?? []
        guard addresses.contains(where: { $0["address"]?.string == "\(address)/32" }) else {
            throw difference("the previous result does not have \(address), which the attachment holds")
        }
        let seen: Seen
        do throws(NetlinkError) { seen = try see(key, namespace) } catch { throw .refused(error) }
        try checkMachine(key, address, seen)
        try checkPod(address, previous, seen)
    }

    /// The address that the attachment holds: as the state says, or, if that was lost, as the kernel does.
    private func address(of key: AttachmentKey) throws(CNIError) -> IPv4Address {
        let table = try node.table()
        if let index = table.slot(of: key), table[index].state == .attached { return table[index].address }
        var socket = try NetlinkSocket.opened()
        let alias = try Holdings.current(&socket).first { $0.alias?.key == key && $0.hasRoute }?.alias
        guard let alias else {
            throw difference("there is no attachment of container \(key.containerID) with \(key.interface)")
        }
        return alias.address
    }

    private func difference(_ text: String) -> CNIError { CNIError(.checkFailed, text) }

    /// What the kernel says of both ends.
    private struct Seen {
        /// The machine's end, nil if it is gone.
        var host: Link?
        var hostRoutes: [Route]
        /// The container's end, nil if it is gone.
        var pod: Link?
        var addresses: [LinkAddress]
        var routes: [Route]
        var neighbours: [Neighbour]
    }

    private func see(
        _ key: AttachmentKey, _ namespace: borrowing NetworkNamespace
    ) throws(NetlinkError) -> Seen {
        var socket = try NetlinkSocket()
        let host = try Self.link(key.hostInterface, &socket)
        let hostRoutes = try socket.dump(.dumpRoutes()).compactMap { Route($0) }
        var inside = try PodInterface.socket(in: namespace)
        return Seen(
            host: host, hostRoutes: hostRoutes, pod: try Self.link(environment.interface, &inside),
            addresses: try inside.dump(.dumpAddresses()).compactMap { LinkAddress($0) },
            routes: try inside.dump(.dumpRoutes()).compactMap { Route($0) },
            neighbours: try inside.dump(.dumpNeighbours()).compactMap { Neighbour($0) })
    }

    private static func link(_ name: String, _ socket: inout NetlinkSocket) throws(NetlinkError) -> Link? {
        let outcome = try socket.perform([.getLink(name)])[0]
        return outcome.error == nil ? outcome.replies.lazy.compactMap { Link($0) }.first : nil
    }

    private func checkMachine(
        _ key: AttachmentKey, _ address: IPv4Address, _ seen: Seen
    ) throws(CNIError) {
        let name = key.hostInterface
        guard let link = seen.host else { throw difference("the machine's interface \(name) is gone") }
        guard link.isUp else { throw difference("the machine's interface \(name) is down") }
        guard
            seen.hostRoutes.contains(where: {
                $0.destination == IPv4Prefix(host: address) && $0.index == link.index
            })
        else {
            throw difference("the machine's route to \(address) by \(name) is gone")
        }
    }

    private func checkPod(
        _ address: IPv4Address, _ previous: JSONValue, _ seen: Seen
    ) throws(CNIError) {
        let name = environment.interface
        guard let link = seen.pod else { throw difference("the container's interface \(name) is gone") }
        guard link.isUp else { throw difference("the container's interface \(name) is down") }
        let listed = previous["interfaces"]?.array?.first {
            $0["name"]?.string == name && $0["sandbox"]?.string?.isEmpty == false
        }
        if let mac = listed?["mac"]?.string.flatMap({ MACAddress($0) }), mac != link.mac {
            throw difference("the container's interface \(name) has another hardware address than \(mac)")
        }
        guard seen.addresses.contains(where: { $0.index == link.index && $0.address == address }) else {
            throw difference("the container's interface \(name) does not have \(address) any more")
        }
        let routes = seen.routes.filter { $0.index == link.index }
        guard routes.contains(where: { $0.destination == IPv4Prefix(host: PodInterface.gateway) }) else {
            throw difference("the container's route to its gateway \(PodInterface.gateway) is gone")
        }
        guard routes.contains(where: { $0.destination == .everywhere && $0.gateway == PodInterface.gateway })
        else {
            throw difference("the container's default route is gone")
        }
        guard
            seen.neighbours.contains(where: {
                $0.index == link.index && $0.address == PodInterface.gateway && $0.isPermanent
            })
        else { throw difference("the container does not know its gateway's hardware address any more") }
    }
}
