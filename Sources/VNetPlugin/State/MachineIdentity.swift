internal import CNISpec
internal import LinuxSystem

/// Which boot of the machine, and which network namespace, the plugin runs in.
enum MachineIdentity {
    /// A number that another boot or namespace does not have.
    static func current() throws(CNIError) -> (number: UInt64, namespace: FileIdentity) {
        guard let namespace = FileIdentity(at: NetworkNamespace.own) else {
            throw CNIError(.inputOutput, "cannot see the own network namespace: is /proc mounted?")
        }
        let boot: [UInt8]
        do throws(SystemCallError) {
            boot = try Files.read("/proc/sys/kernel/random/boot_id", limit: 64)
        } catch {
            throw CNIError(.inputOutput, "\(error)")
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in boot { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return ((hash ^ namespace.inode) &* 0x9E37_79B9_7F4A_7C15, namespace)
    }
}
