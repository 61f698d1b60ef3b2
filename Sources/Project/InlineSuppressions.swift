import Document
import Findings

/// The suppressions of a document by what they are about, so that many of them beside many findings take no time.
struct InlineSuppressions {
    /// All of them, in the order of the text.
    let all: [InlineSuppression]
    private let document: Document
    private var ofLine: [Int: [Int]] = [:]
    private var ofFile: [RuleSelector: Int] = [:]

    init(in document: Document) {
        self.document = document
        all = InlineSuppression.all(in: document)
        for (index, suppression) in all.enumerated() where !suppression.reason.isEmpty {
            if let line = suppression.line {
                ofLine[line, default: []].append(index)
            } else {
                for selector in suppression.selectors where ofFile[selector] == nil {
                    ofFile[selector] = index
                }
            }
        }
    }

    /// The first one that has a reason and accepts `finding`: for the whole file, on its line, or on that of a key or element
    /// that it stands below.
    func first(accepting finding: Finding) -> Int? {
        if all.isEmpty { return nil }
        let names = [finding.rule.id, String(finding.rule.id.prefix(2))]
        var candidates = names.compactMap { RuleSelector($0).flatMap { ofFile[$0] } }
        var lines = Set(document.lines(leadingTo: finding.path))
        if let place = finding.location, place.file == document.file { lines.insert(place.line) }
        for line in lines {
            let index = ofLine[line]?.first { index in
                all[index].selectors.contains { $0.selects(finding.rule) }
            }
            if let index { candidates.append(index) }
        }
        return candidates.min()
    }
}
