internal import Addressing
internal import CNISpec
internal import IPAM
internal import JSONText
internal import LinuxSystem
internal import Netlink

/// `slipway-vnet refresh`: what a timer calls. Asks Azure and compares with the kernel.
struct Refresh {
    let call: PeopleCall

    /// For one request; there are two sources and two tries.
    private static let milliseconds = 4000

    func run() throws(CNIError) {
        let node = try Node(call.configuration)
        var socket = try NetlinkSocket.opened()
        var refreshed = try node.refreshed(&socket, milliseconds: Self.milliseconds)
        if refreshed.failure != nil {
            // Azure limits how often it is asked; a moment later it may answer.
            _ = consume refreshed
            Clock.sleep(milliseconds: 1500)
            refreshed = try node.refreshed(&socket, milliseconds: Self.milliseconds)
        }
        let census = refreshed.session.table.census(now: Clock.sinceBoot)
        let found = refreshed.reconciliation
        let failure = refreshed.failure
        let gone = found.released.map { "\($0)" }
        if call.wantsJSON {
            call.say([
                "pool": .integer(census.pool), "released": .array(gone.map { .string($0) }),
                "adopted": .integer(found.adopted.count),
                "removedInterfaces": .integer(found.leftovers.count),
                "answered": .bool(failure == nil),
            ])
        } else {
            call.say(
                "\(census.pool) addresses; given back \(gone.isEmpty ? "none" : gone.joined(separator: ", ")); "
                    + "found \(found.adopted.count) unknown attachments; removed \(found.leftovers.count) leftovers"
            )
        }
        if let failure { throw failure }
    }
}
