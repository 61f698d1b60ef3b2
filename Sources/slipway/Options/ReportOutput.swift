import ArgumentParser
import Reporting

/// A report in a file: `sarif=slipway.sarif`.
struct ReportOutput: ExpressibleByArgument {
    let format: ReportFormat
    let file: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty, let format = ReportFormat(rawValue: String(parts[0]))
        else {
            return nil
        }
        self.format = format
        file = String(parts[1])
    }
}
