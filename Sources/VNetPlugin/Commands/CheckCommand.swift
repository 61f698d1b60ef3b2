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
        do {
            var socket = try NetlinkSocket()
            try checkMachine(key, address, &socket)
            var inside = try PodInterface.socket(in: namespace)
            try checkPod(address, previous, &inside)
        } catch let error as NetlinkError {
            throw CNIError.refused(error)
        } catch let error as CNIError {
            throw error
        } catch {
            throw CNIError(.kernel, "\(error)")
        }
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

    private func checkMachine(
        _ key: AttachmentKey, _ address: IPv4Address, _ socket: inout NetlinkSocket
    ) throws(any Error) {
        let name = key.hostInterface
        let outcome = try socket.perform([.getLink(name)])[0]
        guard outcome.error == nil, let link = outcome.replies.lazy.compactMap({ Link($0) }).first else {
            throw difference("the machine's interface \(name) is gone")
        }
        guard link.isUp else { throw difference("the machine's interface \(name) is down") }
        let routes = try socket.dump(.dumpRoutes()).compactMap { Route($0) }
        guard
            routes.contains(where: { $0.destination == IPv4Prefix(host: address) && $0.index == link.index })
        else {
            throw difference("the machine's route to \(address) by \(name) is gone")
        }
    }

    private func checkPod(
        _ address: IPv4Address, _ previous: JSONValue, _ socket: inout NetlinkSocket
    ) throws(any Error) {
        let name = environment.interface
        let outcome = try socket.perform([.getLink(name)])[0]
        guard outcome.error == nil, let link = outcome.replies.lazy.compactMap({ Link($0) }).first else {
            throw difference("the container's interface \(name) is gone")
        }
        guard link.isUp else { throw difference("the container's interface \(name) is down") }
        let listed = previous["interfaces"]?.array?.first {
            $0["name"]?.string == name && $0["sandbox"]?.string?.isEmpty == false
        }
        if let mac = listed?["mac"]?.string.flatMap({ MACAddress($0) }), mac != link.mac {
            throw difference("the container's interface \(name) has another hardware address than \(mac)")
        }
        guard
            try socket.dump(.dumpAddresses()).compactMap({ LinkAddress($0) })
                .contains(where: { $0.index == link.index && $0.address == address })
        else { throw difference("the container's interface \(name) does not have \(address) any more") }
        let routes = try socket.dump(.dumpRoutes()).compactMap { Route($0) }.filter { $0.index == link.index }
        guard routes.contains(where: { $0.destination == IPv4Prefix(host: PodInterface.gateway) }) else {
            throw difference("the container's route to its gateway \(PodInterface.gateway) is gone")
        }
        guard routes.contains(where: { $0.destination == .everywhere && $0.gateway == PodInterface.gateway })
        else {
            throw difference("the container's default route is gone")
        }
        guard
            try socket.dump(.dumpNeighbours()).compactMap({ Neighbour($0) })
                .contains(where: {
                    $0.index == link.index && $0.address == PodInterface.gateway && $0.isPermanent
                })
        else { throw difference("the container does not know its gateway's hardware address any more") }
    }
}
