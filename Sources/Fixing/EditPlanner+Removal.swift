import Document

extension EditPlanner {
    /// The edits that take a member out of its object.
    func removal(_ place: Place) -> [TextEdit]? {
        let (siblings, index) = (place.siblings, place.index)
        guard place.parent.isInFile, place.member.value.isInFile,
            siblings.allSatisfy({ $0.keySpan.origin == .file })
        else { return nil }
        let start = place.member.keySpan.bytes.lowerBound
        let end = end(of: place.member.value)
        if isFlow(place.parent) {
            let inside = place.parent.span.bytes
            if siblings.count == 1 { return [TextEdit(inside.lowerBound + 1..<inside.upperBound - 1, "")] }
            // The next member takes the place of this one; before the last one the comma goes, too.
            return index + 1 < siblings.count
                ? [TextEdit(start..<siblings[index + 1].keySpan.bytes.lowerBound, "")]
                : [TextEdit(self.end(of: siblings[index - 1].value)..<max(end, start), "")]
        }
        if siblings.count == 1 {
            return [TextEdit(start..<max(end, place.member.keySpan.bytes.upperBound), "{}")]
        }
        let line = lineStart(start)
        if isBlank(line..<start) {
            let next = min(lineEnd(max(end, place.member.keySpan.bytes.upperBound)) + 1, bytes.count)
            return [TextEdit(line..<next, "")]
        }
        // The first member of a list's element stands behind its hyphen: the next one moves there.
        guard index + 1 < siblings.count else { return nil }
        return [TextEdit(start..<siblings[index + 1].keySpan.bytes.lowerBound, "")]
    }
}
