public import Azure
import HTTPTransport

/// Looks at a cluster's deployment, or ends it.
public struct DeploymentControl {
    private let client: ARMClient
    private let target: DeploymentTarget

    /// The deployment of `target`.
    public init(_ client: ARMClient, _ target: DeploymentTarget) {
        self.client = client
        self.target = target
    }

    /// The deployment and its resources, nil if there is none.
    public func look() throws(AzureFailure) -> DeploymentRun.Outcome? {
        let state: DeploymentState?
        do {
            state = DeploymentState(try client.send(ARMRequest(.get, target.deploymentID, .resources)).body)
        } catch {
            guard error.isNotFound else { throw error }
            return nil
        }
        guard let state else { return nil }
        var board = OperationsBoard(target, name: target.name, state)
        _ = try board.refresh(client)
        return DeploymentRun.Outcome(state: state, board: board)
    }

    /// Ends the deployment; what is made stays.
    public func cancel() throws(AzureFailure) {
        _ = try client.send(
            ARMRequest(.post, "\(target.deploymentID)/cancel", .resources, retries: .always))
    }
}
