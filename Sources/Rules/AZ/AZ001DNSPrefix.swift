import AddressPlan
import ClusterModel
import Document
import Findings

/// The DNS prefix is blank, or not of the form that Azure takes for a public address.
///
/// It names the API server (`PREFIX.REGION.cloudapp.azure.com`) and every resource. Azure answers
/// `InvalidDomainNameLabel`; that somebody else has it (`DnsRecordInUse`) only `deploy` can tell.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: ""
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: shop
/// ```
///
/// Source: acs-engine, validation of `dnsPrefix`; Microsoft Learn, "Public IP addresses".
enum DNSPrefix: Rule {
    static let id = RuleID("AZ001", "DNSPrefix")

    static func findings(in context: RuleContext) -> [Finding] {
        let path = Paths.masterProfile["dnsPrefix"]
        guard context.properties.masterProfile.dnsPrefix == nil else { return [] }
        // A prefix of a wrong form was reported where it was read.
        if let written = context.document.node(at: path), !written.isZero { return [] }
        return [
            Finding(
                id, .error, at: path, "dnsPrefix is blank: it names the cluster and its public address",
                remedy: "fill it in, or pass --set masterProfile.dnsPrefix=NAME")
        ]
    }
}
