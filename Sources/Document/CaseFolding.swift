extension String {
    /// Whether the two are equal when ASCII letters are compared without regard to case.
    public func equalsIgnoringCase(_ other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var rest = other.utf8.makeIterator()
        for byte in utf8 {
            guard byte.asciiLowercased == rest.next()?.asciiLowercased else { return false }
        }
        return true
    }
}

extension UInt8 {
    fileprivate var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
