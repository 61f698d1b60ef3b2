import Azure
import Findings

/// A failure on one page: what failed and why, what helps, what is there now, what to type next.
public enum FailurePage {
    /// Resources that are shown in full; of more that failed alike only the names.
    private static let shown = 5
    /// Characters of Azure's words.
    private static let messageLimit = 600

    /// The page's text.
    ///
    /// - Parameter again: the command with which to go on.
    public static func text(of report: FailureReport, _ target: DeploymentTarget, again: String) -> String {
        var lines = [
            report.isCanceled
                ? "The deployment \(target.name) was cancelled."
                : "The deployment \(target.name) failed in the resource group \(target.resourceGroup)."
        ]
        for group in grouped(report.items).prefix(shown) {
            lines.append("")
            lines += text(of: group)
        }
        let more = grouped(report.items).count - shown
        if more > 0 {
            lines.append("\n… and \(more) more kinds of failures: \(again.replacingDeploy("logs"))")
        }
        lines.append("")
        if let id = report.correlationID { lines.append("Correlation id: \(id)") }
        if report.existing > 0 {
            lines.append(
                "\(report.existing) resources are made and stay; nothing has to be deleted before the next try."
            )
        }
        lines += ["Next, once the cause is gone:", "  \(again)"]
        return lines.map {
            $0.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(
                separator: "\n")
        }
        .joined(separator: "\n") + "\n"
    }

    private struct Group {
        var names: [String]
        var type: String?
        var reasons: [FailureReport.Reason]
    }

    /// Resources of one type that failed with the same codes, together.
    private static func grouped(_ items: [FailureReport.Item]) -> [Group] {
        var groups: [Group] = []
        for item in items {
            let codes = item.reasons.map { "\($0.code) \($0.bringUp?.code ?? -1)" }
            if let index = groups.firstIndex(where: { group in
                group.type == item.type
                    && group.reasons.map { "\($0.code) \($0.bringUp?.code ?? -1)" } == codes
            }) {
                if let name = item.resource { groups[index].names.append(name) }
            } else {
                groups.append(
                    Group(names: item.resource.map { [$0] } ?? [], type: item.type, reasons: item.reasons))
            }
        }
        return groups
    }

    private static func text(of group: Group) -> [String] {
        var lines: [String] = []
        if let type = group.type {
            let more = group.names.count - 3
            lines.append(
                "\(type) \(group.names.prefix(3).joined(separator: ", "))"
                    + (more > 0 ? " and \(more) more" : ""))
        }
        for reason in group.reasons {
            let target = reason.target.map { " (\($0))" } ?? ""
            let wrapper = reason.wrapper.map { ", inside of \($0)" } ?? ""
            lines.append("  \(reason.code)\(target)\(wrapper)")
            let message = reason.message.filter { $0 != "\r" }.prefix(messageLimit)
            if !message.isEmpty, reason.bringUp?.step == nil {
                lines.append("    Azure says: \(message.split { $0.isNewline }.joined(separator: " "))")
            }
            if let bringUp = reason.bringUp {
                let step = bringUp.step.map { "step \($0), " } ?? ""
                lines.append(
                    "    bring-up:   \(step)code \(bringUp.code)" + (bringUp.title.map { ": \($0)" } ?? ""))
            }
            if !reason.policies.isEmpty {
                lines.append("    policy:     \(reason.policies.joined(separator: ", "))")
            }
            if let entry = reason.entry { lines.append("    cause:      \(entry.cause)") }
            if let remedy = reason.bringUp?.remedy ?? reason.entry?.remedy {
                lines.append("    remedy:     \(remedy)")
            }
        }
        return lines
    }
}

extension String {
    /// The command `slipway deploy …` as `slipway deploy VERB …`.
    fileprivate func replacingDeploy(_ verb: String) -> String {
        hasPrefix("slipway deploy ") ? "slipway deploy \(verb) " + dropFirst("slipway deploy ".count) : self
    }
}
