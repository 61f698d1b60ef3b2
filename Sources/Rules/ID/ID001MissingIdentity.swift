import AddressPlan
import ClusterModel
import Document
import Findings

/// No identity with which the cluster could call Azure: neither a managed identity nor a whole service principal.
///
/// Without an identity the cloud provider can attach no disk and make no load balancer; nothing in the
/// deployment fails.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       useManagedIdentity: false
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       useManagedIdentity: true
/// ```
///
/// Source: acs-engine, validation of `servicePrincipalProfile`.
enum MissingIdentity: Rule {
    static let id = RuleID("ID001", "MissingIdentity")
    static let path = ModelPath.properties["servicePrincipalProfile"]

    static func findings(in context: RuleContext) -> [Finding] {
        guard !context.usesManagedIdentity else { return [] }
        let principal = context.properties.servicePrincipalProfile
        var findings: [Finding] = []
        if principal?.clientId == nil {
            findings.append(
                Finding(
                    id, .error, at: path["clientId"], "clientId of the service principal is blank",
                    remedy: "pass --set servicePrincipalProfile.clientId=GUID, or use a managed identity: "
                        + "--set orchestratorProfile.kubernetesConfig.useManagedIdentity=true"))
        }
        if principal?.secret?.isEmpty ?? true, principal?.keyvaultSecretRef == nil {
            findings.append(
                Finding(
                    id, .error, at: path["secret"], "secret of the service principal is blank",
                    remedy: "name a Key Vault secret in keyvaultSecretRef, or pass "
                        + "--set servicePrincipalProfile.secret=…"))
        }
        return findings
    }
}

extension RuleContext {
    /// Whether machines call Azure by a managed identity: as the model says, else where it has no service principal. A
    /// service principal whose keys are there and blank is one that somebody has yet to fill in.
    var usesManagedIdentity: Bool {
        kubernetesConfig.safety.useManagedIdentity
            ?? (document.node(at: MissingIdentity.path)?.members?.isEmpty ?? true)
    }
}
