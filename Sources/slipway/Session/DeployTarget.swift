import Deployment
import NetworkPlan

/// The deployment that `status`, `cancel`, `logs` and `destroy` are about.
enum DeployTarget {
    /// The target of the folder or model at `path`: where its newest attempt went, unless the options say otherwise.
    static func find(
        _ path: String, _ options: ModelOptions, _ azure: AzureOptions
    ) throws -> (ClusterSource, AzureSession, DeploymentTarget) {
        let isFolder = ClusterSource.isFolder(path)
        let source =
            isFolder
            ? try ClusterSource(folder: path, options) : try ClusterSource(model: path, options, plugin: nil)
        let session = try AzureSession(azure, cloud: source.plan.cloud)
        if isFolder, azure.subscription == nil, azure.resourceGroup == nil,
            let last = AttemptRecord.lastTarget(in: path)
        {
            return (source, session, last)
        }
        let subscription = try session.subscription(azure, ofNetwork: source.networkSubscription)
        return (source, session, source.target(azure, subscription: subscription))
    }
}
