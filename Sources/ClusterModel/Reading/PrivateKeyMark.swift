extension StringProtocol {
    /// Whether it has the mark of a private key in PEM.
    public var holdsPrivateKey: Bool {
        // Most texts are shorter, or have no such letter. `contains` of a text is dear, and there are thousands of them.
        let mark = "PRIVATE KEY".utf8
        var rest = utf8[...]
        while rest.count >= mark.count, let first = rest.firstIndex(of: UInt8(ascii: "P")) {
            rest = rest[first...]
            if rest.starts(with: mark) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
