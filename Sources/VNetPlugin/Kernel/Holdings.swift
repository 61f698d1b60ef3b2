internal import Addressing
internal import CNISpec
internal import IPAM
internal import LinuxSystem
internal import Netlink

/// What the kernel knows of attachments.
enum Holdings {
    /// Every interface of the plugin in the thread's namespace.
    static func current(_ socket: inout NetlinkSocket) throws(CNIError) -> [KernelHolding] {
        do throws(NetlinkError) {
            let routes = try socket.dump(.dumpRoutes()).compactMap { Route($0) }
            var holdings: [KernelHolding] = []
            for link in try socket.dump(.dumpLinks()).compactMap({ Link($0) }) {
                let alias = InterfaceAlias(link.alias)
                guard alias != nil || isOwnName(link.name) else { continue }
                let hasRoute = routes.contains {
                    $0.index == link.index && $0.destination.length == 32
                        && $0.destination.first == alias?.address
                }
                holdings.append(KernelHolding(interface: link.name, alias: alias, hasRoute: hasRoute))
            }
            return holdings
        } catch { throw .refused(error) }
    }

    /// Whether only the plugin gives such names: the prefix and twelve hexadecimal digits.
    private static func isOwnName(_ name: String) -> Bool {
        name.utf8.count == 15 && name.hasPrefix(AttachmentKey.hostInterfacePrefix)
            && name.utf8.dropFirst(3).allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    /// Removes interfaces; those that are gone are no error. Throws the first other refusal, after all were tried.
    static func remove(_ names: [String], _ socket: inout NetlinkSocket) throws(CNIError) {
        guard !names.isEmpty else { return }
        do throws(NetlinkError) {
            let outcomes = try socket.perform(names.map { .deleteLink($0) })
            for case .some(let error) in outcomes.map({ $0.error }) where !error.cause.isAbsence {
                throw error
            }
        } catch { throw .refused(error) }
    }
}
