import Findings
import JSONText

/// The resource group must be there or be possible to make, and not be on its way out.
enum PF004ResourceGroup: PreflightRule {
    static let id = RuleID("PF004", "ResourceGroup")

    static func findings(in context: PreflightContext) -> [Finding] {
        let name = context.target.resourceGroup
        guard let group = context.facts.body(.group) else {
            guard context.facts.isMissing(.group), context.target.location == nil else { return [] }
            return [
                Finding(
                    id, .error, at: .root,
                    "the resource group \(name) does not exist, and no region is known in which to make it",
                    remedy: "add location to the model, or deploy with --location")
            ]
        }
        if group["properties"]?["provisioningState"]?.string?.lowercased() == "deleting" {
            return [
                Finding(
                    id, .error, at: .root, "the resource group \(name) is being deleted",
                    remedy: "wait until it is gone, or name another one with --resource-group")
            ]
        }
        return []
    }
}
