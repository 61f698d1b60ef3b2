internal import CNISpec
internal import IPAM
internal import LinuxSystem
internal import Netlink

/// STATUS: whether an ADD could succeed now.
struct StatusCommand {
    let node: Node

    func run() throws(CNIError) {
        var socket = try NetlinkSocket.opened()
        do throws(CNIError) {
            var session = try node.prepared(&socket)
            if session.table.census(now: Clock.sinceBoot).free > 0 { return }
            _ = try node.reconcile(&session, &socket)
            try session.save()
            if session.table.census(now: Clock.sinceBoot).free > 0 { return }
            if !node.wasAskedJustNow(session.table) {
                _ = consume session
                let refreshed = try node.refreshed(&socket, milliseconds: Node.briefly)
                if refreshed.session.table.census(now: Clock.sinceBoot).free > 0 { return }
            }
        } catch {
            // Pods that run are not touched by any of it.
            throw CNIError(.notAvailable, error.message, details: error.details)
        }
        throw CNIError(.notAvailable, "all addresses of this machine's interface are held")
    }
}
