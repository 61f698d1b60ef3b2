public import Addressing
internal import CLinux

extension Request {
    private static let permanent: UInt16 = 0x80

    /// Who has `address` is known for good: nobody has to ask on the wire.
    public static func addNeighbour(_ address: IPv4Address, mac: MACAddress, index: Int32) -> Request {
        var payload = Payload()
        payload.append(UInt32(ipv4))
        payload.append(index)
        payload.append(permanent)
        payload.append(UInt16(0))  // flags, type
        payload.attribute(NDA_DST, address.octets)
        payload.attribute(NDA_LLADDR, mac.bytes)
        return Request(.newNeighbour, "\(address) on interface \(index)", flags: create | replace, payload)
    }

    /// Asks for all IPv4 neighbours.
    public static func dumpNeighbours() -> Request {
        var payload = Payload()
        payload.append(UInt32(ipv4))
        payload.append(UInt64(0))
        return Request(dump: .getNeighbour, payload)
    }
}
