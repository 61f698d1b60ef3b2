import Addressing
import Testing

@Suite struct IPv4AddressTests {
    @Test(
        arguments: [
            ("0.0.0.0", 0), ("10.240.0.4", 0x0AF0_0004), ("168.63.129.16", 0xA83F_8110),
            ("255.255.255.255", 0xFFFF_FFFF),
        ] as [(String, UInt32)])
    func reads(text: String, bits: UInt32) throws {
        let address = try #require(IPv4Address(text))
        #expect(address.bits == bits)
        #expect("\(address)" == text)
        #expect(address.octets.map(String.init).joined(separator: ".") == text)
    }

    @Test(arguments: [
        "", ".", "10", "10.0.0", "10.0.0.0.0", "10.0.0.", ".10.0.0", "10..0.0", "256.0.0.0", "10.0.0.999",
        "010.0.0.1", "10.0.0.01", "0x0a.0.0.1", "10.0.0.1 ", " 10.0.0.1", "10.0.0.-1", "10.0.0.+1",
        "10,0,0,1",
        "10.0.0.1/32", "::1", "1٠.0.0.1", "10.0.0.0000000001",
    ])
    func refuses(text: String) {
        #expect(IPv4Address(text) == nil)
    }

    @Test func textAndBitsAgree() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<10_000 {
            let address = IPv4Address(bits: generator.next() as UInt32)
            #expect(IPv4Address("\(address)") == address)
        }
    }

    @Test func advancingStaysWithin32Bits() {
        let last = IPv4Address(bits: .max)
        #expect(last.advanced(by: 1) == nil)
        #expect(IPv4Address(bits: 0).advanced(by: -1) == nil)
        #expect(last.advanced(by: -255)?.description == "255.255.255.0")
    }
}
