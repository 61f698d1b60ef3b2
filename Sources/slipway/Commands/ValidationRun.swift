import Catalogue
internal import Dispatch
import Document
import Findings
import Generation
import Git
import JSONText
import Project
import Reporting
import Rules
internal import Synchronization

/// One run of `validate`: which models, what is found in them, and how it ends.
struct ValidationRun {
    private let command: Validate
    private let projects: Projects
    private let home: Projects.Entry
    private let models: [String]
    /// Whether all models of the project are looked at, so that what is unused in its file is unused indeed.
    private let isWhole: Bool
    /// Statements of files of their own, which every model must keep.
    private let expectations: [ExpectationFile]

    init(_ command: Validate) throws {
        self.command = command
        projects = Projects(command.policy)
        do {
            home = try projects.entry(for: command.models.first ?? "-")
        } catch {
            FindingsPrinter.print([error.finding], of: nil)
            throw CommandEnd(status: .unreadable)
        }
        FindingsPrinter.print(home.findings, of: nil, colour: command.color)
        guard !home.findings.contains(where: { $0.severity == .error }) else {
            throw CommandEnd(status: .unreadable)
        }
        isWhole = command.models.isEmpty && command.changedSince == nil
        models = try Self.models(of: command, home)
        if models.count > 1, command.against?.namesOneModel ?? false {
            Console.printError(
                "slipway: --against names one old model, and there are \(models.count) new ones; write git:REF"
            )
            throw CommandEnd(status: .unreadable)
        }
        expectations = try command.expect.map(Self.expectations)
    }

    private static func expectations(in file: String) throws -> ExpectationFile {
        do {
            let bytes = try ModelFile.bytes(at: file)
            guard let statements = ExpectationFile(bytes, name: file) else {
                Console.printError("slipway: \(file.printable) is no UTF-8 text")
                throw CommandEnd(status: .unreadable)
            }
            return statements
        } catch let error as UnreadableDocument {
            FindingsPrinter.print([error.finding], of: nil)
            throw CommandEnd(status: .unreadable)
        }
    }

    /// The severity from which the run fails.
    var failsFrom: Severity { command.failOn?.severity ?? home.project.failOn?.severity ?? .error }

    /// What is found in each model.
    func reports() throws -> [ModelReport] {
        let catalogues = Catalogues.embedded()
        let comparison = command.against.map { ChangeComparison($0, allowed: command.allowed, catalogues) }
        var used: Set<Int> = []
        var reports: [ModelReport] = []
        for (model, reviewed) in zip(models, reviews(catalogues)) {
            do throws(UnreadableDocument) {
                let entry = try projects.entry(for: model)
                let path = entry.file == nil ? model : NearbyFiles.path(of: model, from: entry.folder)
                var policy = command.policy.policy(entry.project)
                policy.comparesModels = comparison != nil
                var review: Review?
                var change: ComparedModel?
                var findings: [Finding] = []
                do {
                    let made = try reviewed.get()
                    let compared = comparison?.compare(made, at: model)
                    change = compared?.model
                    let certificates = CertificateFindings.given(of: made, catalogues, now: Console.now)
                    let statements = expectations.flatMap { $0.findings(made.tracer) }
                    let judgement = policy.judge(
                        made.findings + made.document.locating(certificates) + (compared?.findings ?? [])
                            + statements, in: made.document, path: path)
                    if entry.file == home.file { used.formUnion(judgement.usedEntries) }
                    (review, findings) = (made, made.document.locating(judgement.findings))
                } catch {
                    findings = [error.finding]
                }
                reports.append(ModelReport(file: model, review: review, findings: findings, change: change))
            } catch {
                reports.append(ModelReport(file: model, review: nil, findings: [error.finding]))
            }
        }
        if isWhole { warnOfUnusedEntries(used) }
        return reports
    }

