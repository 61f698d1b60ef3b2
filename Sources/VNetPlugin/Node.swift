internal import Addressing
internal import CNISpec
internal import IPAM
internal import LinuxSystem
internal import Netlink

/// The machine: its state, its interface, Azure's word on its addresses.
struct Node {
    let configuration: PluginConfiguration
    /// Which boot and namespace it is.
    let identity: UInt64
    /// The machine's own namespace.
    let namespace: FileIdentity

    /// How long one request to Azure may take inside a call of the runtime.
    static let briefly = 2000
    /// A pool that is empty is not asked about more often than this, in nanoseconds.
    private static let askingInterval: UInt64 = 5_000_000_000

    init(_ configuration: PluginConfiguration) throws(CNIError) {
        self.configuration = configuration
        (identity, namespace) = try MachineIdentity.current()
    }

    /// The settings file's content.
    func settings() throws(CNIError) -> NodeSettings {
        do throws(SettingsError) { return try NodeSettings.read(configuration.settingsPath) } catch {
            throw CNIError(.invalidConfiguration, "\(error)")
        }
    }

    /// The state under its lock, as it stands.
    func session(makesFolder: Bool = true) throws(CNIError) -> StateSession {
        do throws(StateError) {
            return try StateSession.open(configuration, identity: identity, makesFolder: makesFolder)
        } catch { throw error.reported }
    }

    /// The state under its lock, agreeing with the kernel and with a pool. Asks Azure only if there never was an answer in
    /// this boot.
    func prepared(_ socket: inout NetlinkSocket) throws(CNIError) -> StateSession {
        for isLast in [false, true] {
            let found = try usable(&socket)
            if found.isUsable { return found.session }
            _ = consume found
            // Only one call asks Azure at a time; the others wait for it and look again.
            if !isLast { try waitForRefresh() }
        }
        let refreshed = try self.refreshed(&socket, milliseconds: Self.briefly)
        return refreshed.session
    }

    /// The state, and whether Azure has to be asked before it is of use.
    private struct Found: ~Copyable {
        let session: StateSession
        let isUsable: Bool
    }

    /// The state, if it can be used without asking Azure.
    private func usable(_ socket: inout NetlinkSocket) throws(CNIError) -> Found {
        var session = try self.session()
        let stamp = NodeSettings.stamp(of: configuration.settingsPath)
        let header = session.table.header
        if !session.table.isDamaged, header.identity == identity, header.uplinkIndex != 0 {
            if header.settingsStamp != stamp { try apply(try settings(), stamp, to: &session) }
            return Found(session: session, isUsable: true)
        }
        let settings = try self.settings()
        let uplink = try Uplink.find(named: settings.uplink, lastMAC: header.lastMAC, &socket)
        guard let document = lastAnswer(settings, uplink), document.identity == identity else {
            return Found(session: session, isUsable: false)
        }
        try rebuild(&session, from: document, settings, uplink, &socket)
        return Found(session: session, isUsable: true)
    }

    /// The last good list, if it is this interface's.
    func lastAnswer(_ settings: NodeSettings, _ uplink: Uplink) -> PoolDocument? {
        guard let bytes = try? Files.read(settings.poolFile, limit: 1 << 20),
            let document = PoolDocument(bytes),
            document.mac == "\(uplink.mac)",
            uplink.addresses.contains(where: { $0.address == document.primary })
        else { return nil }
        return document
    }

    private func waitForRefresh() throws(CNIError) { _ = try refreshLock() }

    private func refreshLock() throws(CNIError) -> FileLock {
        do throws(StateError) {
            return try StateSession.lock("refresh.lock", configuration, makesFolder: true)
        } catch {
            throw error.reported
        }
    }

    /// What `refreshed` found.
    struct Refreshed: ~Copyable {
        var session: StateSession
        /// Why Azure's word is an old one, nil if it is not.
        var failure: CNIError?
        /// What the comparison with the kernel found.
        var reconciliation: Reconciliation
    }

    /// Asks Azure, without the state's lock, and makes the state agree with the answer and the kernel. Without an answer the
    /// last good list goes on.
    func refreshed(_ socket: inout NetlinkSocket, milliseconds: Int) throws(CNIError) -> Refreshed {
        let lock = try refreshLock()
        let refreshed = try self.refreshed(holding: lock, &socket, milliseconds: milliseconds)
        return refreshed
    }

