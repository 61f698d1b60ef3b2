import Addressing
import Testing

/// Sets of addresses, and what they leave.
@Suite struct IPv4RangeSetTests {
    @Test(arguments: 0..<20)
    func everyAddressIsInASetOrInItsComplement(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let prefixes = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
            IPv4Prefix(
                containing: IPv4Address(bits: UInt32.random(in: 0...UInt32.max, using: &generator)),
                length: Int.random(in: 1...32, using: &generator))
        }
        let (inside, outside) = (IPv4RangeSet(prefixes), IPv4RangeSet(IPv4Prefix.complement(of: prefixes)))
        var probes = (0..<200).map { _ in UInt32.random(in: 0...UInt32.max, using: &generator) }
        probes += prefixes.flatMap { [$0.first.bits, $0.last.bits, $0.first.bits &- 1, $0.last.bits &+ 1] }
        for bits in probes + [0, UInt32.max] {
            let address = IPv4Address(bits: bits)
            let isInside = prefixes.contains { $0.contains(address) }
            #expect(inside.contains(address) == isInside)
            #expect(outside.contains(address) == !isInside)
        }
    }

    @Test func nothingIsLeftOfEverything() throws {
        let everything = try #require(IPv4Prefix("0.0.0.0/0"))
        #expect(IPv4Prefix.complement(of: [everything]).isEmpty)
        #expect(IPv4Prefix.complement(of: []) == [everything])
    }
}
