/// A value that only the deployment knows and that machines read from `/etc/slipway/deployment.json`, where its raw value
/// is its key.
public enum DeploymentValue: String, Sendable, CaseIterable {
    /// Where slipway-vnet is fetched from.
    case pluginURL = "pluginUrl"
    /// The region.
    case location
    /// The tenant of the subscription.
    case tenantID = "tenantId"
    /// The subscription.
    case subscriptionID = "subscriptionId"
    /// The cluster's resource group.
    case resourceGroup
    /// The client id of the cluster's managed identity; empty with a service principal.
    case identityClientID = "identityClientId"
    /// The client id of the identity with which machines pull from Azure's registries.
    case registryClientID = "registryClientId"

    /// What masters get: everything, for the cloud provider.
    public static func ofMasters(_ plan: ClusterPlan) -> [DeploymentValue] {
        allCases.filter { $0 != .registryClientID } + registry(plan)
    }
    /// What nodes get: they call Azure for nothing but images.
    public static func ofNodes(_ plan: ClusterPlan) -> [DeploymentValue] {
        [.pluginURL, .location] + registry(plan)
    }

    private static func registry(_ plan: ClusterPlan) -> [DeploymentValue] {
        plan.kubernetes.registryIdentity == nil ? [] : [.registryClientID]
    }
}
