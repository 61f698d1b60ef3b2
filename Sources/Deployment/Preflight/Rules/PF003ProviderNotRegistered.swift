import Findings
import JSONText

/// The subscription must have registered the providers of a cluster's resources.
enum PF003ProviderNotRegistered: PreflightRule {
    static let id = RuleID("PF003", "ProviderNotRegistered")

    /// Names of the providers that are not registered.
    static func unregistered(in context: PreflightContext) -> [String] {
        FactRequests.providers.filter { name in
            guard let state = context.facts.body(.provider(name))?["registrationState"]?.string else {
                return false
            }
            return state.lowercased() != "registered"
        }
    }

    static func findings(in context: PreflightContext) -> [Finding] {
        unregistered(in: context).map { name in
            let state = context.facts.body(.provider(name))?["registrationState"]?.string ?? "NotRegistered"
            return Finding(
                id, .error, at: .root,
                "the resource provider \(name) is not registered in the subscription (\(state))",
                remedy: "deploy with --register-providers, or run: az provider register --namespace \(name)")
        }
    }
}
