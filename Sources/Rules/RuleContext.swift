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
    }

    var properties: Properties { cluster.properties }
    var kubernetesConfig: KubernetesConfig { properties.orchestratorProfile.kubernetesConfig }

    /// The masters' machines and each pool's, with where they stand.
    var machines: [(machine: MachineProfile, path: ModelPath, isMasters: Bool)] {
        [(properties.masterProfile.machine, Paths.masterProfile, true)]
            + properties.agentPoolProfiles.enumerated().map {
                ($1.machine, Paths.agentPoolProfiles[$0], false)
            }
    }

    /// The pools with where they stand.
    var pools: [(pool: AgentPoolProfile, path: ModelPath)] {
        properties.agentPoolProfiles.enumerated().map { ($1, Paths.agentPoolProfiles[$0]) }
    }

    /// The model's security rules with where they stand.
    var securityRules: [(rule: SecurityRuleProfile, path: ModelPath)] {
        properties.networkProfile.subnets.enumerated().flatMap { index, subnet in
            let path = Paths.networkProfile["subnets"][index]["securityRules"]
            return subnet.securityRules.enumerated().map { ($1, path[$0]) }
        }
    }
}
