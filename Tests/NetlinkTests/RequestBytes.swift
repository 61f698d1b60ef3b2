import Addressing
import LinuxSystem
import Testing

@testable import Netlink

/// Requests against bytes written by hand from linux/rtnetlink.h, if_link.h, if_addr.h, neighbour.h and fib_rules.h.
@Suite struct RequestBytes {
    private let pod = IPv4Address(bits: 0x0AF0_0010)
    private let gateway = IPv4Address(bits: 0xA9FE_0101)

    private func hex(_ request: Request) -> String {
        request.bytes(sequence: 1).map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }
            .joined()
    }

    private func written(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    @Test func route() {
        #expect(
            hex(.addRoute(to: IPv4Prefix(host: pod), index: 7))
                == written(
                    """
                    2c000000 1800 0506 01000000 00000000
                    02 20 00 00 fe 53 fd 01 00000000
                    0800 0100 0af00010
                    0800 0400 07000000
                    """))
    }

    @Test func defaultRoute() {
        #expect(
            hex(.addRoute(to: .everywhere, gateway: gateway, index: 7, metric: 3))
                == written(
                    """
                    34000000 1800 0506 01000000 00000000
                    02 00 00 00 fe 53 00 01 00000000
                    0800 0500 a9fe0101
                    0800 0400 07000000
                    0800 0600 03000000
                    """))
    }

    @Test func routeInOwnTable() {
        #expect(
            hex(.addRoute(to: .everywhere, gateway: gateway, index: 2, table: 8302, replacing: true))
                == written(
                    """
                    34000000 1800 0505 01000000 00000000
                    02 00 00 00 00 53 00 01 00000000
                    0800 0500 a9fe0101
                    0800 0400 02000000
                    0800 0f00 6e200000
                    """))
    }

    @Test func addresses() {
        #expect(
            hex(.addAddress(pod, length: 32, index: 7))
                == written(
                    """
                    28000000 1400 0506 01000000 00000000
                    02 20 00 00 07000000
                    0800 0200 0af00010
                    0800 0100 0af00010
                    """))
        // Removals carry REQUEST and ACK alone: EXCL would mean "bulk".
        #expect(
            hex(.deleteAddress(pod, index: 7))
                == written(
                    """
                    20000000 1500 0500 01000000 00000000
                    02 20 00 00 07000000
                    0800 0200 0af00010
                    """))
    }

    @Test func neighbour() throws {
        let mac = try #require(MACAddress("aa:aa:01:02:03:04"))
        #expect(
            hex(.addNeighbour(gateway, mac: mac, index: 7))
                == written(
                    """
                    30000000 1c00 0505 01000000 00000000
                    02 000000 07000000 8000 00 00
                    0800 0100 a9fe0101
                    0a00 0200 aaaa01020304 0000
                    """))
    }

    @Test func links() {
        #expect(
            hex(.setUp(index: 7))
                == written("20000000 1000 0500 01000000 00000000 00 00 0000 07000000 01000000 01000000"))
        #expect(
            hex(.deleteLink("slw0"))
                == written(
                    """
                    2c000000 1100 0500 01000000 00000000
                    00 00 0000 00000000 00000000 00000000
                    0900 0300 736c773000 000000
                    """))
    }

    @Test func pair() throws {
        let namespace = try NetworkNamespace.current()
        let number = namespace.descriptor.number
        let descriptor = "\(number < 16 ? "0" : "")\(String(number, radix: 16))000000"
        let host = VethEnd(name: "slwa", mac: MACAddress(locallyAdministered: 1, first: 0xAA))
        let peer = VethEnd(name: "eth0", mac: MACAddress(locallyAdministered: 1, first: 0xBA))
        #expect(
            hex(.createVeth(host: host, peer: peer, mtu: 1500, namespace: namespace))
                == written(
                    """
                    8c000000 1000 0506 01000000 00000000
                    00 00 0000 00000000 01000000 01000000
                    0900 0300 736c776100 000000
                    0a00 0100 aaaa00000001 0000
                    0800 0400 dc050000
                    4c00 1200
                        0800 0100 76657468
                        4000 0200
                            3c00 0100
                                00 00 0000 00000000 00000000 00000000
                                0900 0300 6574683000 000000
                                0a00 0100 baba00000001 0000
                                0800 0400 dc050000
                                0800 1c00 \(descriptor)
                    """))
    }

    @Test func rule() {
        #expect(
            hex(.addRule(from: pod, table: 8302))
                == written(
                    """
                    3c000000 2000 0506 01000000 00000000
                    02 00 20 00 00 00 00 01 00000000
                    0800 0200 0af00010
                    0800 0f00 6e200000
                    0800 0600 3e030000
                    0500 1500 53 000000
                    """))
    }
}
