import Authoring
import Catalogue
import Document
import Findings
import Rules

/// What the rules say of a draft.
struct DraftReview {
    /// The draft's text.
    let document: Document
    /// What is said about the answers: errors and warnings.
    let told: [Finding]
    /// What is not wrong but missing: nobody was asked for it.
    let open: [Finding]

    /// Whether the draft can be written.
    var isAccepted: Bool { !told.contains { $0.severity == .error } }

    init(_ draft: ModelDraft, _ catalogues: Catalogues, file: String) throws(UnreadableDocument) {
        let review = try Review(
            try Document(reading: draft.bytes, file: file), catalogues: catalogues, isStrict: false)
        func isOpen(_ finding: Finding) -> Bool {
            finding.rule.id == "ID007" && draft.sshPublicKeys.isEmpty
                || finding.rule.id == "NW010" && draft.firstConsecutiveStaticIP == nil
        }
        document = review.document
        open = review.findings.filter { $0.severity == .error && isOpen($0) }
        told = review.findings.filter { $0.severity > .info && !isOpen($0) }
    }
}
