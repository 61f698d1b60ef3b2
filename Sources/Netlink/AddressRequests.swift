public import Addressing
internal import CLinux

extension Request {
    static let ipv4: UInt8 = 2

    /// Gives an interface an address.
    public static func addAddress(_ address: IPv4Address, length: UInt8, index: Int32) -> Request {
        Request(
            .newAddress, "\(address)/\(length) on interface \(index)", flags: create | exclusive,
            addressPayload(address, length: length, index: index, withBroadcastDomain: true))
    }

    /// Takes an address off an interface, whatever its prefix length.
    public static func deleteAddress(_ address: IPv4Address, index: Int32) -> Request {
        Request(
            .deleteAddress, "\(address) on interface \(index)",
            addressPayload(address, length: 32, index: index, withBroadcastDomain: false))
    }

    /// Asks for all IPv4 addresses.
    public static func dumpAddresses() -> Request {
        var payload = Payload()
        payload.append(UInt32(ipv4))
        payload.append(UInt32(0))
        return Request(dump: .getAddress, payload)
    }

    private static func addressPayload(
        _ address: IPv4Address, length: UInt8, index: Int32, withBroadcastDomain: Bool
    ) -> Payload {
        var payload = Payload()
        payload.append(ipv4)
        payload.append(length)
        payload.append(UInt16(0))  // flags, scope universe
        payload.append(index)
        payload.attribute(IFA_LOCAL, address.octets)
        // A removal that names IFA_ADDRESS would have to know the prefix length as well.
        if withBroadcastDomain { payload.attribute(IFA_ADDRESS, address.octets) }
        return payload
    }
}
