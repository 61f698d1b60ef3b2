import Deployment
import JSONText

/// Decides what a pipeline's log says of a deployment: every resource of a usual cluster; of thousands the first ones, every
/// failure, and from time to time how many are done.
struct LogFold {
    /// Changes that are a line each before the rest is folded: a cluster of some thirty machines.
    private static let lines = 400
    /// Failures that are a line each although the rest is folded.
    private static let failures = 50
    /// Changes that are said in one line when they have come together.
    private static let step = 1000
    /// Seconds after which fewer are said, too: whoever looks wants to see that it goes on.
    private static let patience = 60.0

    private var shown = 0
    private var failed = 0
    private var silent = 0
    private var last: Double?
    private var counts = ""

    /// Whether changes are no longer a line each.
    var isFolding: Bool { silent > 0 || last != nil }

    /// Whether `event` is a line of its own.
    mutating func shows(_ event: DeployEvent) -> Bool {
        switch event.name {
        // Of a usual cluster each resource is a line, and a deployment inside says nothing more.
        case "nested": return isFolding
        case "resource": break
        default: return true
        }
        if shown < Self.lines {
            shown += 1
            return true
        }
        silent += 1
        guard event.details.first(where: { $0.name == "state" })?.value.string?.lowercased() == "failed"
        else {
            return false
        }
        failed += 1
        return failed <= Self.failures
    }

    /// How all of `board` stands, where that is to be said at `now`, on a clock that never jumps.
    mutating func summary(of board: OperationsBoard, now: Double) -> String? {
        guard isFolding else { return nil }
        counts = Self.text(board.counts)
        let isDue = last.map { now - $0 >= Self.patience } ?? true
        guard silent > 0, isDue || silent >= Self.step else { return nil }
        silent = 0
        last = now
        return counts
    }

    /// How it stood at the end, nil where every change was a line.
    var end: String? { isFolding ? counts : nil }

    private static func text(_ counts: (done: Int, running: Int, failed: Int, waiting: Int)) -> String {
        "\(counts.done) resources done, \(counts.running) running, \(counts.waiting) waiting, \(counts.failed) failed"
    }
}
