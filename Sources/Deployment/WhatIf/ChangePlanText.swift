import Findings
import JSONText

/// A plan for people.
public enum ChangePlanText {
    /// Properties of one resource that are listed.
    private static let listed = 12

    /// The plan's lines: what belongs to the network team first, then each kind of change.
    public static func text(of plan: ChangePlan, _ target: DeploymentTarget) -> String {
        var lines: [String] = []
        if plan.makesGroup {
            lines.append(
                "The resource group \(target.resourceGroup) is made, and in it everything that the template has."
            )
        }
        let network = plan.changes.filter { $0.owner == .network && $0.isEffective }
        if !network.isEmpty {
            lines.append("The network team's resources:")
            lines += network.flatMap(text)
        }
        let grants = plan.changes.filter { $0.owner == .grant && $0.isEffective }
        if !grants.isEmpty {
            lines.append("Rights on the network team's subnets, for the cluster's identity:")
            lines += grants.flatMap(text)
        }
        let own = plan.changes.filter { $0.owner == .cluster && $0.isEffective }
        if !own.isEmpty {
            lines.append("Resource group \(target.resourceGroup):")
            lines += own.flatMap(text)
        }
        lines.append(summary(of: plan))
        return lines.map(\.printable).joined(separator: "\n") + "\n"
    }

    /// The counts, in one line.
    public static func summary(of plan: ChangePlan) -> String {
        if plan.makesGroup { return "Plan: everything is created." }
        var parts = [
            "\(plan.count(.create)) to create", "\(plan.count(.modify)) to change",
            "\(plan.count(.delete)) to delete",
        ]
        if plan.count(.deploy) > 0 { parts.append("\(plan.count(.deploy)) sent again") }
        if plan.count(.unsupported) > 0 {
            parts.append("\(plan.count(.unsupported)) that Azure cannot foresee")
        }
        let still = plan.count(.noChange) + plan.changes.count(where: \.isNoise)
        parts.append("\(still) unchanged")
        parts.append("\(plan.count(.ignore)) not touched")
        return "Plan: \(parts.joined(separator: ", "))."
    }

    private static func text(of change: ResourceChange) -> [String] {
        let sign =
            switch change.kind {
            case .create: "+"
            case .modify: "~"
            case .delete: "-"
            case .deploy: "="
            case .unsupported: "?"
            case .noChange, .ignore: " "
            }
        var lines = ["  \(sign) \(change.type) \(change.name)" + (change.reason.map { " (\($0))" } ?? "")]
        let real = change.properties.filter { !$0.isNoise }
        for property in real.prefix(listed) {
            lines.append("      \(property.path): \(value(property.before)) → \(value(property.after))")
        }
        if real.count > listed { lines.append("      … and \(real.count - listed) more properties") }
        let noise = change.properties.count - real.count
        if noise > 0 { lines.append("      (\(noise) more that Azure reports for unchanged resources, too)") }
        return lines
    }

    private static func value(_ value: JSONValue?) -> String {
        guard let value else { return "(none)" }
        let text = JSONWriter.text(of: value, .compact)
        return text.count > 80 ? String(text.prefix(77)) + "…" : text
    }
}
