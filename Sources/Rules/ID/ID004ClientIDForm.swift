import ClusterModel
import Findings

/// The service principal's client id is no GUID.
///
/// Only a warning: the old tools take any text, and their examples have placeholders there.
///
/// ## Wrong
/// ```yaml
/// properties:
///   servicePrincipalProfile:
///     clientId: my-application
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   servicePrincipalProfile:
///     clientId: 11111111-2222-3333-4444-555555555555
/// ```
///
/// Source: acs-engine, examples.
enum ClientIDForm: Rule {
    static let id = RuleID("ID004", "ClientIDForm")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let text = context.properties.servicePrincipalProfile?.clientId, !GUID.isValid(text) else {
            return []
        }
        return [
            Finding(
                id, .warning, at: MissingIdentity.path["clientId"], "clientId \"\(text)\" is no GUID",
                remedy: "write the application's id")
        ]
    }
}
