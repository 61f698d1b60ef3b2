/// Where a cluster goes.
public struct DeploymentTarget: Sendable, Hashable {
    /// The subscription's id.
    public var subscription: String
    /// The resource group.
    public var resourceGroup: String
    /// The region: the model's, else what the command names; nil for that of an existing group.
    public var location: String?
    /// The deployment's name, which is the cluster's.
    public var name: String

    /// A target.
    public init(subscription: String, resourceGroup: String, location: String?, name: String) {
        self.subscription = subscription
        self.resourceGroup = resourceGroup
        self.location = location
        self.name = name
    }

    /// The group's id.
    public var groupID: String { "/subscriptions/\(subscription)/resourcegroups/\(resourceGroup)" }

    /// The id of the deployment `name` in the group.
    public func deploymentID(_ name: String) -> String {
        "\(groupID)/providers/Microsoft.Resources/deployments/\(name)"
    }

    /// The cluster's deployment.
    public var deploymentID: String { deploymentID(name) }

    /// The deployment that makes the storage account of slipway-vnet.
    public var pluginDeploymentName: String { String("\(name)-plugin".prefix(64)) }

    /// Whether the resource `id` stands in the group.
    public func owns(_ id: String) -> Bool { id.lowercased().hasPrefix(groupID.lowercased() + "/") }
}
