import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

extension Planner {
    /// The gateways of an own VNet, VPN first.
    func gateways() throws(PlanGap) -> [GatewayPlan] {
        guard !topology.isExistingVNet else { return [] }
        var plans: [GatewayPlan] = []
        if let vpn = topology.gateways.vpn {
            let connections = try connections(ofVPN: true)
            let addresses = vpn.activeActive ? 2 : 1
            plans.append(
                GatewayPlan(
                    name: "\(name)-vpn",
                    kind: .vpn(vpn, hasBGP: connections.contains { $0.target.hasBGP }),
                    publicIPNames: (0..<addresses).map { "\(name)-vpn-ip-\($0)" }, connections: connections))
        }
        if let circuit = topology.gateways.expressRoute {
            plans.append(
                GatewayPlan(
                    name: "\(name)-er", kind: .expressRoute(circuit), publicIPNames: ["\(name)-er-ip-0"],
                    connections: try connections(ofVPN: false)))
        }
        return plans
    }

    private func connections(ofVPN isVPN: Bool) throws(PlanGap) -> [ConnectionPlan] {
        var plans: [ConnectionPlan] = []
        for site in topology.sites {
            if isVPN, let device = site.connection.vpn {
                plans.append(connection(to: site, device))
            } else if !isVPN, let circuit = site.connection.expressRoute {
                plans.append(try connection(to: site, circuit))
            }
        }
        return plans
    }

    private func connection(to site: Site, _ device: VPNConnectionProfile) -> ConnectionPlan {
        // Beside a circuit the tunnel needs a name of its own, which no other site's connection can have.
        ConnectionPlan(
            name: "\(name)-\(site.connection.expressRoute == nil ? "to" : "tunnel-to")-\(site.name)",
            space: site.tunnelled.map(\.prefix),
            target: .device(device, localGatewayName: "\(name)-site-\(site.name)"),
            key: ConnectionKeyPlan(
                parameter: "vpnSharedKey\(site.index)",
                source: Self.source(device.sharedKey, device.sharedKeySecretRef), site: site.name))
    }

    private func connection(
        to site: Site, _ circuit: ExpressRouteConnectionProfile
    ) throws(PlanGap) -> ConnectionPlan {
        let hasKey =
            circuit.needsAuthorization || circuit.authorizationKey != nil
            || circuit.authorizationKeySecretRef != nil
        return ConnectionPlan(
            name: "\(name)-to-\(site.name)", space: site.space,
            target: .circuit(id: try circuit.circuitID.orGap(site.path["expressRoute"]["circuitID"])),
            key: hasKey
                ? ConnectionKeyPlan(
                    parameter: "expressRouteKey\(site.index)",
                    source: Self.source(circuit.authorizationKey, circuit.authorizationKeySecretRef),
                    site: site.name) : nil)
    }

    private static func source(_ key: Secret?, _ reference: KeyVaultSecretReference?) -> SecretSource {
        if let vault = reference?.vaultID, let secret = reference?.secretName {
            return .keyVault(vaultID: vault, secretName: secret, version: reference?.version)
        }
        return key.map { .model($0) } ?? .deployment
    }
}

extension ConnectionPlan.Target {
    /// Whether routes are learnt from the other end.
    var hasBGP: Bool { if case .device(let device, _) = self { device.bgp != nil } else { false } }
}
