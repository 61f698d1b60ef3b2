import Findings
import JSONText

/// Key Vaults that the parameters refer to must let the deployment read them.
enum PF034KeyVault: PreflightRule {
    static let id = RuleID("PF034", "KeyVault")

    static func findings(in context: PreflightContext) -> [Finding] {
        context.cluster.vaults.flatMap { vault -> [Finding] in
            let name = vault.id.split(separator: "/").last.map(String.init) ?? vault.id
            let secrets = vault.secrets.joined(separator: ", ")
            if context.facts.isMissing(.vault(vault.id)) {
                return [
                    Finding(
                        id, .error, at: .root,
                        "there is no Key Vault \(vault.id), from which \(secrets) would come",
                        remedy: "correct the id, or put the secrets into another vault")
                ]
            }
            guard let properties = context.facts.body(.vault(vault.id))?["properties"] else { return [] }
            var findings: [Finding] = []
            if properties["enabledForTemplateDeployment"]?.bool != true {
                findings.append(
                    Finding(
                        id, .error, at: .root,
                        "the Key Vault \(name) does not let deployments read its secrets (\(secrets))",
                        remedy:
                            "run: az keyvault update --name \(name) --enabled-for-template-deployment true"))
            }
            if let list = context.facts.list(.vaultRights(vault.id)),
                !Rights(list).allow(RequiredActions.readVault)
            {
                findings.append(
                    Finding(
                        id, .error, at: .root,
                        "the login lacks \(RequiredActions.readVault) on the Key Vault \(name)",
                        remedy: "grant the role Contributor on the vault, or one with this action"))
            }
            return findings
        }
    }
}
