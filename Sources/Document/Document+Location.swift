public import Findings

extension Document {
    /// Where `part` of the member at `path` stands: where the key is missing, the opening of the innermost object
    /// that is there.
    public func location(of path: ModelPath, _ part: Finding.Part = .value) -> SourceLocation {
        var node = root
        var span = root.span
        for step in path.steps {
            switch step {
            case .key(let key):
                guard let member = node.member(key) else { return location(of: span) }
                node = member.value
                span = part == .key && step == path.steps.last ? member.keySpan : node.span
            case .index(let index):
                guard let elements = node.elements, elements.indices.contains(index) else {
                    return location(of: span)
                }
                node = elements[index]
                span = node.span
            }
        }
        return location(of: span)
    }

    /// The place of `span` for people.
    public func location(of span: SourceSpan) -> SourceLocation {
        let (name, source) = text(of: span.origin)
        let (line, column) = source.position(at: span.bytes.lowerBound)
        return SourceLocation(
            file: name, line: line, column: column, length: source.lengthOnFirstLine(of: span.bytes))
    }

    /// `findings` with their places, in the order of the text.
    public func locating(_ findings: [Finding]) -> [Finding] {
        let located = findings.map { finding in
            var finding = finding
            if finding.location == nil { finding.location = location(of: finding.path, finding.part) }
            return finding
        }
        return located.sorted { left, right in
            let (l, r) = (left.location, right.location)
            return (l?.file == file ? 0 : 1, l?.line ?? 0, l?.column ?? 0, left.rule.id, left.message)
                < (r?.file == file ? 0 : 1, r?.line ?? 0, r?.column ?? 0, right.rule.id, right.message)
        }
    }

    /// The longest line that is shown, in bytes: nobody finds anything in a longer one, and each finding would show it.
    private static let lineLimit = 16 << 10

    /// The line of text at `location`, for showing it; what must not be shown is dots. Nil for one that is too long to be shown.
    public func line(at location: SourceLocation) -> String? {
        if location.file == file { return visible(location.line, of: text, .file) }
        guard let index = assignments.firstIndex(where: { Self.name(ofAssignment: $0) == location.file })
        else {
            return nil
        }
        return visible(location.line, of: assignments[index], .assignment(index))
    }

    /// `line` of `text` with concealed values as dots of the same number, so that places stay what they are.
    private func visible(_ line: Int, of text: SourceText, _ origin: SourceSpan.Origin) -> String? {
        guard let range = text.range(ofLine: line), range.count <= Self.lineLimit else { return nil }
        var bytes = text.bytes[range]
        for span in concealed where span.origin == origin {
            for index in span.bytes.clamped(to: range) where bytes[index] >= 0x20 && bytes[index] < 0x80 {
                bytes[index] = UInt8(ascii: ".")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func text(of origin: SourceSpan.Origin) -> (name: String, SourceText) {
        switch origin {
        case .file: return (file, text)
        case .assignment(let index):
            guard assignments.indices.contains(index) else { return (file, text) }
            return (Self.name(ofAssignment: assignments[index]), assignments[index])
        }
    }

    /// `--set path=…`: the values may be secrets, and names of files are shown everywhere.
    static func name(ofAssignment text: SourceText) -> String {
        var name = "--set "
        var isValue = false
        var isQuoted = false
        for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
            if isValue, scalar == "\"" { isQuoted.toggle() }
            if isValue, scalar == ",", !isQuoted { isValue = false }
            if !isValue { name.unicodeScalars.append(scalar) }
            if !isValue, scalar == "=" {
                isValue = true
                name += "…"
            }
        }
        return name
    }
}
