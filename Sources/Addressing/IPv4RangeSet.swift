/// A set of addresses as ranges, which answers quickly whether an address is in it.
public struct IPv4RangeSet: Sendable {
    /// Ranges in order that neither meet nor touch.
    private var ranges: [ClosedRange<UInt32>] = []

    /// Every address of `prefixes`.
    public init(_ prefixes: some Sequence<IPv4Prefix>) {
        for prefix in prefixes.sorted() {
            let (first, last) = (prefix.first.bits, prefix.last.bits)
            if let open = ranges.last, first <= open.upperBound || first - 1 == open.upperBound {
                ranges[ranges.count - 1] = open.lowerBound...max(open.upperBound, last)
            } else {
                ranges.append(first...last)
            }
        }
    }

    /// Whether `address` is in the set.
    public func contains(_ address: IPv4Address) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < address.bits { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(address.bits)
    }
}
