import Addressing
import Testing

@Suite struct IPv4PrefixTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.0.0.0", "10.255.255.255", 1 << 24),
        ("10.240.0.0/12", "10.240.0.0", "10.255.255.255", 1 << 20),
        ("192.168.1.248/29", "192.168.1.248", "192.168.1.255", 8),
        ("168.63.129.16/32", "168.63.129.16", "168.63.129.16", 1),
        ("0.0.0.0/0", "0.0.0.0", "255.255.255.255", 1 << 32),
    ])
    func reads(text: String, first: String, last: String, size: Int) throws {
        let prefix = try #require(IPv4Prefix(text))
        #expect("\(prefix.first)" == first)
        #expect("\(prefix.last)" == last)
        #expect(prefix.size == size)
        #expect("\(prefix)" == text)
    }

    @Test(arguments: [
        "10.0.0.0", "10.0.0.0/", "/8", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.0/8/8",
        "10.0.0/8",
        "10.0.0.0/1000", "10.0.0.0/8 ", "10.0.0.1/24",
    ])
    func refuses(text: String) {
        #expect(IPv4Prefix(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.1/24", "10.0.0.0/24", false), ("10.255.255.255/8", "10.0.0.0/8", false),
        ("1.2.3.4/0", "0.0.0.0/0", false), ("10.0.0.1/32", "10.0.0.1/32", true),
    ])
    func masksHostBits(text: String, masked: String, isCanonical: Bool) throws {
        let parsed = try #require(IPv4PrefixText(text))
        #expect("\(parsed.masked)" == masked)
        #expect(parsed.isCanonical == isCanonical)
    }

    /// What two prefixes have in common, by counting addresses one by one in a world of eight bits.
    @Test func containsAndOverlapsAgreeWithCounting() throws {
        let prefixes = try (24...32).flatMap { length in
            try stride(from: 0, to: 256, by: 1 << (32 - length)).map { offset in
                try #require(
                    IPv4Prefix(containing: IPv4Address(bits: 0x0A00_0000 | UInt32(offset)), length: length))
            }
        }
        let world = (0..<256).map { IPv4Address(bits: 0x0A00_0000 | UInt32($0)) }
        let members = prefixes.map { prefix in Set(world.filter { $0 >= prefix.first && $0 <= prefix.last }) }
        for (left, leftMembers) in zip(prefixes, members) {
            #expect(leftMembers.count == left.size)
            for (right, rightMembers) in zip(prefixes, members) {
                #expect(left.contains(right) == rightMembers.isSubset(of: leftMembers))
                #expect(left.overlaps(right) == !leftMembers.isDisjoint(with: rightMembers))
            }
        }
    }

    @Test func everyAddressOfARandomPrefixIsInIt() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<2_000 {
            let address = IPv4Address(bits: generator.next() as UInt32)
            let length = Int.random(in: 0...32, using: &generator)
            let prefix = try #require(IPv4Prefix(containing: address, length: length))
            #expect(prefix.contains(address))
            #expect(IPv4Prefix("\(prefix)") == prefix)
            let index = Int(address.bits - prefix.first.bits)
            #expect(prefix.address(at: index) == address)
            #expect(prefix.address(at: prefix.size) == nil)
            #expect(prefix.last.advanced(by: 1).map(prefix.contains) != true)
        }
    }
}
