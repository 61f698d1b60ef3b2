import Addressing
import Testing

/// Azure keeps the first four addresses of a subnet and its last.
@Suite struct AzureSubnetTests {
    @Test(arguments: [
        ("10.0.0.0/8", 16_777_211), ("10.1.0.0/23", 507), ("10.1.0.0/24", 251), ("10.1.0.0/25", 123),
        ("10.1.0.0/29", 3), ("10.1.0.0/30", 0), ("10.1.0.0/32", 0),
    ])
    func usable(text: String, usable: Int) throws {
        #expect(AzureSubnet(try #require(IPv4Prefix(text))).usable == usable)
    }

    @Test func assignableAddressesAreTheUsableOnes() throws {
        for length in 20...32 {
            let prefix = try #require(IPv4Prefix("10.1.0.0/\(length)"))
            let subnet = AzureSubnet(prefix)
            let assignable = (0..<prefix.size).compactMap(prefix.address).filter(subnet.canAssign)
            #expect(assignable.count == subnet.usable)
            #expect(!subnet.canAssign(try #require(IPv4Address("10.2.0.9"))))
        }
    }

    @Test(arguments: [
        (1, 29), (3, 29), (4, 28), (11, 28), (12, 27), (251, 24), (252, 23), (279, 23), (16_777_211, 8),
        ((1 << 32) - 5, 0),
    ])
    func smallestPrefixThatFits(needed: Int, length: Int) {
        #expect(AzureSubnet.prefixLength(fitting: needed) == length)
    }

    @Test func nothingFitsMoreThanAllAddresses() {
        #expect(AzureSubnet.prefixLength(fitting: (1 << 32) - 4) == nil)
    }
}
