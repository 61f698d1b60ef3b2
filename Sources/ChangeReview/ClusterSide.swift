public import AddressPlan
public import ClusterModel
public import NetworkPlan

/// One of the two clusters that are compared: the running one, or that of the new model.
public struct ClusterSide: Sendable {
    /// The model as it was read.
    public let cluster: Cluster
    /// Its demand.
    public let addresses: AddressPlan
    /// Its plan.
    public let plan: ClusterPlan

    /// A side.
    public init(_ cluster: Cluster, _ addresses: AddressPlan, _ plan: ClusterPlan) {
        self.cluster = cluster
        self.addresses = addresses
        self.plan = plan
    }

    /// The demand of the pool of that name.
    func demand(of pool: String) -> ProfileDemand? { addresses.pools.first { $0.name == pool } }

    /// The plan of the pool of that name.
    func pool(_ name: String) -> PoolPlan? { plan.pools.first { $0.name == name } }

    /// All machines, as changes name them.
    var allMachines: [String] { [ClusterSide.masters] + plan.pools.map(\.name) }

    /// What changes call the masters; no pool can have that name, as rule AZ011 says.
    static let masters = "masters"
    /// What changes call the machine from which people reach a private cluster.
    static let jumpbox = "jumpbox"
}
