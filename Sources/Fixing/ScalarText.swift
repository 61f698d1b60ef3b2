import Document
import JSONText

/// Scalars as they are written into a text, in the manner of what stood there.
struct ScalarText {
    /// Whether the text is JSON.
    let isJSON: Bool

    /// `value` in place of `old`, the bytes of the scalar that goes; nil where that is a block scalar.
    func text(of value: JSONValue, inPlaceOf old: ArraySlice<UInt8>) -> String? {
        if isJSON { return JSONWriter.text(of: value, .compact) }
        switch old.first {
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return nil
        // An empty value: it stands right behind the colon.
        case nil: return " " + text(of: value)
        case let quote?: return text(of: value, quote: quote)
        }
    }

    /// `value` where nothing stood: plain if that can be read back, else in double quotes.
    func text(of value: JSONValue) -> String {
        guard !isJSON, case .string(let text) = value, PlainScalar.isText(text) else {
            return JSONWriter.text(of: value, .compact)
        }
        return text
    }

    private func text(of value: JSONValue, quote: UInt8) -> String {
        guard case .string(let text) = value else { return self.text(of: value) }
        switch quote {
        case UInt8(ascii: "\""): return JSONWriter.text(of: value, .compact)
        case UInt8(ascii: "'") where text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }):
            return "'" + text.map { $0 == "'" ? "''" : "\($0)" }.joined() + "'"
        default: return self.text(of: value)
        }
    }
}
