import AddressPlan
import Findings
import JSONText
import NetworkPlan

/// The DNS label of the API server's public address must be free in the region.
enum PF031DNSLabelTaken: PreflightRule {
    static let id = RuleID("PF031", "DNSLabelTaken")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let access = context.plan.apiServer.publicAccess,
            context.facts.body(.label(access.domainNameLabel))?["available"]?.bool == false,
            !context.has("Microsoft.Network/publicIPAddresses", access.publicIPName)
        else { return [] }
        return [
            Finding(
                id, .error, at: Paths.masterProfile["dnsPrefix"],
                "the DNS label \(access.domainNameLabel) is taken in \(context.location ?? "the region")",
                remedy: "choose another dnsPrefix")
        ]
    }
}
