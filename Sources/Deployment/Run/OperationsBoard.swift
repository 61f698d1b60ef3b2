public import Azure
import HTTPTransport
import JSONText

/// The state of every resource of a deployment and of the deployments inside it.
public struct OperationsBoard: Sendable {
    /// A deployment whose operations are listed.
    private struct Level: Sendable {
        /// Its group's path and its name.
        let group: String
        let name: String
        /// Whether its own operation has ended: what it held is listed once more, then no longer.
        var hasEnded = false
        /// Whether it was listed after its end.
        var isComplete = false
        /// Operations when it was listed last.
        var operations = 0
    }

    private var levels: [Level]
    private var rows: [String: ResourceProgress] = [:]
    private var order: [String] = []
    private let dependencies: [String: [String]]

    /// Deployments inside each other and beside each other that are looked at.
    private static let levelLimit = 2000

    /// The board of the deployment `name` in `target`.
    public init(_ target: DeploymentTarget, name: String, _ state: DeploymentState?) {
        levels = [Level(group: target.groupID, name: name)]
        dependencies = state?.dependencies ?? [:]
    }

    /// The resources in the order in which they began, then those that wait.
    public var resources: [ResourceProgress] {
        let begun = order.compactMap { rows[$0] }
        let waiting = dependencies.keys.filter { rows[$0] == nil }.sorted().map { id in
            let open = (dependencies[id] ?? []).filter { rows[$0]?.phase != .succeeded }
            return ResourceProgress(waiting: id, for: open.map { ResourceID.typeAndName($0).name })
        }
        return begun + waiting
    }

    /// The resources that failed, without the deployments that only hold them.
    public var failures: [ResourceProgress] {
        let failed = order.compactMap { rows[$0] }.filter(\.hasFailed)
        let real = failed.filter { !$0.isDeployment }
        return real.isEmpty ? failed : real
    }

    /// How many resources are in each state, deployments inside not counted.
    public var counts: (done: Int, running: Int, failed: Int, waiting: Int) {
        var (done, running, failed) = (0, 0, 0)
        for row in rows.values where !row.isDeployment {
            switch row.phase {
            case .succeeded: done += 1
            case .running: running += 1
            case .failed: failed += 1
            case .waiting, .canceled: break
            }
        }
        let waiting = dependencies.keys.count { id in
            rows[id] == nil && !ResourceProgress.isDeployment(ResourceID.typeAndName(id).type)
        }
        return (done, running, failed, waiting)
    }

    /// How many resources the deployment `name` has made.
    public func made(by name: String) -> Int {
        rows.values.count { $0.deployment == name && !$0.isDeployment && $0.phase == .succeeded }
    }

    /// Operations that the next look at everything lists again.
    var openOperations: Int { levels.reduce(0) { $0 + ($1.isComplete ? 0 : $1.operations) } }

    /// Asks Azure how things stand.
    ///
    /// - Parameter isDeep: also look into deployments that still run; else only at them, and once more into those that ended.
    /// - Returns: the resources whose state changed.
    public mutating func refresh(
        _ client: ARMClient, isDeep: Bool = true
    ) throws(AzureFailure) -> [ResourceProgress] {
        var changed: [ResourceProgress] = []
        var open = levels.indices.filter {
            !levels[$0].isComplete && (isDeep || $0 == 0 || levels[$0].hasEnded)
        }
        while !open.isEmpty {
            let answers = client.sendAll(open.map { request(levels[$0]) })
            let known = levels.count
            for index in open where levels[index].hasEnded { levels[index].isComplete = true }
            for (index, answer) in zip(open, answers) {
                switch answer {
                case .success(let answer):
                    levels[index].operations = answer.list.count
                    take(answer.list, of: levels[index].name, &changed)
                case .failure(let failure):
                    // A deployment is listed before it can be read.
                    guard failure.isNotFound else { throw failure }
                }
            }
            open = levels.indices.filter { $0 >= known || levels[$0].hasEnded && !levels[$0].isComplete }
        }
        return changed
    }

    private func request(_ level: Level) -> ARMRequest {
        .list("\(level.group)/deployments/\(level.name)/operations", .resources)
    }

    private mutating func take(
        _ list: [JSONValue], of deployment: String, _ changed: inout [ResourceProgress]
    ) {
        for value in list {
            guard let row = ResourceProgress(operation: value, of: deployment) else { continue }
            let key = row.id.lowercased()
            let before = rows[key]
            if before == nil { order.append(key) }
            // A later operation on the same resource, such as a read, does not undo what is known.
            if let before, before.isFinished, !row.isFinished { continue }
            rows[key] = row
            if before?.state != row.state { changed.append(row) }
            if row.isDeployment { follow(row) }
        }
    }

    /// Looks into a deployment inside the deployment until it is finished.
    private mutating func follow(_ row: ResourceProgress) {
        let parts = row.id.split(separator: "/").map(String.init)
        guard parts.count >= 8, levels.count < Self.levelLimit else { return }
        let group = "/subscriptions/\(parts[1])/resourcegroups/\(parts[3])"
        if let known = levels.firstIndex(where: {
            $0.name.lowercased() == row.name.lowercased() && $0.group.lowercased() == group.lowercased()
        }) {
            if row.isFinished { levels[known].hasEnded = true }
            return
        }
        levels.append(Level(group: group, name: row.name))
    }
}
