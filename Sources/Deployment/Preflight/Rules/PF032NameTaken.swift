import Findings
import JSONText
import NetworkPlan

/// No resource of somebody else's may have the name of one that the template makes: the deployment would change it.
enum PF032NameTaken: PreflightRule {
    static let id = RuleID("PF032", "NameTaken")

    static func findings(in context: PreflightContext) -> [Finding] {
        let wanted = PlannedResources.names(of: context.plan)
        return (context.facts.list(.resources) ?? []).compactMap { resource in
            guard let type = resource["type"]?.string, let name = resource["name"]?.string,
                !Ownership.isTagged(resource, context.plan.name),
                wanted.contains(PlannedResources.key(type, name))
            else { return nil }
            return Finding(
                id, .error, at: .root,
                "the resource group \(context.target.resourceGroup) holds \(type) \(name), which is not of this cluster; the "
                    + "deployment would overwrite it",
                remedy: "choose another --resource-group or dnsPrefix")
        }
    }
}
