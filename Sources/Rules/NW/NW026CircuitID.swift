import AddressPlan
import ClusterModel
import Findings

/// A `circuitID` is no id of an ExpressRoute circuit.
///
/// Azure answers `LinkedInvalidPropertyId` after the gateway has been made, which takes up to 45 minutes.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/27}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         expressRoute: {circuitID: hq}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/27}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         expressRoute: {circuitID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/wan/providers/Microsoft.Network/expressRouteCircuits/hq}
/// ```
///
/// Source: Azure's resource id form.
enum CircuitID: Rule {
    static let id = RuleID("NW026", "CircuitID")

    static func findings(in context: RuleContext) -> [Finding] {
        context.properties.networkProfile.onPremises.enumerated().compactMap { index, site in
            guard let circuit = site.expressRoute?.circuitID,
                !ResourceIDForm.isID(circuit, of: ["Microsoft.Network", "expressRouteCircuits"])
            else { return nil }
            return Finding(
                id, .error, at: Paths.networkProfile["onPremises"][index]["expressRoute"]["circuitID"],
                "\"\(circuit)\" is no id of an ExpressRoute circuit",
                remedy:
                    "write /subscriptions/S/resourceGroups/R/providers/Microsoft.Network/expressRouteCircuits/NAME"
            )
        }
    }
}
