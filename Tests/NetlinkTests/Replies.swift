import Addressing
import Testing

@testable import Netlink

/// What the kernel sends, written by hand, whole and cut.
@Suite struct Replies {
    private func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// eth0, index 2, up, MAC, MTU 1400, alias "x", and what is not read.
    private let link = """
        50000000 1000 0000 01000000 00000000
        00 00 0100 02000000 01000000 00000000
        0900 0300 6574683000 000000
        0a00 0100 000d3a1f2e3d 0000
        0800 0400 78050000
        0500 1400 78 000000
        0800 0500 05000000
        """

    @Test func aLink() throws {
        let replies = Reply.messages(in: bytes(link))
        let read = try #require(replies.compactMap { Link($0) }.first)
        #expect(read.name == "eth0" && read.index == 2 && read.isUp && !read.isSlave)
        #expect(read.mac?.description == "00:0d:3a:1f:2e:3d" && read.mtu == 1400)
        #expect(read.alias == "x")
    }

    @Test func aSlaveIsToldByItsFlagOrItsMaster() throws {
        let flagged = "20000000 1000 0000 01000000 00000000 00 00 0100 03000000 01080000 00000000"
        let owned =
            "28000000 1000 0000 01000000 00000000 00 00 0100 03000000 01000000 00000000 0800 0a00 02000000"
        for text in [flagged, owned] {
            #expect(try #require(Reply.messages(in: bytes(text)).compactMap { Link($0) }.first).isSlave)
        }
    }

    @Test func everyCutOfAMessageIsReadWithoutHarm() {
        let whole = bytes(link)
        for count in 0..<whole.count {
            #expect(Reply.messages(in: Array(whole[..<count])).isEmpty)
            var short = Array(whole[..<count])
            if count >= 16 { short[0] = UInt8(count) }
            for reply in Reply.messages(in: short) { _ = Link(reply) }
        }
    }

    @Test func impossibleLengthsEndTheReading() {
        for length in [0, 1, 15, 81, 255] {
            var text = bytes(link)
            text[0] = UInt8(length)
            #expect(Reply.messages(in: text).isEmpty)
        }
        var attribute = bytes(link)
        attribute[32] = 3
        #expect(Reply.messages(in: attribute).compactMap { Link($0) }.first?.name == "")
    }
}
