import Deployment

/// Shows nothing: for deployments that are only a step of another.
final class SilentObserver: DeployObserver, Sendable {
    static let shared = SilentObserver()
    private init() {}
    func happened(_ event: DeployEvent) {}
    func progressed(_ board: OperationsBoard) {}
}
