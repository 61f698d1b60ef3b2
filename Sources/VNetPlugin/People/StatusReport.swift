internal import Addressing
internal import CNISpec
internal import IPAM
internal import JSONText
internal import LinuxSystem
internal import Netlink

/// `slipway-vnet status`: the pool in figures. It changes nothing and asks nobody.
struct StatusReport {
    let call: PeopleCall

    func run() throws(CNIError) {
        let node = try Node(call.configuration)
        let table = try node.table()
        let census = table.census(now: Clock.sinceBoot)
        let header = table.header
        let stale = table.records.filter { $0.state != .free && !$0.isInPool }
        let isOld = header.identity != node.identity
        guard !call.wantsJSON else {
            call.say([
                "interface": .string(header.uplinkName), "primary": .string("\(header.primary)"),
                "pool": .integer(census.pool), "held": .integer(census.held),
                "inFlight": .integer(census.inFlight),
                "free": .integer(census.free), "resting": .integer(census.resting),
                "reserved": .integer(census.reserved), "stale": .integer(census.stale),
                "stalePods": .array(stale.map(AttachmentList.value)),
                "lastRefresh": .integer(Int(clamping: header.lastAnswer)),
                "source": .string(header.source.name),
                "damaged": .bool(table.isDamaged), "otherBoot": .bool(isOld),
            ])
            return
        }
        let age =
            header.lastAnswer == 0 ? "never" : "\(Clock.wall &- min(Clock.wall, header.lastAnswer)) s ago"
        var lines = [
            "interface    \(header.uplinkName) with \(header.primary)",
            "pool         \(census.pool) addresses, \(census.reserved) of them given by name only",
            "held         \(census.held), and \(census.inFlight) being given",
            "free         \(census.free), \(census.resting) of them freed less than \(header.restSeconds) s ago",
            "stale        \(census.stale)",
            "Azure        answered \(age) (\(header.source.name))",
        ]
        for record in stale {
            lines.append(
                "  \(record.address) is not of this interface any more, but held by \(AttachmentList.name(record))"
            )
        }
        if table.isDamaged {
            lines.append("The state file is damaged; the next call mends it from what the kernel knows.")
        }
        if isOld { lines.append("The state is of another boot; the next call begins it anew.") }
        call.say(lines.joined(separator: "\n"))
    }
}

extension Node {
    /// The table as it stands, for who only reads. Where it is gone, damaged or of another boot, the kernel's word is in it.
    func table() throws(CNIError) -> AddressTable {
        var table = try tableInFile()
        guard table.isDamaged || table.header.identity != identity || table.count == 0 else { return table }
        var socket = try NetlinkSocket.opened()
        _ = table.reconcile(with: try Holdings.current(&socket), now: Clock.sinceBoot) { _ in false }
        return table
    }

    private func tableInFile() throws(CNIError) -> AddressTable {
        do throws(StateError) {
            let session = try StateSession.open(configuration, identity: identity, makesFolder: false)
            return session.table
        } catch {
            if case .busy = error { throw error.reported }
            // A disk that is full or cannot be written does not keep people from looking.
            let bytes = try? Files.read("\(configuration.stateDirectory)/state", limit: 1 << 20)
            return bytes.map { AddressTable($0, identity: identity) } ?? AddressTable(identity: identity)
        }
    }
}
