/// Other bytes in place of some bytes of a text.
public struct TextEdit: Sendable, Hashable {
    /// Which bytes go.
    public var range: Range<Int>
    /// What comes in their place.
    public var replacement: [UInt8]

    /// An edit.
    public init(_ range: Range<Int>, _ replacement: [UInt8]) {
        self.range = range
        self.replacement = replacement
    }

    init(_ range: Range<Int>, _ text: String) { self.init(range, Array(text.utf8)) }
}

extension [TextEdit] {
    /// `text` with all edits made; they must not touch each other.
    public func applied(to text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for edit in sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += text[position..<edit.range.lowerBound]
            result += edit.replacement
            position = edit.range.upperBound
        }
        return result + text[position...]
    }

    /// Whether an edit of `other` touches one of these, also at its ends.
    func touches(_ other: [TextEdit]) -> Bool {
        contains { edit in
            other.contains {
                edit.range.lowerBound <= $0.range.upperBound && $0.range.lowerBound <= edit.range.upperBound
            }
        }
    }
}
