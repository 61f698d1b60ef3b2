import Findings

/// Every parameter of the template must have a value.
enum PF037OpenParameter: PreflightRule {
    static let id = RuleID("PF037", "OpenParameter")

    static func findings(in context: PreflightContext) -> [Finding] {
        context.cluster.openParameters.filter { $0 != ClusterToDeploy.pluginURL }.map { name in
            Finding(
                id, .error, at: .root, "the parameter \(name) of the template has no value",
                remedy:
                    "give it in a file that only you can read: --parameters FILE, {\"parameters\":{\"\(name)\":{\"value\":…}}}"
            )
        }
    }
}
