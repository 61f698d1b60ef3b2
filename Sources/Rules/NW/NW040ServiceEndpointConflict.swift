import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// One subnet has the same service twice, or `Storage` together with `Storage.Global`.
///
/// Azure refuses the subnet with `ServiceEndpointConflict`-like errors, and with it the VNet.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     serviceEndpoints:
///       - {service: Storage}
///       - {service: Storage.Global}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     serviceEndpoints:
///       - {service: Storage.Global}
/// ```
///
/// Source: Microsoft Learn, "Virtual network service endpoints": cross-region storage.
enum ServiceEndpointConflict: Rule {
    static let id = RuleID("NW040", "ServiceEndpointConflict")

    static func findings(in context: RuleContext) -> [Finding] {
        let topology = context.topology
        var seen: Set<String> = []
        return topology.serviceEndpoints.enumerated().compactMap { index, endpoint in
            let root = endpoint.service == .globalStorage ? AzureService.storage : endpoint.service
            let taken = endpoint.subnets.filter { !seen.insert("\($0) \(root.rawValue)").inserted }
            guard let first = taken.first else { return nil }
            return Finding(
                id, .error, at: Paths.networkProfile["serviceEndpoints"][index]["service"],
                "subnet \(topology.subnets[first].name) has an endpoint for \(root.rawValue) already",
                remedy: "keep one of the two")
        }
    }
}
