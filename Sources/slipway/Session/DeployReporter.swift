import Deployment
import Findings
import HTTPTransport
import JSONText

/// Shows a deployment: events for tools, lines in a pipeline, a table on a terminal.
final class DeployReporter: DeployObserver {
    private let format: PlainFormat
    private let time: any Timekeeper
    private var table: ProgressTable?

    init(_ format: PlainFormat, _ time: any Timekeeper) {
        self.format = format
        self.time = time
        if format == .text, Console.outputIsTerminal { table = ProgressTable(startedAt: time.monotonic) }
    }

    func happened(_ event: DeployEvent) {
        switch format {
        case .json:
            let members =
                [
                    JSONMember("event", .string(event.name)),
                    JSONMember("time", .string(UTC.text(time.unixTime))),
                ]
                + event.details + (event.text.map { [JSONMember("text", .string($0))] } ?? [])
            Console.print(JSONWriter.text(of: .object(members), .compact))
        case .text:
            guard let text = event.text else { return }
            if table != nil {
                // The table shows resources; everything else stands above it.
                guard event.name != "resource" else { return }
                table?.clear()
                Console.print(text.linesPrintable)
            } else {
                let clock = UTC.text(time.unixTime).dropFirst(11).dropLast()
                Console.print("\(clock) \(text)".linesPrintable)
            }
        }
    }

    func progressed(_ board: OperationsBoard) { table?.draw(board, now: time.monotonic) }

    /// Leaves the table as it stands.
    func finish() { table?.leave() }
}
