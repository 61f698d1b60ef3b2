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
        for _ in 0..<Self.roundLimit {
            let (edits, findings) = round(of: review)
            guard !edits.isEmpty else { break }
            let mark = bytes.count - review.document.text.bytes.count
            let changed = Array(bytes[..<mark]) + edits.applied(to: review.document.text.bytes)
            // A text that can no longer be read would be an error of slipway's: the last good one stays.
            guard changed != bytes, let next = try? self.review(changed, file) else { break }
            (bytes, review) = (changed, next)
            mended += findings
        }
        return Outcome(bytes: bytes, mended: mended, review: review)
    }

    /// The edits of this round: those that do not touch each other.
    private func round(of review: Review) -> ([TextEdit], [Finding]) {
        let planner = EditPlanner(review.document)
        var edits: [TextEdit] = []
        var findings: [Finding] = []
        // Objects that gain or lose a member: one a round, or commas would be counted twice.
        var reshaped: Set<ModelPath> = []
        for finding in review.findings {
            guard let fix = finding.fix, fix.isSafe || allowsUnsafe, isWanted(finding, review.document) else {
                continue
            }
            let objects = Set(fix.reshapedObjects)
            guard reshaped.isDisjoint(with: objects), let wanted = planner.edits(for: fix),
                !edits.touches(wanted)
            else { continue }
            edits += wanted
            reshaped.formUnion(objects)
            findings.append(finding)
        }
        return (edits, findings)
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
