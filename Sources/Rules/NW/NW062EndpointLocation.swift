import AddressPlan
import Catalogue
import ClusterModel
import Findings

/// A location of a service endpoint is no region.
///
/// Azure refuses the subnet, and with it the whole VNet, with `InvalidServiceEndpointLocation`-like errors. A region that
/// slipway does not know is a warning only: Azure opens new ones.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     serviceEndpoints:
///       - {service: Storage, locations: [westeurop]}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     serviceEndpoints:
///       - {service: Storage, locations: [westeurope]}
/// ```
///
/// Source: apimodels/regions.tsv.
enum EndpointLocation: Rule {
    static let id = RuleID("NW062", "EndpointLocation")

    static func findings(in context: RuleContext) -> [Finding] {
        let regions = context.catalogues.regions
        return context.properties.networkProfile.serviceEndpoints.enumerated().flatMap { index, endpoint in
            endpoint.locations.enumerated().compactMap { place, location -> Finding? in
                guard location != "*", regions[location] == nil else { return nil }
                let isForm = location.utf8.allSatisfy {
                    (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
                }
                return Finding(
                    id, isForm ? .warning : .error,
                    at: Paths.networkProfile["serviceEndpoints"][index]["locations"][place],
                    "\"\(location)\" is no region that slipway knows",
                    remedy: Spelling.nearest(to: location, among: regions.all.map(\.name)).map {
                        "write \($0)"
                    })
            }
        }
    }
}
