/// One `-----BEGIN …-----` block of a PEM text.
struct PEMBlock {
    /// What stands after `BEGIN`.
    let label: String
    /// The block with its first and last line.
    let text: String
    /// What it holds; nil where that is not base64.
    let bytes: [UInt8]?

    /// The blocks of `text` in order; whatever stands between them is left out.
    static func all(in text: String) -> [PEMBlock] {
        var blocks: [PEMBlock] = []
        var label: String?
        var lines: [Substring] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingBlanks
            if line.hasPrefix("-----BEGIN "), line.hasSuffix("-----") {
                label = String(line.dropFirst(11).dropLast(5))
                lines = [line]
            } else if let open = label, line == "-----END \(open)-----" {
                let inner = lines.dropFirst().joined()
                blocks.append(
                    PEMBlock(
                        label: open, text: (lines + [line]).joined(separator: "\n") + "\n",
                        bytes: Base64URL.bytes(inner)))
                label = nil
            } else if label != nil {
                lines.append(line)
            }
        }
        return blocks
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        while text.first?.isWhitespace == true { text.removeFirst() }
        return text
    }
}
