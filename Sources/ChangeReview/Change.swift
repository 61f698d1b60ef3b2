public import Findings

/// One thing that is different in the new model, and what that does to the running cluster.
public struct Change: Sendable, Hashable {
    /// The rule that says so, of the family UP.
    public var rule: RuleID
    /// What it does.
    public var effect: ChangeEffect
    /// Where it stands in the new model; of what is gone, where it would stand.
    public var path: ModelPath
    /// Where it stood in the old model, likewise.
    public var oldPath: ModelPath
    /// The old value for people; nil where the model said none. Secrets are never in it.
    public var old: String?
    /// The new value, likewise.
    public var new: String?
    /// Why it does that, in one or two sentences without a full stop at the end.
    public var reason: String
    /// The smallest change that helps, if there is one.
    public var remedy: String?
    /// Which machines it touches: `masters`, names of pools, `jumpbox`.
    public var machines: [String]

    /// A change.
    public init(
        _ rule: RuleID, _ effect: ChangeEffect, at path: ModelPath, before oldPath: ModelPath, old: String?,
        new: String?, because reason: String, remedy: String? = nil, machines: [String] = []
    ) {
        self.rule = rule
        self.effect = effect
        self.path = path
        self.oldPath = oldPath
        self.old = old
        self.new = new
        self.reason = reason
        self.remedy = remedy
        self.machines = machines
    }
}

extension Change {
    /// The change in a line: `agentPoolProfiles[0].count 2 → 5`.
    public var title: String {
        "\(subject) \(old ?? "(not said)") → \(new ?? "(not said)")"
    }

    /// The path without `properties` in front, which says nothing.
    public var subject: String {
        let text = "\(path)"
        return text.hasPrefix("properties.") ? String(text.dropFirst("properties.".count)) : text
    }

    /// The change as a finding: an error unless the deployment may do it, or `allowed` holds what it does.
    public func finding(allowed: Set<ChangeEffect>) -> Finding {
        let isAccepted = effect.needsNoConsent || (effect.canBeAllowed && allowed.contains(effect))
        var remedy = self.remedy
        if !isAccepted, effect.canBeAllowed {
            let consent = "accept it with --allow \(effect.rawValue)"
            remedy = remedy.map { "\($0), or \(consent)" } ?? consent
        }
        return Finding(
            rule, isAccepted ? .info : .error, at: path,
            "\(effect.words)\(machines.isEmpty ? "" : " (\(machines.joined(separator: ", ")))"): \(title): \(reason)",
            remedy: remedy)
    }
}
