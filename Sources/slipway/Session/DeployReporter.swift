import Deployment
import Findings
import HTTPTransport
import JSONText

/// Shows a deployment: events for tools, lines in a pipeline, a table on a terminal. Every change of a resource is also a line
/// of the attempt's log.
final class DeployReporter: DeployObserver {
    private let format: PlainFormat
    private let time: any Timekeeper
    private var table: ProgressTable?
    private var fold = LogFold()
    private var log: AttemptLog?

    init(_ format: PlainFormat, _ time: any Timekeeper) {
        self.format = format
        self.time = time
        if format == .text, Console.outputIsTerminal { table = ProgressTable(startedAt: time.monotonic) }
    }

    /// Lets every resource be a line of `log` from now on.
    func keep(_ log: AttemptLog) { self.log = log }

    func happened(_ event: DeployEvent) {
        let now = UTC.text(time.unixTime)
        if ["resource", "nested"].contains(event.name), let text = event.text {
            log?.append("\(now) \(text)".printable)
        }
        switch format {
        case .json:
            let members =
                [JSONMember("event", .string(event.name)), JSONMember("time", .string(now))]
                + event.details + (event.text.map { [JSONMember("text", .string($0))] } ?? [])
            Console.print(JSONWriter.text(of: .object(members), .compact))
        case .text:
            guard let text = event.text else { return }
            if table != nil {
                // The table shows resources; everything else stands above it.
                guard event.name != "resource", event.name != "nested" else { return }
                table?.clear()
                Console.print(text.linesPrintable)
            } else if fold.shows(event) {
                line(text)
            }
        }
    }

    func progressed(_ board: OperationsBoard) {
        table?.draw(board, now: time.monotonic)
        if format == .text, table == nil, let text = fold.summary(of: board, now: time.monotonic) {
            line(text)
        }
        flush()
    }

    /// Leaves the table as it stands, and says where the rest is.
    func finish() {
        table?.leave()
        flush()
        guard format == .text, table == nil, let counts = fold.end else { return }
        line("\(counts)\(log.map { "; each with its time in \($0.path)" } ?? "")")
    }

    private func line(_ text: String) {
        Console.print("\(UTC.text(time.unixTime).dropFirst(11).dropLast()) \(text)".linesPrintable)
    }

    /// A log that cannot be written any more does not end a deployment.
    private func flush() {
        do { try log?.flush() } catch {
            Console.printError("slipway: \(error)".printable)
            log = nil
        }
    }
}
