public import Document
public import Findings
public import Project
public import Rules

/// What `validate` has to say about one model.
public struct ModelReport: Sendable {
    /// The model's file as it was named.
    public let file: String
    /// The model, nil where it could not be read.
    public let review: Review?
    /// The findings that are kept, in the order of the text.
    public let findings: [Finding]
    /// Their fingerprints, computed when they are asked for: not every form of report has them.
    public var fingerprints: [String] {
        keptFingerprints ?? Fingerprint.all(of: findings, in: document, file: file)
    }
    /// Those of a report from which findings were taken: they tell same findings apart by their number.
    private let keptFingerprints: [String]?
    /// What the model does to a running cluster, where that was asked.
    public let change: ComparedModel?

    /// The text, nil where it could not be read.
    public var document: Document? { review?.document }

    /// A report of `findings` in `file`.
    public init(file: String, review: Review?, findings: [Finding], change: ComparedModel? = nil) {
        self.file = file
        self.change = change
        self.review = review
        self.findings = findings
        keptFingerprints = nil
    }

    /// The report without the findings that `baseline` holds.
    public func without(_ baseline: Baseline) -> ModelReport {
        let kept = zip(findings, fingerprints).filter { !baseline.holds($1) }
        return ModelReport(
            file: file, review: review, findings: kept.map(\.0), fingerprints: kept.map(\.1), change: change)
    }

    private init(
        file: String, review: Review?, findings: [Finding], fingerprints: [String], change: ComparedModel?
    ) {
        self.file = file
        self.change = change
        self.review = review
        self.findings = findings
        keptFingerprints = fingerprints
    }
}
