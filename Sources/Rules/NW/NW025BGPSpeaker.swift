import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// A BGP speaker cannot talk to Azure's: its autonomous system is the gateway's own or one of Azure's, or its
/// address is none outside the VNet.
///
/// The session never leaves the state `Connecting`, and pods have no route to the site.
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
///         vpn: {deviceAddress: 203.0.113.5, bgp: {asn: 65515, address: 192.168.0.1}}
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
///         vpn: {deviceAddress: 203.0.113.5, bgp: {asn: 65010, address: 192.168.0.1}}
/// ```
///
/// Source: Microsoft Learn, "About BGP with VPN Gateway": reserved ASNs.
enum BGPSpeaker: Rule {
    static let id = RuleID("NW025", "BGPSpeaker")

    /// Azure's own. Source: as above.
    private static let reserved = [8074, 8075, 12076, 65_515, 65_517, 65_518, 65_519, 65_520]

    static func findings(in context: RuleContext) -> [Finding] {
        let topology = context.topology
        return topology.sites.flatMap { site -> [Finding] in
            guard let vpn = site.connection.vpn, let peer = vpn.bgp else { return [] }
            let path = site.path["vpn"]["bgp"]
            var findings: [Finding] = []
            if let asn = peer.asn, reserved.contains(asn) || asn == topology.gateways.vpn?.asn {
                findings.append(
                    Finding(
                        id, .error, at: path["asn"],
                        "autonomous system \(asn) is Azure's or the gateway's own",
                        remedy: "write the site's, such as one of 64512 to 65514"))
            }
            let address = peer.address.flatMap { IPv4Address($0) }
            if address == nil
                || topology.space.contains(where: { range in address.map(range.contains) ?? false })
            {
                findings.append(
                    Finding(
                        id, .error, at: path["address"],
                        "\"\(peer.address ?? "")\" is no IPv4 address outside the VNet",
                        remedy: "write the address of the speaker at \(site.name)"))
            }
            return findings
        }
    }
}
