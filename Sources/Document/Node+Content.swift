extension Node {
    /// Whether this says the same as `other`, wherever the two stand: the same kinds, values and keys in the same order.
    public func hasSameContent(as other: Node) -> Bool {
        switch (content, other.content) {
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.hasSameContent(as: $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && zip(left, right).allSatisfy { $0.key == $1.key && $0.value.hasSameContent(as: $1.value) }
        default: content == other.content
        }
    }
}
