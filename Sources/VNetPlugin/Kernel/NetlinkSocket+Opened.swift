internal import CNISpec
internal import Netlink

extension NetlinkSocket {
    /// A socket in the machine's namespace.
    static func opened() throws(CNIError) -> NetlinkSocket {
        do throws(NetlinkError) { return try NetlinkSocket() } catch { throw .refused(error) }
    }
}
