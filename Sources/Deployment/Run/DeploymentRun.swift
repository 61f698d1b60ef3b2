public import Azure
import HTTPTransport
public import JSONText

/// Brings one deployment to its end: sends it, or finds the one that runs, and follows it.
public final class DeploymentRun {
    /// How it ended.
    public struct Outcome: Sendable {
        /// The deployment at its end.
        public var state: DeploymentState
        /// Its resources.
        public var board: OperationsBoard
    }

    private let client: ARMClient
    private let target: DeploymentTarget
    private let name: String
    private weak var observer: (any DeployObserver)?
    /// Told the run's id as soon as it is known.
    public var onStart: (DeploymentState) -> Void = { _ in }

    /// The deployment `name` in the group of `target`.
    public init(_ client: ARMClient, _ target: DeploymentTarget, name: String, _ observer: any DeployObserver)
    {
        self.client = client
        self.target = target
        self.name = name
        self.observer = observer
    }

    private var path: String { target.deploymentID(name) }

    /// The deployment as it is, nil if there is none.
    public func current() throws(AzureFailure) -> DeploymentState? {
        do {
            return DeploymentState(try client.send(ARMRequest(.get, path, .resources)).body)
        } catch {
            guard error.isNotFound else { throw error }
            return nil
        }
    }

    /// Sends `body` unless the deployment runs already, and waits for the end.
    public func run(_ body: JSONValue) throws(AzureFailure) -> Outcome {
        let before = try current()
        if let before, !before.isFinished { return try follow(before) }
        let (operation, state) = try start(body, before)
        return try follow(operation, state)
    }

    /// Follows `running`, which may have ended before the first look: it is not sent again.
    public func follow(_ running: DeploymentState) throws(AzureFailure) -> Outcome {
        observer?.happened(
            DeployEvent(
                "deployment",
                "The deployment \(name) is running already (\(running.state)): following it.",
                [
                    "deployment": .string(name), "resumed": true,
                    "correlationId": running.correlationID.map { .string($0) },
                ]
            ))
        return try follow(nil, nil)
    }

    /// Sends `body`. An answer that was lost is looked for: sent twice, a deployment would only be refused.
    ///
    /// - Returns: where to look, and the deployment as the answer has it; nil where only the deployment itself is to be looked at.
    private func start(
        _ body: JSONValue, _ before: DeploymentState?
    ) throws(AzureFailure) -> (LongRunningOperation?, DeploymentState?) {
        let request = ARMRequest(.put, path, .resources, body: body, retries: .never, timeout: 300)
        var pause = 1.0
        for attempt in 1...8 {
            do {
                let answer = try client.send(request)
                let state = DeploymentState(answer.body)
                if let state { announce(state) }
                return (try LongRunningOperation(answer), state)
            } catch {
                if let refusal = error.refusal,
                    refusal.error.contains("DeploymentActive")
                        || refusal.error.contains("DeploymentBeingDeleted")
                        || refusal.error.contains("DeploymentActiveAndUneditable")
                {
                    return (nil, nil)
                }
                guard Self.passes(error), attempt < 8 else { throw error }
                if let wanted = error.refusal?.retryAfter {
                    // Azure refused for its limits: nothing arrived, and it wants to be left alone.
                    try client.pause(until: client.time.monotonic + wanted)
                    continue
                }
                if error.mayHaveArrived, let now = try settled(),
                    now.correlationID != before?.correlationID
                        || now.timestamp != before?.timestamp
                {
                    announce(now)
                    return (nil, nil)
                }
                try client.pause(until: client.time.monotonic + min(pause, 60) * min(1, client.pollInterval))
                pause *= 2
            }
        }
        return (nil, nil)
    }

    /// The deployment after an answer was lost; Azure may need a moment to know it.
    private func settled() throws(AzureFailure) -> DeploymentState? {
        for _ in 0..<3 {
            if let state = try current() { return state }
            try client.pause(until: client.time.monotonic + min(2, client.pollInterval))
        }
        return nil
    }

    private static func passes(_ failure: AzureFailure) -> Bool {
        switch failure {
        case .transport(let error): error.isTransient
        case .unexpected: true
        case .service(let refusal):
            [408, 429, 500, 502, 503, 504].contains(refusal.status)
                || refusal.error.contains("AnotherOperationInProgress")
                || refusal.error.contains("RetryableError")
        case .noToken, .timedOut, .interrupted: false
        }
    }

    private func announce(_ state: DeploymentState) {
        onStart(state)
        observer?.happened(
            DeployEvent(
                "deployment", nil,
                [
                    "deployment": .string(name), "state": .string(state.state),
                    "correlationId": state.correlationID.map { .string($0) },
                ]))
    }

