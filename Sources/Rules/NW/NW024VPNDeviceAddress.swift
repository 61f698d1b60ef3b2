import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology
import Reachability

/// The address of a VPN device is none that Azure could reach over the internet.
///
/// The tunnel never comes up; the connection stays in the state `Connecting` and says no more.
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
///         vpn: {deviceAddress: 192.168.0.1}
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
/// Source: Microsoft Learn, "About VPN devices for Site-to-Site".
enum VPNDeviceAddress: Rule {
    static let id = RuleID("NW024", "VPNDeviceAddress")

    static func findings(in context: RuleContext) -> [Finding] {
        let space = context.topology.space + Atlas.privateRanges
        return context.topology.sites.compactMap { site in
            guard let vpn = site.connection.vpn, let text = vpn.deviceAddress,
                let address = IPv4Address(text), space.contains(where: { $0.contains(address) })
            else { return nil }
            return Finding(
                id, .error, at: site.path["vpn"]["deviceAddress"],
                "\(address) is a private address; Azure's gateway reaches \(site.name) over the internet",
                remedy: "write the public address of the site's device")
        }
    }
}
