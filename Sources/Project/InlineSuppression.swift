import Document
import Findings

/// A comment of a YAML model that accepts findings: `# slipway: ignore IP002 -- reason`.
///
/// Behind a value it is about that line; on a line of its own about the next one, and everything below the key there.
/// `ignore-file` is about the whole file.
struct InlineSuppression {
    var selectors: [RuleSelector]
    var reason: String
    /// The line it is about, nil for the whole file.
    var line: Int?
    /// Where the comment stands.
    var location: SourceLocation

    private static let mark = Array("# slipway: ignore".utf8)

    /// How many of them are read in a file; those after are none.
    static let limit = 10_000

    /// All comments of `document` that accept findings.
    static func all(in document: Document) -> [InlineSuppression] {
        guard !document.isJSON else { return [] }
        let bytes = document.text.bytes
        var found: [InlineSuppression] = []
        var position = 0
        // The line after the last block of comments: where many stand below each other, it is looked for once.
        var next = 0
        while found.count < limit, let start = bytes[position...].firstIndex(of: UInt8(ascii: "#")) {
            position = start + 1
            guard bytes[start...].starts(with: mark), !document.isInScalar(start) else { continue }
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            found.append(InlineSuppression(start..<end, in: document, &next))
            position = end
        }
        return found
    }

    private init(_ range: Range<Int>, in document: Document, _ next: inout Int) {
        let bytes = document.text.bytes
        var rest = String(decoding: bytes[range].dropFirst(Self.mark.count), as: UTF8.self)[...]
        let isFile = rest.hasPrefix("-file")
        if isFile { rest = rest.dropFirst("-file".count) }
        let parts = rest.split(separator: " -- ", maxSplits: 1, omittingEmptySubsequences: false)
        selectors = parts[0].split { $0 == " " || $0 == "," }.compactMap { RuleSelector(String($0)) }
        reason = parts.count > 1 ? parts[1].filter { !$0.isWhitespace }.isEmpty ? "" : String(parts[1]) : ""
        let place = document.text.position(at: range.lowerBound)
        location = SourceLocation(
            file: document.file, line: place.line, column: place.column,
            length: document.text.lengthOnFirstLine(of: range))
        let start = bytes[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let isAlone = bytes[start..<range.lowerBound].allSatisfy { $0 == 0x20 }
        if isAlone, next <= place.line { next = Self.nextLine(after: place.line, in: document) }
        line = isFile ? nil : isAlone ? next : place.line
    }

    /// The next line with more than a comment on it.
    private static func nextLine(after line: Int, in document: Document) -> Int {
        var next = line + 1
        while let range = document.text.range(ofLine: next) {
            let first = document.text.bytes[range].first { $0 != UInt8(ascii: " ") }
            if let first, first != UInt8(ascii: "#") { return next }
            next += 1
        }
        return next
    }
}