    /// - Parameter begun: the deployment as it began: looked at so soon, it may not be found yet.
    private func follow(
        _ operation: LongRunningOperation?, _ begun: DeploymentState?
    ) throws(AzureFailure) -> Outcome {
        var operation = operation
        var state: DeploymentState
        if let begun, operation != nil { state = begun } else { state = try patientState() }
        onStart(state)
        var board = OperationsBoard(target, name: name, state)
        var pace = Pace(least: min(5, client.pollInterval))
        var pause = operation?.firstPause
        var isFirst = true
        while true {
            if pace.isDue(client.time.monotonic) {
                try report(&board, &pace)
            }
            var isOver = state.isFinished
            if isFirst, operation != nil {
                // Azure said with its first answer when to look.
                (isFirst, isOver) = (false, false)
            } else if operation != nil {
                switch try operation?.look(client) {
                case .running(let after): (pause, isOver) = (after, false)
                case .succeeded, .failed, nil: isOver = true
                }
            }
            if isOver {
                state = try patientState()
                // The operation can be over a moment before the deployment says so.
                if state.isFinished { break }
                operation = nil
            } else if operation == nil {
                state = try patientState()
                if state.isFinished { break }
            }
            try client.pause(until: client.time.monotonic + client.pollPause(pause))
        }
        try report(&board, &pace, isLast: true)
        return Outcome(state: state, board: board)
    }

    /// The deployment, which may not be found for a moment after it was sent.
    private func patientState() throws(AzureFailure) -> DeploymentState {
        for attempt in 0..<20 {
            if let state = try current() { return state }
            try client.pause(
                until: client.time.monotonic + min(Double(attempt + 1), 5) * min(1, client.pollInterval))
        }
        throw .unexpected("the deployment \(name) has gone")
    }

    private static func resource(_ row: ResourceProgress) -> DeployEvent {
        let time = row.isFinished ? row.seconds.map { " after \($0) s" } ?? "" : ""
        let code = row.error.flatMap { $0.innermost.first }?.code
        return DeployEvent(
            "resource",
            "\(row.state.lowercased()): \(row.type) \(row.name)\(time)\(code.map { ": \($0)" } ?? "")",
            [
                "id": .string(row.id), "type": .string(row.type), "name": .string(row.name),
                "state": .string(row.state), "seconds": row.seconds.map { .integer($0) },
                "code": code.map { .string($0) },
            ])
    }

    /// A deployment inside the deployment began, or came to its end with so many resources.
    private static func nested(_ row: ResourceProgress, _ board: OperationsBoard) -> DeployEvent {
        let made = row.isFinished ? board.made(by: row.name) : nil
        let time = row.isFinished ? row.seconds.map { " after \($0) s" } ?? "" : ""
        return DeployEvent(
            "nested",
            "\(row.state.lowercased()): deployment \(row.name)\(time)\(made.map { ", \($0) resources made" } ?? "")",
            [
                "id": .string(row.id), "name": .string(row.name), "state": .string(row.state),
                "seconds": row.seconds.map { .integer($0) }, "made": made.map { .integer($0) },
            ])
    }

    private func report(
        _ board: inout OperationsBoard, _ pace: inout Pace, isLast: Bool = false
    ) throws(AzureFailure) {
        let start = client.time.monotonic
        let isDeep = isLast || pace.isDeepDue(start)
        let changed = try board.refresh(client, isDeep: isDeep)
        for row in changed {
            observer?.happened(row.isDeployment ? Self.nested(row, board) : Self.resource(row))
        }
        observer?.progressed(board)
        let end = client.time.monotonic
        pace.took(end - start, operations: isDeep ? board.openOperations : nil, at: end)
    }
}

/// How often operations are listed: a list of thousands of them must not keep Azure and the program busy. Deployments inside
/// the deployment are looked at often, into them the more seldom the more there is to list.
struct Pace {
    /// Seconds between lists at least.
    let least: Double
    private var next = 0.0
    private var nextDeep = 0.0

    /// How much longer the pause is than the list took.
    private static let factor = 20.0
    /// Seconds of pause for each operation: twelve thousand of them are listed every four minutes.
    private static let perOperation = 0.02

    init(least: Double) { self.least = least }

    /// Whether operations are listed again.
    func isDue(_ now: Double) -> Bool { now >= next }

    /// Whether those of deployments inside are, too.
    func isDeepDue(_ now: Double) -> Bool { now >= nextDeep }

    /// Operations were listed in so many seconds.
    ///
    /// - Parameter operations: how many the next look at everything lists; nil where this one was not at everything.
    mutating func took(_ seconds: Double, operations: Int?, at now: Double) {
        next = now + max(least, Self.factor * seconds)
        if let operations { nextDeep = max(next, now + Self.perOperation * Double(operations)) }
    }
}
