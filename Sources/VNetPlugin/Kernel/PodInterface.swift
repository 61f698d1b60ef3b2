internal import Addressing
internal import CNISpec
internal import IPAM
internal import LinuxSystem
internal import Netlink

/// The pair of interfaces between the machine and a pod, and what belongs to it.
struct PodInterface: Sendable {
    let key: AttachmentKey
    let address: IPv4Address
    let host: VethEnd
    let pod: VethEnd
    let mtu: UInt32
    let uplinkIndex: Int32
    /// The next hop of the pod's packets where the default route does not lead over the uplink.
    let policyGateway: IPv4Address?

    /// The pod's gateway: an address that no network has, whose hardware address the pod knows.
    static let gateway = IPv4Address(bits: 0xA9FE_0101)

    /// Why it was not built.
    enum Failure: Error {
        /// The container has an interface of that name, or the machine has one from an earlier attachment.
        case exists
        /// The kernel knows another holder of the address.
        case addressHeld
        /// Something else.
        case other(CNIError)
    }

    /// Builds all of it; the machine's route to the pod comes last, so that it tells a complete attachment.
    func build(
        in namespace: borrowing NetworkNamespace, _ socket: inout NetlinkSocket
    ) throws(Failure) {
        do throws(NetlinkError) {
            let create = Request.createVeth(host: host, peer: pod, mtu: mtu, namespace: namespace)
            try socket.performAll([create])
        } catch {
            if error.cause.isPresence { throw .exists }
            throw .other(.refused(error))
        }
        let alias = InterfaceAlias(address: address, key: key).text
        let index: Int32
        do throws(NetlinkError) {
            try socket.performAll([.setAlias(alias, ofLink: host.name)])
            index = try socket.index(ofLink: host.name)
            var inside = try Self.socket(in: namespace)
            try configurePod(index: try inside.index(ofLink: pod.name), &inside)
        } catch { throw .other(.refused(error)) }
        try machineSide(index: index, &socket)
    }

    private func configurePod(index: Int32, _ socket: inout NetlinkSocket) throws(NetlinkError) {
        let requests: [Request] =
            [
                .setUp(index: index),
                .addAddress(address, length: 32, index: index),
                .addNeighbour(Self.gateway, mac: host.mac, index: index),
            ] + podRoutes(index: index, metric: 0)
        let errors = try socket.perform(requests).compactMap({ $0.error })
        guard let first = errors.first else { return }
        // Another interface of the container has the first routes; this one's come behind them. Without the route to the
        // gateway the kernel does not take the one over it, either.
        guard first.cause.isPresence, errors.allSatisfy({ $0.request == .newRoute }) else { throw first }
        try socket.performAll(podRoutes(index: index, metric: UInt32(bitPattern: index)))
    }

    private func podRoutes(index: Int32, metric: UInt32) -> [Request] {
        [
            .addRoute(to: IPv4Prefix(host: Self.gateway), index: index, metric: metric),
            .addRoute(to: .everywhere, gateway: Self.gateway, index: index, metric: metric),
        ]
    }

    private func machineSide(index: Int32, _ socket: inout NetlinkSocket) throws(Failure) {
        // The guest may have configured the address on its own interface: then it would be the machine's, not the pod's.
        var requests: [Request] = [
            .deleteAddress(address, index: uplinkIndex),
            .addNeighbour(address, mac: pod.mac, index: index),
        ]
        if let policyGateway {
            requests += PolicyRouting.requests(
                for: address, index: index, gateway: policyGateway, uplinkIndex: uplinkIndex)
        }
        requests.append(.addRoute(to: IPv4Prefix(host: address), index: index))
        let outcomes: [NetlinkSocket.Outcome]
        do throws(NetlinkError) { outcomes = try socket.perform(requests) } catch {
            throw .other(.refused(error))
        }
        for (request, outcome) in zip(requests, outcomes) {
            guard let error = outcome.error else { continue }
            if request.kind == .deleteAddress, error.cause.isAbsence { continue }
            if request.kind == .newRule, error.cause.isPresence { continue }
            if request.kind == .newRoute, error.cause.isPresence { throw .addressHeld }
            throw .other(.refused(error))
        }
    }

    /// A socket that stays in the pod's namespace. The program has one thread, and comes back at once.
    static func socket(in namespace: borrowing NetworkNamespace) throws(NetlinkError) -> NetlinkSocket {
        let home: NetworkNamespace
        do throws(NetworkNamespace.Failure) { home = try NetworkNamespace.current() } catch {
            throw NetlinkError(SystemCallError("open", NetworkNamespace.own, 2))
        }
        do throws(SystemCallError) { try namespace.enter() } catch { throw NetlinkError(error) }
        let socket: NetlinkSocket
        do throws(NetlinkError) { socket = try NetlinkSocket() } catch {
            try? home.enter()
            throw error
        }
        do throws(SystemCallError) { try home.enter() } catch { throw NetlinkError(error) }
        return socket
    }
}

/// The route of pods whose interface is not the default route's: their packets must leave by the interface that has their
/// address, or Azure drops them.
enum PolicyRouting {
    static func table(_ uplinkIndex: Int32) -> UInt32 {
        RouteOrigin.firstTable &+ UInt32(bitPattern: uplinkIndex)
    }

    /// Removes the plugin's rules of addresses that nobody holds: a rule does not go with the pod's interface.
    static func removeRules(
        butOf held: Set<IPv4Address>, _ socket: inout NetlinkSocket
    ) throws(CNIError) {
        do throws(NetlinkError) {
            let stale = try socket.dump(.dumpRules()).compactMap { Rule($0) }.filter {
                !held.contains($0.source)
            }
            guard !stale.isEmpty else { return }
            _ = try socket.perform(stale.map { .deleteRule(from: $0.source, table: $0.table) })
        } catch { throw .refused(error) }
    }

    /// The way out, the way to this pod for other pods of the machine, who look nowhere else, and the rule.
    static func requests(
        for address: IPv4Address, index: Int32, gateway: IPv4Address, uplinkIndex: Int32
    ) -> [Request] {
        let table = table(uplinkIndex)
        return [
            .addRoute(to: IPv4Prefix(host: address), index: index, table: table),
            .addRoute(to: .everywhere, gateway: gateway, index: uplinkIndex, table: table, replacing: true),
            .addRule(from: address, table: table),
        ]
    }
}
