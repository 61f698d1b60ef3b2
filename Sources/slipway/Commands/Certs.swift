import ArgumentParser
import Catalogue
import Certificates
import Document
import Generation
import JSONText
import Rules

/// `slipway certs`
struct Certs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certs",
        abstract: "List, check or renew the certificates of a generated folder.",
        subcommands: [List.self, Check.self, Rotate.self, Vault.self])

    /// What every command about certificates has.
    struct Folder: ParsableArguments {
        @Argument(help: "A generated folder.")
        var dir: String

        func certificates() throws -> FolderCertificates {
            let catalogues = Catalogues.embedded()
            let review = try ModelOptions.parse([]).accepted(
                "\(dir)/apimodel.json", catalogues, isQuiet: true)
            do {
                return try FolderCertificates(
                    review, catalogues, kept: try KeptSecrets(output: dir, model: nil), now: Console.now)
            } catch let error as UnreadableDocument {
                FindingsPrinter.print([error.finding], of: nil)
                throw CommandEnd(status: .unreadable)
            }
        }
    }

    /// `slipway certs list DIR`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Show each certificate and when it ends.")

        @OptionGroup var folder: Folder

        @Option(help: "How they are printed: text for people or json for tools.")
        var format = PlainFormat.text

        func run() throws {
            let rows = try folder.certificates().rows
            switch format {
            case .text: Console.print(Self.text(of: rows))
            case .json: Console.print(JSONWriter.text(of: .array(rows.map(Self.json))))
            }
        }

        private static func text(of rows: [FolderCertificates.Row]) -> String {
            let width = rows.map(\.path.count).max() ?? 0
            return rows.map { row in
                let path = row.path + String(repeating: " ", count: width - row.path.count)
                return switch row.facts {
                case .success(let facts):
                    "\(path)  ends \(facts.end) (\(facts.end.days(since: Console.now)) days)  \(facts.keyKind)  \(facts.subject)"
                case .failure(let problem): "\(path)  \(problem)"
                }
            }.joined(separator: "\n")
        }

        private static func json(_ row: FolderCertificates.Row) -> JSONValue {
            switch row.facts {
            case .success(let facts):
                [
                    "path": .string(row.path), "subject": .string(facts.subject),
                    "issuer": .string(facts.issuer),
                    "begins": .string("\(facts.begin)"), "ends": .string("\(facts.end)"),
                    "days": .integer(facts.end.days(since: Console.now)), "key": .string(facts.keyKind),
                    "names": .array(facts.names.map { .string("\($0)") }),
                ]
            case .failure(let problem): ["path": .string(row.path), "problem": .string("\(problem)")]
            }
        }
    }

    /// `slipway certs check DIR`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Say what is wrong with the certificates, and which end soon.",
            discussion: """
                Keys, chains, dates, names, usages and strength are compared with what the folder's model wants. Exit \
                status: 0 all can be used (a warning where one ends within 30 days), 1 something is wrong.
                """)

        @OptionGroup var folder: Folder

        func run() throws {
            let remarks = try folder.certificates().remarks
            for remark in remarks {
                let severity = remark.problem.isTolerable ? "warning" : "error"
                Console.print("\(severity) \(remark.path) \(remark.problem)")
            }
            if remarks.contains(where: { !$0.problem.isTolerable }) { throw CommandEnd(status: .refused) }
        }
    }

    /// `slipway certs vault DIR --vault-id ID`
    struct Vault: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a parameter file that takes the secure parameters from a Key Vault.",
            discussion: """
                It stands for secrets/parameters.json at the deployment, and holds no secret. docs/operate/certificates.md \
                says how the values come into the vault. Nothing is asked of Azure.
                """)

        @OptionGroup var folder: Folder

        @Option(help: ArgumentHelp("The vault's resource id.", valueName: "id"))
        var vaultID: String

        func validate() throws {
            guard KeyVaultID.isValid(vaultID) else {
                throw ValidationError(
                    "--vault-id must be /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.KeyVault/vaults/NAME"
                )
            }
        }

        func run() throws {
            guard let references = try folder.certificates().references(toVault: vaultID) else {
                Console.printError(
                    "slipway: \(folder.dir)/secrets/parameters.json is not there, or is no JSON")
                throw CommandEnd(status: .unreadable)
            }
            Console.print(JSONWriter.text(of: references))
        }
    }

    /// `slipway certs rotate DIR`
    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate",
            abstract: "Make the certificates anew; the CAs stay unless --ca is said.",
            discussion: """
                Only secrets/ of the folder changes. Running masters keep theirs until you bring the new ones: \
                docs/operate/certificates.md says how. --ca cuts off every machine that has the old CA.
                """)

        @OptionGroup var folder: Folder

        @Flag(help: "Make the CAs and the service accounts' key anew as well.")
        var ca = false

        func run() throws {
            let certificates = try folder.certificates()
            do {
                let files = try certificates.rotated(ca ? .authorities : .certificates)
                try OutputFolder(folder.dir).update(files)
            } catch let failure as ClusterPKI.Failure {
                FindingsPrinter.print([CertificateFindings.finding(of: failure)], of: nil)
                throw CommandEnd(status: .refused)
            } catch let refusal as OutputFolder.Refusal {
                Console.printError("slipway: \(refusal)")
                throw CommandEnd(status: .refused)
            }
            if Console.outputIsTerminal {
                Console.print("\(folder.dir)/secrets: new \(ca ? "CAs and certificates" : "certificates").")
            }
        }
    }
}
