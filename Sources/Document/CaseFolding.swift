extension StringProtocol {
    /// Whether the two are equal when ASCII letters are compared without regard to case.
    public func equalsIgnoringCase(_ other: some StringProtocol) -> Bool {
        let (left, right) = (utf8, other.utf8)
        return left.count == right.count
            && zip(left, right).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }
}

extension UInt8 {
    fileprivate var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
