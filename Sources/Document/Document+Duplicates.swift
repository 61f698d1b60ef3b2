public import Findings

extension Document {
    /// A finding for each key that stands twice, spelled alike, in one object.
    ///
    /// Keys that differ only in case are the business of whoever knows that the object's keys have no case.
    public func duplicateKeys() -> [Finding] {
        var findings: [Finding] = []
        collectDuplicates(in: root, at: .root, into: &findings)
        return findings
    }

    private func collectDuplicates(in node: Node, at path: ModelPath, into findings: inout [Finding]) {
        switch node.content {
        case .object(let members):
            var seen: [String: SourceSpan] = [:]
            for member in members {
                let place = path[member.key]
                if let first = seen[member.key] {
                    findings.append(
                        Finding(
                            ReadingRule.duplicateKey, .error, at: place, part: .key,
                            "key \"\(member.key)\" stands twice in this object, first in line "
                                + "\(location(of: first).line)",
                            remedy: "keep one of the two", location: location(of: member.keySpan)))
                } else {
                    seen[member.key] = member.keySpan
                }
                collectDuplicates(in: member.value, at: place, into: &findings)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                collectDuplicates(in: element, at: path[index], into: &findings)
            }
        case .null, .bool, .integer, .double, .string: break
        }
    }
}
