public import Catalogue
public import Document
public import Findings
public import Rules

/// Makes the changes that findings ask for, again and again until none is left to make.
public struct Mender: Sendable {
    /// What came of a text.
    public struct Outcome: Sendable {
        /// The new text.
        public var bytes: [UInt8]
        /// The findings that were mended, in the order in which that happened.
        public var mended: [Finding]
        /// What is found in the new text.
        public var review: Review
    }

    /// Rounds after which fixes that undo each other are given up.
    private static let roundLimit = 200

    private let catalogues: Catalogues
    private let isStrict: Bool
    private let allowsUnsafe: Bool
    private let isWanted: @Sendable (Finding, Document) -> Bool

    /// Makes safe fixes, and with `allowsUnsafe` all, of the findings that `isWanted` holds for.
    public init(
        _ catalogues: Catalogues, isStrict: Bool, allowsUnsafe: Bool,
        isWanted: @escaping @Sendable (Finding, Document) -> Bool = { _, _ in true }
    ) {
        self.catalogues = catalogues
        self.isStrict = isStrict
        self.allowsUnsafe = allowsUnsafe
        self.isWanted = isWanted
    }

    /// The text of `document` mended; its `--set` assignments play no part.
    ///
    /// - Throws: if it cannot be read as a model.
    public func mend(_ bytes: [UInt8], file: String) throws(UnreadableDocument) -> Outcome {
        var bytes = bytes
        var mended: [Finding] = []
        var review = try review(bytes, file)
        // What this text, written as it is, has no place for: it would be made again and again.
        var impossible: Set<Fix> = []
        for _ in 0..<Self.roundLimit {
            let proposals = round(of: review, without: impossible)
            guard !proposals.isEmpty else { break }
            let mark = Array(bytes[..<(bytes.count - review.document.text.bytes.count)])
            var made: (proposals: [Proposal], bytes: [UInt8], review: Review)?
            // All at once; where that leads nowhere, one after the other.
            for some in [proposals] + (proposals.count > 1 ? proposals.map { [$0] } : []) {
                if let (changed, next) = result(of: some, in: review, after: mark, file) {
                    made = (some, changed, next)
                    break
                }
                if some.count == 1 { impossible.insert(some[0].fix) }
            }
            guard let made else { break }
            (bytes, review) = (made.bytes, made.review)
            mended += made.proposals.map(\.finding)
        }
        return Outcome(bytes: bytes, mended: mended, review: review)
    }

    /// Whether the text of `review` has a place for `fix`, so that it says what it should and can be read.
    public func canMake(_ fix: Fix, of finding: Finding, in review: Review) -> Bool {
        guard let edits = EditPlanner(review.document).edits(for: fix) else { return false }
        let proposal = Proposal(finding: finding, fix: fix, edits: edits)
        return result(of: [proposal], in: review, after: [], review.document.file) != nil
    }

    private struct Proposal {
        var finding: Finding
        var fix: Fix
        var edits: [TextEdit]
    }

    /// The text with the edits of `proposals` and its review; nil if it is the same, cannot be read, or does not say what a fix
    /// wants.
    private func result(
        of proposals: [Proposal], in review: Review, after mark: [UInt8], _ file: String
    ) -> (bytes: [UInt8], review: Review)? {
        let old = review.document.text.bytes
        let changed = proposals.flatMap(\.edits).applied(to: old)
        guard changed != old, let next = try? self.review(mark + changed, file) else { return nil }
        let changes = proposals.flatMap(\.fix.changes)
        guard changes.allSatisfy({ $0.isMade(in: next.document) }) else { return nil }
        return (mark + changed, next)
    }

    /// The fixes of this round: those that do not touch each other.
    private func round(of review: Review, without impossible: Set<Fix>) -> [Proposal] {
        let planner = EditPlanner(review.document)
        var proposals: [Proposal] = []
        var edits: [TextEdit] = []
        // Objects that gain or lose a member: one a round, or commas would be counted twice.
        var reshaped: Set<ModelPath> = []
        for finding in review.findings {
            guard let fix = finding.fix, fix.isSafe || allowsUnsafe, !impossible.contains(fix),
                isWanted(finding, review.document)
            else { continue }
            let objects = Set(fix.reshapedObjects)
            guard reshaped.isDisjoint(with: objects), let wanted = planner.edits(for: fix),
                !edits.touches(wanted)
            else { continue }
            edits += wanted
            reshaped.formUnion(objects)
            proposals.append(Proposal(finding: finding, fix: fix, edits: wanted))
        }
        return proposals
    }

    private func review(_ bytes: [UInt8], _ file: String) throws(UnreadableDocument) -> Review {
        try Review(try Document(reading: bytes, file: file), catalogues: catalogues, isStrict: isStrict)
    }
}

extension Fix {
    fileprivate var reshapedObjects: [ModelPath] {
        changes.compactMap { change in
            switch change {
            case .remove(let path), .add(let path, _): path.parent
            case .replace, .rename: nil
            }
        }
    }
}

extension Fix.Change {
    /// Whether `document` is as the change wants it.
    fileprivate func isMade(in document: Document) -> Bool {
        switch self {
        case .add(let path, _), .replace(let path, _): document.node(at: path) != nil
        case .remove(let path):
            // In an element's place stands the next one.
            if case .index? = path.steps.last { true } else { document.node(at: path) == nil }
        case .rename(let path, let name): path.parent.map { document.node(at: $0[name]) != nil } ?? false
        }
    }
}
