/// Finds what stood before within deflate's window.
struct RepeatFinder {
    struct Repeat {
        var length: Int
        var distance: Int
    }

    private static let window = 32_768
    private static let shortest = 3
    private static let longest = 258
    /// Places that are compared at most; more gains next to nothing in text.
    private static let patience = 32
    private static let hashBits = 12

    private let bytes: [UInt8]
    /// The last place seen of three bytes, by their hash; -1 for none.
    private var last = [Int32](repeating: -1, count: 1 << hashBits)
    /// The place before with the same hash, by place; -1 for none.
    private var before: [Int32]
    /// The places below this one are noted.
    private var noted = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        before = [Int32](repeating: -1, count: bytes.count)
    }

    /// The longest repeat that begins at `place`, of three bytes at least.
    mutating func longest(at place: Int) -> Repeat? {
        note(upTo: place)
        guard let hash = hash(place) else { return nil }
        var candidate = Int(last[hash])
        var best: Repeat?
        var patience = Self.patience
        while candidate >= 0, place - candidate <= Self.window, patience > 0 {
            // Only one that has the byte after the best one's end can be longer.
            let known = best?.length ?? Self.shortest - 1
            if place + known < bytes.count, bytes[candidate + known] == bytes[place + known] {
                let length = common(candidate, place)
                if length > known {
                    best = Repeat(length: length, distance: place - candidate)
                    if length == Self.longest { break }
                }
            }
            candidate = Int(before[candidate])
            patience -= 1
        }
        return best
    }

    private mutating func note(upTo end: Int) {
        while noted < end, let hash = hash(noted) {
            before[noted] = last[hash]
            last[hash] = Int32(noted)
            noted += 1
        }
    }

    private func hash(_ place: Int) -> Int? {
        guard place + Self.shortest <= bytes.count else { return nil }
        let three = UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
        return Int((three &* 2_654_435_761) >> UInt32(32 - Self.hashBits))
    }

    private func common(_ earlier: Int, _ later: Int) -> Int {
        let limit = min(Self.longest, bytes.count - later)
        var length = 0
        while length < limit, bytes[earlier + length] == bytes[later + length] { length += 1 }
        return length
    }
}
