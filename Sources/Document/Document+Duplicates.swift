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
                if let first = seen[member.key] {
                    findings.append(
                        Finding(
                            ReadingRule.duplicateKey, .error, at: path[member.key], part: .key,
                            "key \"\(member.key)\" stands twice in this object, first in line "
                                + "\(location(of: first).line)",
                            remedy: "keep one of the two", location: location(of: member.keySpan)))
                } else {
                    seen[member.key] = member.keySpan
                }
                guard member.value.holdsOthers else { continue }
                collectDuplicates(in: member.value, at: path[member.key], into: &findings)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() where element.holdsOthers {
                collectDuplicates(in: element, at: path[index], into: &findings)
            }
        case .null, .bool, .integer, .double, .string: break
        }
    }
}

extension Node {
    /// Whether it is a list or an object.
    fileprivate var holdsOthers: Bool {
        switch content {
        case .array, .object: true
        case .null, .bool, .integer, .double, .string: false
        }
    }
}
