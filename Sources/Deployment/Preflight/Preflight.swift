public import Azure
public import Findings

/// Looks at Azure before anything is changed: everything that would fail later, said at once.
public struct Preflight {
    /// The rule that speaks when there is no token.
    public static let login = RuleID("PF001", "Login")

    /// What preflight found.
    public struct Report: Sendable {
        /// All findings, in order of rule.
        public var findings: [Finding]
        /// Rules that were not asked, by `--skip`.
        public var skipped: [String]
        /// Findings of those rules, which count for nothing.
        public var skippedFindings: [Finding]
        /// HTTP requests.
        public var requests: Int
        /// Times that the program waited for answers one after another.
        public var roundTrips: Int
        /// Providers that are not registered.
        public var unregisteredProviders: [String]
        /// Whether the group exists.
        public var hasGroup: Bool
        /// The region, where it can be told.
        public var location: String?

        /// Whether nothing forbids to deploy.
        public var isAccepted: Bool { !findings.contains { $0.severity == .error } }
    }

    private let client: ARMClient
    private let cluster: ClusterToDeploy
    private let target: DeploymentTarget

    /// A look at what `cluster` meets in `target`.
    public init(_ client: ARMClient, _ cluster: ClusterToDeploy, _ target: DeploymentTarget) {
        self.client = client
        self.cluster = cluster
        self.target = target
    }

    /// Asks and judges.
    ///
    /// - Parameter skip: ids of rules that are not asked.
    public func run(skip: [String]) throws(AzureFailure) -> Report {
        let before = (client.requestCount, client.roundTrips)
        let facts = try collect()
        let context = PreflightContext(cluster: cluster, target: target, facts: facts)
        let skipped = Set(skip.map { $0.uppercased() })
        var findings: [Finding] = []
        var skippedFindings: [Finding] = []
        for rule in PreflightBook.rules {
            let said = rule.findings(in: context)
            if skipped.contains(rule.id.id) { skippedFindings += said } else { findings += said }
        }
        return Report(
            findings: findings, skipped: skipped.sorted(), skippedFindings: skippedFindings,
            requests: client.requestCount - before.0, roundTrips: client.roundTrips - before.1,
            unregisteredProviders: PF003ProviderNotRegistered.unregistered(in: context),
            hasGroup: facts.body(.group) != nil, location: context.location)
    }

    /// Everything that Azure says, in two rounds: the second asks for what the first one names.
    private func collect() throws(AzureFailure) -> Facts {
        let requests = FactRequests(cluster: cluster, target: target)
        var facts = Facts()
        try ask(requests.first(), &facts)
        try ask(requests.second(facts), &facts)
        return facts
    }

    private func ask(_ questions: [(FactKey, ARMRequest)], _ facts: inout Facts) throws(AzureFailure) {
        for ((key, _), answer) in zip(questions, client.sendAll(questions.map(\.1))) {
            if case .failure(let failure) = answer {
                switch failure {
                // Nothing that follows could be told apart from this.
                case .noToken, .interrupted, .timedOut: throw failure
                case .transport(let error) where key == .subscription: throw .transport(error)
                case .service, .transport, .unexpected: break
                }
            }
            facts[key] = answer
        }
    }
}
