import Azure
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

    /// The deployment of the folder or model at `path` with its resources; the command ends where there is none.
    static func deployment(
        _ path: String, _ options: ModelOptions, _ azure: AzureOptions
    ) throws -> (DeploymentRun.Outcome, DeploymentTarget) {
        let (_, session, target) = try find(path, options, azure)
        do {
            if let outcome = try DeploymentControl(session.client, target).look() { return (outcome, target) }
        } catch {
            throw AzureExit.end(for: error)
        }
        Console.printError("slipway: nothing called \(target.name) was deployed into \(target.resourceGroup)")
        throw CommandEnd(status: .refused)
    }
}
