internal import Addressing
internal import CNISpec
internal import IPAM
internal import LinuxSystem
internal import Netlink

/// DEL: removes the interface, then frees the address. It needs neither the namespace nor a previous result, and never fails
/// for what is not there.
struct DeleteCommand {
    let node: Node
    let key: AttachmentKey

    /// The address that was freed, nil if none was held; and why the state could not be changed.
    struct Outcome {
        var address: IPv4Address?
        var trouble: CNIError?
    }

    func run() throws(CNIError) -> Outcome {
        var socket = try NetlinkSocket.opened()
        var patience = Patience(seconds: node.configuration.lockSeconds)
        while true {
            // Outside the lock: the kernel takes tens of milliseconds for it.
            try Holdings.remove([key.hostInterface], &socket)
            do throws(StateError) {
                var session = try StateSession.open(
                    node.configuration, identity: node.identity, makesFolder: false)
                guard let index = session.table.slot(of: key) else { return Outcome() }
                if try session.file.claim(slot: index) {
                    let address = session.table[index].address
                    let gateway = session.table.header.gateway
                    let uplink = session.table.header.uplinkIndex
                    // Before the address is free: the next one who has it must find his own rule.
                    if gateway != nil {
                        _ = try? socket.perform([
                            .deleteRule(from: address, table: PolicyRouting.table(uplink))
                        ])
                    }
                    session.table.release(index, now: Clock.sinceBoot)
                    try session.commit()
                    return Outcome(address: address)
                }
            } catch {
                // Without a state nothing is held. With one that cannot be written the interface is gone all the same, and
                // whoever looks for free addresses next sees that.
                if error.isAbsence { return Outcome() }
                if case .busy = error { throw error.reported }
                return Outcome(trouble: error.reported)
            }
            // An ADD of the same attachment, whose runtime died, is still at work.
            try patience.wait("another call is at work on this attachment")
        }
    }
}
