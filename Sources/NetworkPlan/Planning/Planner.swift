public import AddressPlan
import Addressing
import Catalogue
public import ClusterModel
import Findings
import NetworkTopology

/// Makes the plan of a model that no rule refused. Each part of the plan has a file of its own.
struct Planner {
    let cluster: Cluster
    let addresses: AddressPlan
    let inputs: PlanInputs
    /// The cluster's name.
    let name: String
    let topology: NetworkTopology

    var properties: Properties { cluster.properties }
    var kubernetesConfig: KubernetesConfig { properties.orchestratorProfile.kubernetesConfig }

    init(_ cluster: Cluster, _ addresses: AddressPlan, _ inputs: PlanInputs) throws(PlanGap) {
        self.cluster = cluster
        self.addresses = addresses
        self.inputs = inputs
        topology = NetworkTopology(cluster, addresses)
        name = try cluster.properties.masterProfile.dnsPrefix.orGap(Paths.masterProfile["dnsPrefix"])
            .lowercased()
    }

    func plan() throws(PlanGap) -> ClusterPlan {
        let region = cluster.location.flatMap { inputs.catalogues.regions[$0] }
        let cloud = region?.cloud ?? .publicCloud
        let location = cluster.location.map { region?.name ?? $0 }
        let masters = try masters()
        let kubernetes = try kubernetes()
        let apiServer = try apiServer(masters, location: location, cloud: cloud)
        return ClusterPlan(
            name: name, location: location, cloud: cloud, tags: cluster.tags, network: try network(),
            vnetTags: properties.networkProfile.vnet.tags,
            dnsServers: properties.networkProfile.vnet.dnsServers,
            gateways: try gateways(), services: services(),
            apiServer: apiServer, masters: masters,
            pools: try pools(), egress: egress(), identity: try identity(), access: try access(),
            jumpbox: try jumpbox(), kubernetes: kubernetes, plugin: plugin(),
            provisioning: try provisioning(kubernetes, apiServer),
            certificates: certificates(), keyAlgorithm: keyAlgorithm(),
            linux: linux(), blocksOutboundInternet: properties.featureFlags.blockOutboundInternet)
    }

    private func plugin() -> PluginPlan {
        PluginPlan(url: properties.networkProfile.plugin?.url, sha256: inputs.pluginSHA256)
    }

    private func linux() -> LinuxPlan {
        let profile = properties.linuxProfile
        return LinuxPlan(
            searchDomain: profile.customSearchDomain?.name, dnsServer: profile.customNodesDNS?.dnsServer,
            updatesOnBootstrap: profile.runUnattendedUpgradesOnBootstrap,
            unattendedUpgrades: profile.enableUnattendedUpgrades, mtu: profile.eth0MTU)
    }
}

extension ClusterPlan {
    /// The plan of `cluster`, of which `addresses` is the demand and which no rule refused.
    ///
    /// - Throws: a gap where a rule should have refused the model.
    public init(_ cluster: Cluster, _ addresses: AddressPlan, _ inputs: PlanInputs) throws(PlanGap) {
        self = try Planner(cluster, addresses, inputs).plan()
    }
}
