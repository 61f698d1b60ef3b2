import Catalogue
import Document
import Findings
import Generation
import NetworkPlan
import NodeConfig
import Rules

/// What commands that make a cluster's files make them from.
struct ClusterGeneration {
    /// Which slipway-vnet goes with them.
    enum Plugin {
        /// The one beside slipway, if there is one.
        case bundled
        /// The one in this file.
        case file(String)
        /// None.
        case none

        /// The one that options name, which may also ask for none.
        init(file: String?, isNone: Bool = false) {
            self = isNone ? .none : file.map { .file($0) } ?? .bundled
        }

        /// The program.
        func binary() throws(SystemError) -> PluginBinary? {
            switch self {
            case .bundled: try PluginBinary.bundled(with: Console.programPath)
            case .file(let path): try PluginBinary(at: path)
            case .none: nil
            }
        }
    }

    private let model: String
    private let output: String
    private let templates: String?
    private let plugin: Meanwhile<Result<PluginBinary?, SystemError>>

    /// What makes the files; it begins at once with the plugin's checksum, which takes as long as judging a model.
    ///
    /// - Parameters:
    ///   - model: the model's path, beside which custom files stand.
    ///   - output: the folder that they are for: it may hold secrets that are kept.
    ///   - templates: a folder with changed templates.
    init(model: String, output: String, templates: String? = nil, plugin: Plugin) {
        self.model = model
        self.output = output
        self.templates = templates
        self.plugin = Meanwhile { Result { () throws(SystemError) in try plugin.binary() } }
    }

    /// Reads the model, and writes its folder if no rule refuses it. What is found is printed; a failure is, too, and ends the
    /// command.
    ///
    /// - Parameter force: replace a folder that slipway did not write.
    func write(_ options: ModelOptions, force: Bool = false) throws {
        let catalogues = Catalogues.embedded()
        let files = try files(of: try options.accepted(model, catalogues), catalogues).files
        let isNew: Bool
        do { isNew = try OutputFolder(output).write(files, of: model, force: force) } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
        if Console.outputIsTerminal {
            let what = isNew ? "\(files.count) files" : "\(files.count) files, all as they were"
            Console.print("\(output): \(what). Next: read \(output)/README.md.")
        }
    }

    /// The files of the accepted model in `review`. Findings are printed; a failure is, too, and ends the command.
    func files(of review: Review, _ catalogues: Catalogues) throws -> ClusterFiles {
        do {
            let binary = try plugin.value.get()
            let inputs = PlanInputs(
                catalogues: catalogues, pluginSHA256: binary?.sha256,
                customFiles: try CustomFiles.contents(of: review, besides: model))
            let files = try ClusterFiles(
                review, inputs, templates: try TemplateFiles.source(changed: templates), plugin: binary,
                kept: try KeptSecrets(output: output, model: model), now: Console.now)
            FindingsPrinter.print(review.document.locating(files.findings), of: review.document)
            return files
        } catch let failure as ClusterFiles.Failure {
            switch failure {
            case .refused(let findings):
                FindingsPrinter.print(review.document.locating(findings), of: review.document)
            case .template(let error): Console.printError("slipway: \(error)")
            case .gap(let gap): throw CommandEnd.ownError(gap)
            }
            throw CommandEnd(status: .refused)
        } catch let unreadable as UnreadableDocument {
            FindingsPrinter.print(review.document.locating([unreadable.finding]), of: review.document)
            throw CommandEnd(status: .refused)
        } catch let error as SystemError {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .unreadable)
        }
    }
}