    private func refreshed(
        holding lock: borrowing FileLock, _ socket: inout NetlinkSocket, milliseconds: Int
    ) throws(CNIError) -> Refreshed {
        let settings = try self.settings()
        let before = try self.session().table.header
        let uplink = try Uplink.find(named: settings.uplink, lastMAC: before.lastMAC, &socket)
        let query = PoolQuery(
            settings: settings, uplink: uplink, identity: identity, milliseconds: milliseconds)
        let answer = query.ask()
        var session = try self.session()
        switch answer {
        case .success(let document):
            let reconciliation = try rebuild(&session, from: document, settings, uplink, &socket)
            store(document, settings)
            return Refreshed(session: session, failure: nil, reconciliation: reconciliation)
        case .failure(let error):
            let known = lastAnswer(settings, uplink)
            guard known != nil || session.table.header.source != .none else { throw error }
            let reconciliation = try rebuild(&session, from: known, settings, uplink, &socket)
            return Refreshed(session: session, failure: error, reconciliation: reconciliation)
        }
    }

    /// Whether Azure was asked so short a time ago that its answer cannot be another one.
    func wasAskedJustNow(_ table: borrowing AddressTable) -> Bool {
        let last = table.header.lastAttempt
        return last != 0 && Clock.sinceBoot &- last < Self.askingInterval
    }

    /// The list that the next boot begins with. A disk that cannot take it costs that boot a question.
    private func store(_ document: PoolDocument, _ settings: NodeSettings) {
        if let bytes = try? Files.read(settings.poolFile, limit: 1 << 20), let old = PoolDocument(bytes),
            old.isSameList(as: document)
        {
            return
        }
        guard let slash = settings.poolFile.lastIndex(of: "/") else { return }
        try? Files.makeFolder(String(settings.poolFile[..<slash]))
        try? Files.replace(settings.poolFile, with: document.bytes, mode: 0o600)
    }

    /// Takes over what the settings file says now.
    private func apply(_ settings: NodeSettings, _ stamp: UInt64, to session: inout StateSession)
        throws(CNIError)
    {
        session.table.header.settingsStamp = stamp
        session.table.header.restSeconds = settings.restSeconds
        session.table.setReservedByName(Set(settings.reservedAddresses.map({ $0.address })))
        try session.save()
    }

    /// Makes the state agree with a pool, nil for the one that it has, with the settings and with the kernel.
    @discardableResult
    func rebuild(
        _ session: inout StateSession, from document: PoolDocument?, _ settings: NodeSettings,
        _ uplink: Uplink,
        _ socket: inout NetlinkSocket
    ) throws(CNIError) -> Reconciliation {
        let now = Clock.sinceBoot
        if session.table.header.identity != identity { session.table.beginBoot(identity) }
        if let document { session.table.setPool(document.pool) }
        var header = session.table.header
        header.uplinkIndex = uplink.index
        header.uplinkMAC = uplink.mac.bytes
        header.uplinkName = uplink.name
        header.lastAttempt = now
        if let document {
            header.primary = document.primary
            header.source = document.source
            header.lastAnswer = document.answeredAt
            // Azure's gateway is the first address of a subnet after the network's own.
            header.gateway = uplink.hasDefaultRoute ? nil : document.subnet.first.advanced(by: 1)
        }
        session.table.header = header
        let reconciliation = try reconcile(&session, &socket)
        try takeOff(session.table.records.filter({ $0.isInPool }).map({ $0.address }), uplink, &socket)
        try apply(settings, NodeSettings.stamp(of: configuration.settingsPath), to: &session)
        return reconciliation
    }

    /// Compares the state with the kernel and removes what killed calls left; does not write.
    func reconcile(
        _ session: inout StateSession, _ socket: inout NetlinkSocket
    ) throws(CNIError) -> Reconciliation {
        let holdings = try Holdings.current(&socket)
        var claimed: [Int: Bool] = [:]
        // Who cannot be asked may be at work.
        for index in session.table.heldSlots {
            claimed[index] = (try? session.file.claim(slot: index)) ?? false
        }
        let reconciliation = session.table.reconcile(with: holdings, now: Clock.sinceBoot) {
            claimed[$0] == false
        }
        try Holdings.remove(reconciliation.leftovers, &socket)
        let held = Set(session.table.heldSlots.map { session.table[$0].address })
        try PolicyRouting.removeRules(butOf: held, &socket)
        return reconciliation
    }

    /// Takes pods' addresses off the machine's own interface: packets to them would end on the machine.
    private func takeOff(
        _ addresses: [IPv4Address], _ uplink: Uplink, _ socket: inout NetlinkSocket
    ) throws(CNIError) {
        let pods = Set(addresses)
        let carried = uplink.addresses.filter { pods.contains($0.address) }
        guard !carried.isEmpty else { return }
        do throws(NetlinkError) {
            _ = try socket.perform(carried.map { .deleteAddress($0.address, index: uplink.index) })
        } catch { throw .refused(error) }
    }
}

extension TableHeader {
    /// The hardware address that the interface had, nil if none was ever seen.
    var lastMAC: [UInt8]? { uplinkMAC.contains { $0 != 0 } ? uplinkMAC : nil }
}
