extension IPv4Prefix {
    /// The fewest prefixes that hold every address which is in none of `prefixes`, in order.
    public static func complement(of prefixes: [IPv4Prefix]) -> [IPv4Prefix] {
        var free: [IPv4Prefix] = []
        var next = 0
        for prefix in prefixes.sorted() {
            let first = Int(prefix.first.bits)
            if first > next { free += covering(next, first - 1) }
            next = max(next, Int(prefix.last.bits) + 1)
        }
        if next <= Int(UInt32.max) { free += covering(next, Int(UInt32.max)) }
        return free
    }

    /// The fewest prefixes from the address with the number `first` to that with the number `last`.
    private static func covering(_ first: Int, _ last: Int) -> [IPv4Prefix] {
        var prefixes: [IPv4Prefix] = []
        var next = first
        while next <= last {
            var length = 32
            while length > 0, next % (1 << (33 - length)) == 0, next + (1 << (33 - length)) - 1 <= last {
                length -= 1
            }
            guard let bits = UInt32(exactly: next),
                let prefix = IPv4Prefix(containing: IPv4Address(bits: bits), length: length)
            else { return prefixes }
            prefixes.append(prefix)
            next += prefix.size
        }
        return prefixes
    }
}
