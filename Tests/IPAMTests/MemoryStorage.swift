import IPAM

/// A state file in memory whose writer is killed after some writes.
final class MemoryStorage: StateStorage {
    /// The process died here.
    struct Killed: Error {}

    var bytes: [UInt8] = []
    /// How many more writes the writer lives, nil for ever.
    var writesLeft: Int?

    func write(_ content: ArraySlice<UInt8>, at offset: Int) throws(Killed) {
        if writesLeft == 0 { throw Killed() }
        writesLeft = writesLeft.map { $0 - 1 }
        if bytes.count < offset + content.count {
            bytes += [UInt8](repeating: 0, count: offset + content.count - bytes.count)
        }
        bytes.replaceSubrange(offset..<(offset + content.count), with: content)
    }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
