import AddressPlan
import ClusterModel
import Document
import Findings

/// The key of a connection stands in the model in clear.
///
/// Models are in version control. Whoever has read the file once can open the tunnel, and changing the key means
/// changing both ends.
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
///         vpn: {deviceAddress: 203.0.113.5, sharedKey: correct-horse}
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
///         vpn: {deviceAddress: 203.0.113.5}
/// ```
///
/// Source: docs/network/on-premises.md.
enum InlineConnectionKey: Rule {
    static let id = RuleID("NW021", "InlineConnectionKey")

    static func findings(in context: RuleContext) -> [Finding] {
        context.properties.networkProfile.onPremises.indices.flatMap { index -> [Finding] in
            let site = Paths.networkProfile["onPremises"][index]
            return [site["vpn"]["sharedKey"], site["expressRoute"]["authorizationKey"]].compactMap { path in
                guard let node = context.document.node(at: path), node.span.origin == .file, !node.isZero
                else {
                    return nil
                }
                return Finding(
                    id, .error, at: path, "a connection's key must not stand in the model's file",
                    remedy: "remove it and give it to the deployment, by --set, or by a Key Vault reference")
            }
        }
    }
}