    /// The reviews of all models, in their order: of many, on all processors.
    private func reviews(_ catalogues: Catalogues) -> [Result<Review, UnreadableDocument>] {
        let options = command.options
        let jobs = models.map { model in
            (model, isStrict: options.strict || (try? projects.entry(for: model))?.project.strict ?? false)
        }
        guard jobs.count >= Self.many else {
            return jobs.map { Self.review($0, options, catalogues, isStrict: $1) }
        }
        let made = Mutex([Result<Review, UnreadableDocument>?](repeating: nil, count: jobs.count))
        DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
            let review = Self.review(jobs[index].0, options, catalogues, isStrict: jobs[index].isStrict)
            made.withLock { $0[index] = review }
        }
        return made.withLock { $0.compactMap(\.self) }
    }

    /// From here on, more than one processor is of use.
    private static let many = 8

    private static func review(
        _ model: String, _ options: ModelOptions, _ catalogues: Catalogues, isStrict: Bool
    ) -> Result<Review, UnreadableDocument> {
        Result { () throws(UnreadableDocument) in try options.review(model, catalogues, isStrict: isStrict) }
    }

    /// `reports` without the findings of the baseline.
    func withoutOld(_ reports: [ModelReport]) throws -> [ModelReport] {
        guard let file = baselineFile else { return reports }
        guard let bytes = try? ModelFile.bytes(at: file), let baseline = Baseline(bytes) else {
            Console.printError("slipway: \(file) is no baseline; --write-baseline makes one")
            throw CommandEnd(status: .unreadable)
        }
        return reports.map { $0.without(baseline) }
    }

    /// Writes the baseline of `reports`.
    func writeBaseline(of reports: [ModelReport]) throws {
        guard let file = baselineFile else {
            Console.printError(
                "slipway: --write-baseline needs --baseline FILE, or baseline in the project file")
            throw CommandEnd(status: .unreadable)
        }
        let entries = reports.filter { $0.review != nil }.flatMap { report in
            zip(report.fingerprints, report.findings).map { ($0, report.file, $1) }
        }
        do {
            try ReplacedFile.write(JSONWriter.bytes(of: Baseline.json(of: entries)), to: file)
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .unreadable)
        }
        Console.printError("slipway: \(file) has \(entries.count) findings")
    }

    /// How the run ends.
    func status(of reports: [ModelReport]) -> ExitStatus {
        if reports.contains(where: { $0.review == nil || $0.change?.isUnreadable == true }) {
            return .unreadable
        }
        return reports.contains { $0.findings.contains { $0.severity >= failsFrom } } ? .refused : .accepted
    }

    private var baselineFile: String? {
        command.baseline ?? home.project.baseline.map { $0.hasPrefix("/") ? $0 : "\(home.folder)/\($0)" }
    }

    private func warnOfUnusedEntries(_ used: Set<Int>) {
        guard let file = home.file else { return }
        for (index, entry) in home.project.ignore.enumerated() where !used.contains(index) {
            if command.against == nil, entry.rule?.hasPrefix("UP") ?? false { continue }
            let finding = Finding(
                SuppressionRule.unused, .warning, at: ModelPath.root["ignore"][index],
                "ignore[\(index)] (\(entry.rule ?? "")) of \(file) accepts nothing in any model",
                remedy: "remove the entry")
            FindingsPrinter.print([finding], of: nil, colour: command.color)
        }
    }

    private static func models(of command: Validate, _ home: Projects.Entry) throws -> [String] {
        var models: [String] = []
        if command.models.isEmpty {
            guard !home.project.models.isEmpty || command.changedSince != nil else {
                Console.printError("slipway: name a model, or list models in \(ProjectFile.name)")
                throw CommandEnd(status: .unreadable)
            }
            let globs = home.project.models.map { Glob($0) }
            let found = NearbyFiles.files(below: home.folder) { path in globs.contains { $0.matches(path) } }
            let here = NearbyFiles.path(of: ".", from: home.folder)
            models = found.map { here == "." || here == home.folder ? $0 : "\(home.folder)/\($0)" }
        }
        for model in command.models {
            guard Glob.isPattern(model) else {
                models.append(model)
                continue
            }
            let isWhole = model.hasPrefix("/")
            let folder = isWhole ? "/" : "."
            let glob = Glob(model)
            let matched = NearbyFiles.files(below: folder) { glob.matches($0) }.map {
                isWhole ? "/\($0)" : $0
            }
            if matched.isEmpty {
                Console.printError("slipway: no file matches \(model.printable)")
                throw CommandEnd(status: .unreadable)
            }
            models += matched
        }
        guard let reference = command.changedSince else { return models }
        do {
            let changed = try Git.changedFiles(since: reference)
            if command.models.isEmpty, home.project.models.isEmpty {
                return changed.filter { name in [".json", ".yaml", ".yml"].contains { name.hasSuffix($0) } }
            }
            let set = Set(changed)
            return models.filter { set.contains(NearbyFiles.path(of: $0, from: NearbyFiles.currentFolder)) }
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .unreadable)
        }
    }
}
