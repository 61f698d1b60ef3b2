internal import CNISpec
internal import IPAM
internal import LinuxSystem
internal import Netlink

/// GC: removes every attachment of the network that the runtime does not know any more.
struct CollectCommand {
    let node: Node
    let request: NetworkRequest

    /// Returns how many addresses it freed. Goes on after an error, and throws the first at the end.
    func run() throws(CNIError) -> Int {
        let valid = try ValidAttachments(request.object)
        var socket = try NetlinkSocket.opened()
        let holdings = try Holdings.current(&socket)
        func isStale(_ key: AttachmentKey?) -> Bool {
            guard let key, key.network == request.network else { return false }
            return !valid.contains(containerID: key.containerID, interface: key.interface)
        }
        var session: StateSession
        do throws(StateError) {
            session = try StateSession.open(node.configuration, identity: node.identity, makesFolder: false)
        } catch {
            guard error.isAbsence else { throw error.reported }
            // Without a state the interfaces alone tell.
            try Holdings.remove(holdings.filter { isStale($0.alias?.key) }.map({ $0.interface }), &socket)
            return 0
        }
        _ = try node.reconcile(&session, &socket)
        try session.save()
        var names = Set(holdings.filter { isStale($0.alias?.key) }.map({ $0.interface }))
        var stale: [AttachmentKey] = []
        var failure: CNIError?
        for index in session.table.heldSlots {
            guard let key = session.table[index].key, isStale(key) else { continue }
            // Another call is at work on it: it is not what was left.
            var isOurs = false
            do throws(CNIError) { isOurs = try session.claim(slot: index) } catch {
                failure = failure ?? error
            }
            guard isOurs else {
                names.remove(key.hostInterface)
                continue
            }
            stale.append(key)
            names.insert(key.hostInterface)
        }
        // The claims last as long as the file is open; the kernel's work needs no lock.
        let claims = session.unlocked()
        try Holdings.remove(names.sorted(), &socket)
        try release(stale, &socket)
        _ = consume claims
        if let failure { throw failure }
        return stale.count
    }

    private func release(_ stale: [AttachmentKey], _ socket: inout NetlinkSocket) throws(CNIError) {
        guard !stale.isEmpty else { return }
        var session = try node.session()
        for key in stale {
            guard let index = session.table.slot(of: key) else { continue }
            if session.table.header.gateway != nil {
                let table = PolicyRouting.table(session.table.header.uplinkIndex)
                _ = try? socket.perform([.deleteRule(from: session.table[index].address, table: table)])
            }
            session.table.release(index, now: Clock.sinceBoot)
        }
        try session.save()
    }
}
