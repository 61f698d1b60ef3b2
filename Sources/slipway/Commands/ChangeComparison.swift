import AddressPlan
import Catalogue
import ChangeReview
import ClusterModel
import Document
import Findings
import Generation
import Git
import NetworkPlan
import Reporting
import Rules

/// Compares models with the running clusters' for `validate --against`.
struct ChangeComparison {
    private let against: AgainstOption
    private let allowed: Set<ChangeEffect>
    private let catalogues: Catalogues

    init(_ against: AgainstOption, allowed: [AllowOption], _ catalogues: Catalogues) {
        self.against = against
        self.allowed = Set(allowed.map(\.effect))
        self.catalogues = catalogues
    }

    /// What the model in `review`, which is that at `model`, does to the running cluster.
    func compare(_ review: Review, at model: String) -> (model: ComparedModel, findings: [Finding]) {
        let name = oldName(model)
        func outcome(_ outcome: ComparedModel.Outcome) -> ComparedModel {
            ComparedModel(file: model, against: name, outcome: outcome, allowed: allowed)
        }
        let old: Review
        do throws(UnreadableDocument) {
            guard let document = try oldDocument(model, name) else { return (outcome(.new), []) }
            // What a rule says about the old model is of no use any more.
            old = try Review(document, catalogues: catalogues, isStrict: false)
        } catch {
            return (outcome(.unreadable), [error.finding])
        }
        guard let new = try? side(review) else { return (outcome(.untold), []) }
        let before: ClusterSide
        do throws(PlanGap) { before = try side(old) } catch {
            var finding = Finding(
                ChangeReviewRule.unusableOldModel, .error, at: .root,
                "what changes cannot be told: \(name) is no model of a cluster, or says nothing usable at \(error.path)",
                remedy: "name the model of the cluster that runs")
            finding.related = old.document.location(of: error.path)
            return (outcome(.untold), [finding])
        }
        let changes = ChangeReview(from: before, to: new)
        let places = changes.changes.map { old.document.location(of: $0.oldPath) }
        let findings = zip(changes.changes, places).map { change, place in
            var finding = change.finding(allowed: allowed)
            finding.related = place
            return finding
        }
        return (outcome(.reviewed(changes, oldPlaces: places)), findings)
    }

    /// Contents of files for masters are not compared: the old ones are nowhere.
    private func side(_ review: Review) throws(PlanGap) -> ClusterSide {
        let sources = review.cluster.properties.masterProfile.customFiles.compactMap(\.source)
        let inputs = PlanInputs(
            catalogues: catalogues, pluginSHA256: nil,
            customFiles: Dictionary(sources.map { ($0, []) }, uniquingKeysWith: { first, _ in first }))
        return ClusterSide(
            review.cluster, review.addresses, try ClusterPlan(review.cluster, review.addresses, inputs))
    }

    private func oldName(_ model: String) -> String {
        switch against {
        case .file(let path): ClusterSource.isFolder(path) ? "\(path)/apimodel.json" : path
        case .git(let reference, let path): "git:\(reference):\(path ?? model)"
        }
    }

    /// The old model; nil where git's version has none.
    private func oldDocument(_ model: String, _ name: String) throws(UnreadableDocument) -> Document? {
        guard case .git(let reference, let path) = against else {
            var document = try Document(reading: try ModelFile.bytes(at: name), file: name)
            for assignment in try ModelSecrets.assignments(besides: name, of: document) {
                try document.assign(assignment)
            }
            return document
        }
        if path == nil, model == "-" {
            throw refusal(
                name, "standard input has no path in git", remedy: "write --against git:\(reference):PATH")
        }
        let bytes: [UInt8]?
        do { bytes = try Git.contents(of: path ?? Self.pathHere(model), at: reference) } catch {
            throw refusal(name, "\(error)", remedy: nil)
        }
        if let bytes { return try Document(reading: bytes, file: name) }
        if path != nil { throw refusal(name, "\(reference) has no such file", remedy: nil) }
        return nil
    }

    /// The model's path from the current folder, as git wants it.
    private static func pathHere(_ model: String) -> String {
        let path = NearbyFiles.path(of: model, from: NearbyFiles.currentFolder)
        return path.hasPrefix("/") || path.hasPrefix("../") ? path : "./\(path)"
    }

    private func refusal(_ name: String, _ message: String, remedy: String?) -> UnreadableDocument {
        UnreadableDocument(
            Finding(
                ReadingRule.unreadable, .error, at: .root, "\(name): \(message)", remedy: remedy,
                location: SourceLocation(file: name, line: 1, column: 1)))
    }
}
