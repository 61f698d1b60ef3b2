public import AddressPlan
public import Catalogue
public import ClusterModel
public import Document
import Findings
import NetworkTopology
import Reachability

/// What rules look at.
public struct RuleContext: Sendable {
    /// The typed model.
    public let cluster: Cluster
    /// What it asks of the address space.
    public let addresses: AddressPlan
    /// The text, for what the typed model cannot say: whether a key was written.
    public let document: Document
    /// Sizes, regions and versions.
    public let catalogues: Catalogues
    /// Whether warnings that `--strict` turns into errors are errors.
    public let isStrict: Bool
    /// The network as the model describes it.
    var topology: NetworkTopology { tracer.atlas.topology }
    /// Follows packets through that network.
    let tracer: Tracer
    /// The pools with where they stand.
    let pools: [(pool: AgentPoolProfile, path: ModelPath)]
    /// The masters' machines and each pool's, with where they stand.
    let machines: [(machine: MachineProfile, path: ModelPath, isMasters: Bool)]
    /// Every map of flags in the model, with its component and place.
    let flagMaps: [(component: KubernetesComponent, flags: StringMap, path: ModelPath)]

    /// A context.
    public init(
        cluster: Cluster, addresses: AddressPlan, document: Document, catalogues: Catalogues, isStrict: Bool
    ) {
        self.cluster = cluster
        self.addresses = addresses
        self.document = document
        self.catalogues = catalogues
        self.isStrict = isStrict
        tracer = Tracer(NetworkTopology(cluster, addresses))
        let properties = cluster.properties
        pools = properties.agentPoolProfiles.enumerated().map { ($1, Paths.agentPoolProfiles[$0]) }
        machines =
            [(properties.masterProfile.machine, Paths.masterProfile, true)]
            + pools.map { ($0.pool.machine, $0.path, false) }
        flagMaps = Self.flagMaps(properties.orchestratorProfile.kubernetesConfig, machines)
    }

    var properties: Properties { cluster.properties }
    var kubernetesConfig: KubernetesConfig { properties.orchestratorProfile.kubernetesConfig }

    /// The model's security rules with where they stand.
    var securityRules: [(rule: SecurityRuleProfile, path: ModelPath)] {
        properties.networkProfile.subnets.enumerated().flatMap { index, subnet in
            let path = Paths.networkProfile["subnets"][index]["securityRules"]
            return subnet.securityRules.enumerated().map { ($1, path[$0]) }
        }
    }
}
