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
    private static let patience = 128

    private let bytes: [UInt8]
    /// The last place seen of three bytes, by their value.
    private var last: [UInt32: Int] = [:]
    /// The place before with the same three bytes, by place; -1 for none.
    private var before: [Int] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The longest repeat that begins at `place`, of three bytes at least.
    mutating func longest(at place: Int) -> Repeat? {
        note(upTo: place)
        guard let key = key(place), var candidate = last[key] else { return nil }
        var best: Repeat?
        for _ in 0..<Self.patience where candidate >= 0 && place - candidate <= Self.window {
            if candidate < place {
                let length = common(candidate, place)
                if length > best?.length ?? Self.shortest - 1 {
                    best = Repeat(length: length, distance: place - candidate)
                }
            }
            candidate = before[candidate]
        }
        return best
    }

    private mutating func note(upTo end: Int) {
        while before.count < end, let key = key(before.count) {
            before.append(last.updateValue(before.count, forKey: key) ?? -1)
        }
    }

    private func key(_ place: Int) -> UInt32? {
        guard place + Self.shortest <= bytes.count else { return nil }
        return UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
    }

    private func common(_ earlier: Int, _ later: Int) -> Int {
        let limit = min(Self.longest, bytes.count - later)
        var length = Self.shortest
        while length < limit, bytes[earlier + length] == bytes[later + length] { length += 1 }
        return length
    }
}
