internal import Addressing
internal import CLinux
internal import CNISpec
internal import IPAM
internal import JSONText
internal import LinuxSystem
internal import Netlink

/// ADD: reserves an address, builds the pod's interface without holding the lock, and says so.
struct AddCommand: ~Copyable {
    let node: Node
    let environment: CNIEnvironment
    let request: NetworkRequest
    let key: AttachmentKey
    let namespace: NetworkNamespace
    let wish: AddressWish
    var socket: NetlinkSocket

    /// What was made.
    struct Made {
        let result: JSONValue
        let address: IPv4Address
    }

    /// Checks what can be checked before anything is touched.
    static func prepared(
        _ node: Node, _ environment: CNIEnvironment, _ request: NetworkRequest
    ) throws(CNIError) -> AddCommand {
        let key = AttachmentKey(
            network: request.network, containerID: environment.containerID, interface: environment.interface)
        let wish = try RequestedAddress.wish(request, environment) { () throws(CNIError) in
            try node.settings()
        }
        let namespace = try ContainerNamespace.open(environment, node)
        return AddCommand(
            node: node, environment: environment, request: request, key: key, namespace: namespace,
            wish: wish,
            socket: try .opened())
    }

    /// Makes the attachment, or leaves nothing behind.
    mutating func run() throws(CNIError) -> Made {
        // The kernel may know holders that the state does not, if that is an old one; then another address is tried.
        for _ in 0..<8 {
            let reservation = try reserve()
            do throws(PodInterface.Failure) {
                let interface = try self.interface(for: reservation)
                try interface.build(in: namespace, &socket)
                try confirm(reservation)
                return Made(result: result(of: interface), address: interface.address)
            } catch {
                switch error {
                case .exists: try explainExistence(reservation)
                case .addressHeld:
                    // Somebody else's route may be what the kernel has: the address goes to the end of the queue.
                    try undo(reservation, restingFrom: Clock.sinceBoot)
                    try takeOverKernelsTruth()
                case .other(let cause):
                    try? undo(reservation)
                    throw cause
                }
            }
        }
        throw CNIError(.tryAgainLater, "the state and the kernel do not agree on who has which address")
    }

    /// Takes the whole attachment back, because the runtime cannot be told of it.
    mutating func revoke() {
        try? Holdings.remove([key.hostInterface], &socket)
        guard var session = try? node.session(), let index = session.table.slot(of: key) else { return }
        session.table.release(index, now: Clock.sinceBoot)
        try? session.commit()
    }

    // MARK: reserving

    /// A slot that this call holds, and the file whose lock says so.
    private struct Reservation: ~Copyable {
        let index: Int
        let address: IPv4Address
        let header: TableHeader
        let file: StateFile
    }

    private mutating func reserve() throws(CNIError) -> Reservation {
        var patience = Patience(seconds: node.configuration.lockSeconds)
        var hasAsked = false
        let pod = PodReference(
            namespace: environment.arguments.podNamespace, name: environment.arguments.podName)
        while true {
            var session = try node.prepared(&socket)
            if let index = session.table.slot(of: key) {
                guard try session.claim(slot: index) else {
                    _ = consume session
                    try patience.wait("another call is at work on this attachment")
                    continue
                }
                try dropRemains(of: index, &session)
            }
            let index: Int
            do throws(Refusal) {
                index = try session.table.reserve(
                    wish, for: key, pod: pod, process: UInt32(getpid()), now: Clock.sinceBoot)
            } catch {
                if hasAsked || !error.mayPass { throw error.reported }
                hasAsked = true
                try lookForMore(session)
                continue
            }
            guard try session.claim(slot: index) else {
                // Who freed it has not closed the file yet.
                _ = consume session
                try patience.wait("another call is at work on a free address")
                continue
            }
            let address = session.table[index].address
            let header = session.table.header
            try session.save()
            return Reservation(index: index, address: address, header: header, file: session.unlocked())
        }
    }

    /// An attachment of this key that nobody works on: if it is alive, it stays and ADD fails. Otherwise it is what a killed
    /// call left, or the state is an old one.
    private mutating func dropRemains(of index: Int, _ session: inout StateSession) throws(CNIError) {
        let record = session.table[index]
        if record.state == .attached, try isThere(key.hostInterface) { throw alreadyAttached(record.address) }
        try Holdings.remove([key.hostInterface], &socket)
        session.table.release(index, now: Clock.sinceBoot)
    }

    private func alreadyAttached(_ address: IPv4Address) -> CNIError {
        CNIError(
            .alreadyAttached,
            "container \(key.containerID) already has \(key.interface) in network \(key.network), with \(address)"
        )
    }

    private mutating func isThere(_ interface: String) throws(CNIError) -> Bool {
        do throws(NetlinkError) {
            try socket.performAll([.getLink(interface)])
            return true
        } catch {
            if error.cause.isAbsence { return false }
            throw .refused(error)
        }
    }

    /// No address is to be had: perhaps the kernel knows of some whose holders are gone, or Azure of new ones.
    private mutating func lookForMore(_ session: consuming StateSession) throws(CNIError) {
        let reconciliation = try node.reconcile(&session, &socket)
        try session.save()
        guard reconciliation.released.isEmpty, !node.wasAskedJustNow(session.table) else { return }
        _ = consume session
        _ = try? node.refreshed(&socket, milliseconds: Node.briefly)
    }

    private mutating func takeOverKernelsTruth() throws(CNIError) {
        var session = try node.session()
        _ = try node.reconcile(&session, &socket)
        try session.save()
    }

    // MARK: building

