import ArgumentParser
import Failures
import Generation
import JSONText

/// `slipway doctor [DIR] [--log FILE…]`
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say why a bring-up or a deployment failed, and what to do.",
        discussion: """
            Reads what you have: the extension's message, an error of Azure, /var/lib/slipway/bootstrap.log, \
            /var/log/cloud-init.log or cloud-init-output.log. Without --log it reads the attempts that slipway deploy \
            left in DIR. Exit status: 0 something was found, 1 nothing, 2 a log cannot be read.
            """)

    @Argument(help: "A generated folder.")
    var dir: String?

    @Option(
        help: ArgumentHelp(
            "A log or message, - for standard input; may be given several times.", valueName: "file"))
    var log: [String] = []

    @Option(help: "How the findings are printed: text for people or json for tools.")
    var format = PlainFormat.text

    func validate() throws {
        if dir == nil, log.isEmpty {
            throw ValidationError("Name a generated folder, or logs with --log.")
        }
    }

    func run() throws {
        let logs: [(name: String, text: String)]
        do {
            logs = try LogFiles.read(log, attemptsOf: log.isEmpty ? dir : nil)
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .unreadable)
        }
        let diagnosis = Diagnosis(logs, .embedded())
        switch format {
        case .text: Console.print(Self.text(of: diagnosis))
        case .json: Console.print(JSONWriter.text(of: Self.json(of: diagnosis)))
        }
        if diagnosis.entries.isEmpty { throw CommandEnd(status: .refused) }
    }

    private static func text(of diagnosis: Diagnosis) -> String {
        guard !diagnosis.entries.isEmpty else {
            return """
                Nothing in these logs is a failure that slipway knows. Look at /var/lib/slipway/bootstrap.log and
                /var/log/cloud-init-output.log on the machine, and at docs/troubleshooting.md.
                """
        }
        return diagnosis.entries.map { entry in
            let code =
                entry.failure.code.map { " (code \($0)\(entry.step.map { ", step \($0)" } ?? ""))" } ?? ""
            return """
                \(entry.failure.title)\(code)
                  seen:   \(entry.log):\(entry.line): \(entry.text)
                  cause:  \(entry.failure.cause)
                  remedy: \(entry.failure.remedy)
                """
        }.joined(separator: "\n\n")
    }

    private static func json(of diagnosis: Diagnosis) -> JSONValue {
        [
            "failures": .array(
                diagnosis.entries.map { entry in
                    .object(present: [
                        "id": .string(entry.failure.id), "code": entry.failure.code.map { .integer($0) },
                        "title": .string(entry.failure.title), "step": entry.step.map { .string($0) },
                        "log": .string(entry.log), "line": .integer(entry.line), "text": .string(entry.text),
                        "cause": .string(entry.failure.cause), "remedy": .string(entry.failure.remedy),
                    ])
                })
        ]
    }
}
