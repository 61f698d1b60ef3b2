import Document

extension EditPlanner {
    /// Whether `node` is written with braces or brackets, as in JSON.
    func isFlow(_ node: Node) -> Bool {
        let start = start(of: node)
        return bytes.indices.contains(start)
            && (bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "["))
    }

    /// Where `node` begins, without an anchor before it.
    func start(of node: Node) -> Int {
        let whole = node.span.bytes
        var place = whole.lowerBound
        guard place < whole.upperBound, bytes[place] == UInt8(ascii: "&") else { return place }
        while place < whole.upperBound, !isBlank(place..<place + 1) { place += 1 }
        while place < whole.upperBound {
            if bytes[place] == UInt8(ascii: "#") {
                place = lineEnd(place)
            } else if isBlank(place..<place + 1) {
                place += 1
            } else {
                break
            }
        }
        return place
    }

    /// Where `node` ends, without what follows a block collection.
    func end(of node: Node) -> Int {
        var end = isFlow(node) ? node.span.bytes.upperBound : node.contentEnd(in: self)
        while end > node.span.bytes.lowerBound, [0x20, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    func lineStart(_ offset: Int) -> Int {
        bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }

    /// Where the line of `offset` ends, at its line feed or the text's end.
    func lineEnd(_ offset: Int) -> Int {
        bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    /// How lines end here.
    var newLine: String {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return "\n" }
        return bytes[end - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
    }

    func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }
}

extension Node {
    fileprivate func contentEnd(in planner: EditPlanner) -> Int {
        switch content {
        case .object(let members): members.last.map { planner.end(of: $0.value) } ?? span.bytes.upperBound
        case .array(let elements): elements.last.map { planner.end(of: $0) } ?? span.bytes.upperBound
        default: span.bytes.upperBound
        }
    }
}