    private mutating func interface(
        for reservation: borrowing Reservation
    ) throws(PodInterface.Failure) -> PodInterface {
        let uplink = try uplink(reservation.header)
        let number = UInt32(truncatingIfNeeded: key.digest)
        let asked = request.object["runtimeConfig"]?["mac"]?.string
        if let asked, MACAddress(asked) == nil {
            throw .other(
                CNIError(.invalidConfiguration, "runtimeConfig.mac: \"\(asked)\" is no hardware address"))
        }
        return PodInterface(
            key: key, address: reservation.address,
            host: VethEnd(name: key.hostInterface, mac: MACAddress(locallyAdministered: number, first: 0xAA)),
            pod: VethEnd(
                name: key.interface,
                mac: asked.flatMap { MACAddress($0) } ?? MACAddress(locallyAdministered: number, first: 0xBA)),
            mtu: uplink.mtu, uplinkIndex: uplink.index, policyGateway: reservation.header.gateway)
    }

    /// The machine's interface as it is now; looked for anew if it is not the one that it was.
    private mutating func uplink(
        _ header: TableHeader
    ) throws(PodInterface.Failure) -> (index: Int32, mtu: UInt32) {
        if let link = socket.brief(ofLink: header.uplinkIndex), link.mac.bytes == header.uplinkMAC {
            return (link.index, link.mtu)
        }
        do throws(CNIError) {
            let settings = try node.settings()
            let uplink = try Uplink.find(named: settings.uplink, lastMAC: header.lastMAC, &socket)
            var session = try node.session()
            if session.table.header.uplinkMAC == uplink.mac.bytes {
                session.table.header.uplinkIndex = uplink.index
                session.table.header.uplinkName = uplink.name
                try session.save()
            }
            guard let link = socket.brief(ofLink: uplink.index) else {
                throw CNIError(.tryAgainLater, "the machine's interface \(uplink.name) is gone")
            }
            return (link.index, link.mtu)
        } catch { throw .other(error) }
    }

    /// Notes that the attachment is complete.
    private func confirm(_ reservation: borrowing Reservation) throws(PodInterface.Failure) {
        do throws(CNIError) {
            if try confirmInPlace(reservation) { return }
            var session = try node.session()
            let index = reservation.index
            if session.table.count > index, session.table[index].key == key {
                session.table.attach(index, now: Clock.sinceBoot)
            } else {
                // The state was lost under way; the kernel has the attachment, and so does a new state.
                _ = session.table.adopt(
                    InterfaceAlias(address: reservation.address, key: key), now: Clock.sinceBoot)
            }
            try session.save()
        } catch { throw .other(error) }
    }

    /// The usual case: the slot is as this call left it, and nothing else of the state has to be read.
    private func confirmInPlace(_ reservation: borrowing Reservation) throws(CNIError) -> Bool {
        let lock: FileLock
        do throws(StateError) {
            lock = try StateSession.lock("lock", node.configuration, makesFolder: true)
        } catch { throw error.reported }
        return try confirm(reservation, holding: lock)
    }

    private func confirm(
        _ reservation: borrowing Reservation, holding lock: borrowing FileLock
    ) throws(CNIError) -> Bool {
        do throws(SystemCallError) {
            guard reservation.file.isInPlace(),
                var record = try reservation.file.record(slot: reservation.index),
                record.state == .reserved, record.key == key, record.address == reservation.address
            else { return false }
            record.state = .attached
            record.changedAt = Clock.sinceBoot
            try reservation.file.write(record, slot: reservation.index)
            return true
        } catch { throw StateError.system(error).reported }
    }

    // MARK: undoing

    /// Leaves nothing of this call: the interface first, then the reservation.
    ///
    /// - Parameter now: from when the address rests; 0 because no pod ever had it.
    private mutating func undo(
        _ reservation: borrowing Reservation, restingFrom now: UInt64 = 0
    ) throws(CNIError) {
        try Holdings.remove([key.hostInterface], &socket)
        try giveBack(reservation, restingFrom: now)
    }

    private func giveBack(
        _ reservation: borrowing Reservation, restingFrom now: UInt64 = 0
    ) throws(CNIError) {
        var session = try node.session()
        guard let index = session.table.slot(of: key), session.table[index].address == reservation.address
        else { return }
        session.table.release(index, now: now)
        try session.save()
    }

    /// The pair could not be made because one of its names exists. What exists is not this call's: it stays, unless it is
    /// what a call that was killed left of the same attachment.
    private mutating func explainExistence(_ reservation: borrowing Reservation) throws(CNIError) {
        try giveBack(reservation)
        guard try isThere(key.hostInterface) else {
            throw CNIError(
                .kernel,
                "the container has an interface \(key.interface) already (RTM_NEWLINK: errno \(EEXIST))")
        }
        let holding = try Holdings.current(&socket).first { $0.interface == key.hostInterface }
        guard let holding, let alias = holding.alias, holding.hasRoute else {
            return try Holdings.remove([key.hostInterface], &socket)
        }
        try takeOverKernelsTruth()
        throw alreadyAttached(alias.address)
    }

    private func result(of interface: PodInterface) -> JSONValue {
        let mtu = Int(interface.mtu)
        let result = AttachmentResult(
            interfaces: [
                .init(name: interface.host.name, mac: "\(interface.host.mac)", mtu: mtu),
                .init(
                    name: interface.pod.name, mac: "\(interface.pod.mac)", mtu: mtu,
                    sandbox: environment.namespacePath),
            ],
            address: interface.address, gateway: PodInterface.gateway, addressInterface: 1,
            dns: request.object["dns"].flatMap { $0.object == nil ? nil : $0 } ?? .object([]))
        return result.value(request.version, after: request.previousResult)
    }
}
