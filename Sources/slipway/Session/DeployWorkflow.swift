import Azure
import Deployment
import Findings
import Generation
import HTTPTransport
import JSONText
import NetworkPlan

/// The steps of `slipway deploy`, in order.
struct DeployWorkflow {
    let command: DeployRun
    let source: ClusterSource
    let folder: String
    let cluster: ClusterToDeploy
    let session: AzureSession
    let target: DeploymentTarget
    let reporter: DeployReporter

    init(_ command: DeployRun, _ source: ClusterSource, _ folder: String) throws {
        self.command = command
        self.source = source
        self.folder = folder
        cluster = try source.cluster(parameters: command.parameters)
        session = try AzureSession(command.azure, cloud: source.plan.cloud)
        target = source.target(
            command.azure,
            subscription: try session.subscription(command.azure, ofNetwork: source.networkSubscription))
        reporter = DeployReporter(command.format, session.client.time)
    }

    func run() throws {
        say(
            "started",
            "Cluster \(target.name) → resource group \(target.resourceGroup), subscription \(target.subscription)",
            [
                "cluster": .string(target.name), "resourceGroup": .string(target.resourceGroup),
                "subscription": .string(target.subscription),
            ])
        do {
            let run = DeploymentRun(session.client, target, name: target.name, reporter)
            if let running = try run.current(), !running.isFinished {
                var record = try beginRecord()
                return try conclude(&record) { () throws(AzureFailure) in try run.follow(running) }
            }
            let report = try look()
            let plan = try foresee(report)
            if let file = command.plan { return try save(plan, to: file) }
            try confirm(plan)
            var record = try beginRecord()
            if !report.skipped.isEmpty { note(&record, "skipped", .list(report.skipped)) }
            try conclude(&record) { () throws(AzureFailure) in
                let address = try prepare(report)
                return try run.run(cluster.body(with: address))
            }
        } catch let failure as AzureFailure {
            throw end(failure)
        }
    }

    /// Preflight. Whoever lets providers be registered is not refused for those that are not.
    private func look() throws -> Preflight.Report {
        let printer = PreflightPrinter(source: source)
        var report: Preflight.Report
        do { report = try Preflight(session.client, cluster, target).run(skip: command.skip) } catch {
            guard case .noToken(let failure) = error else { throw error }
            show(Preflight.Report(noLogin: failure), printer)
            throw CommandEnd(status: AzureExit.status(of: error))
        }
        if command.registerProviders { report.findings.removeAll { $0.rule.id == "PF003" } }
        show(report, printer)
        guard report.isAccepted else { throw CommandEnd(status: .refused) }
        if source.plan.plugin.url == nil, source.plugin == nil {
            Console.printError(
                "slipway: this slipway has no slipway-vnet to give to the nodes; build it with make build, or name one with --plugin"
            )
            throw CommandEnd(status: .refused)
        }
        return report
    }

    private func show(_ report: Preflight.Report, _ printer: PreflightPrinter) {
        if command.format == .text { printer.printText(report) }
        say("preflight", nil, ["report": printer.json(report)])
    }

    /// What-if, by the rule that the user chose.
    private func foresee(_ report: Preflight.Report) throws -> ChangePlan? {
        guard command.whatIf != .skip || command.apply != nil || command.plan != nil else { return nil }
        let plan: ChangePlan
        if report.hasGroup {
            do { plan = try ChangePlan.ask(session.client, cluster, target) } catch {
                if case .interrupted = error { throw error }
                let mustKnow = command.whatIf == .required || command.apply != nil || command.plan != nil
                say("plan", "Azure could not foresee the changes: \(error)", ["failed": .bool(true)])
                guard !mustKnow else { throw CommandEnd(status: AzureExit.status(of: error)) }
                return nil
            }
        } else {
            plan = .everything(in: cluster, target)
        }
        if command.format == .text { Console.print(ChangePlanText.text(of: plan, target)) }
        let file = PlanFile(plan, cluster, target)
        say("plan", nil, ["plan": file.value])
        if let applied = command.apply { try compare(applied, with: file) }
        if !plan.networkChanges.isEmpty, !command.allowNetworkChanges {
            Console.printError(
                "slipway: \(plan.networkChanges.count) resources of the network team's would change; if that is meant, deploy with "
                    + "--allow-network-changes")
            throw CommandEnd(status: .refused)
        }
        return plan
    }

    private func compare(_ path: String, with now: PlanFile) throws {
        guard let bytes = try? POSIX.contents(of: path, limit: 64 << 20), let saved = PlanFile(bytes) else {
            Console.printError("slipway: \(path) is no plan that slipway deploy --plan saved")
            throw CommandEnd(status: .unreadable)
        }
        let differences = saved.differences(to: now)
        guard !differences.isEmpty else { return }
        Console.printError("slipway: the world has changed since \(path) was saved; nothing was deployed:")
        for line in differences { Console.printError("  \(line)".printable) }
        throw CommandEnd(status: .refused)
    }

    private func save(_ plan: ChangePlan?, to path: String) throws {
        guard let plan else { return }
        do {
            if try POSIX.kind(of: path) != nil { try POSIX.removeFile(path) }
            try POSIX.create(path, JSONWriter.bytes(of: PlanFile(plan, cluster, target).value), mode: 0o644)
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
        say(
            "finished", "Plan saved; deploy it with: \(command.again(folder)) --apply \(path)",
            ["state": "planned"])
    }

    /// Asks on a terminal; elsewhere somebody must have said yes before.
    private func confirm(_ plan: ChangePlan?) throws {
        if command.yes || command.apply != nil { return }
        guard Console.inputIsTerminal, command.format == .text else {
            Console.printError(
                "slipway: nobody can be asked here; deploy with --yes, or save a plan and --apply it")
            throw CommandEnd(status: .refused)
        }
        Console.write("Deploy \(target.name) now? [y/N] ")
        guard let answer = Console.readAnswer(), ["y", "yes"].contains(answer.lowercased()) else {
            Console.printError(
                Interruption.hasCome ? "interrupted; nothing was deployed" : "Nothing was deployed.")
            throw CommandEnd(status: Interruption.hasCome ? .interrupted : .refused)
        }
    }

    /// Providers, the group and slipway-vnet; the parameter with its address.
    private func prepare(_ report: Preflight.Report) throws(AzureFailure) -> [JSONMember] {
        let groups = ResourceGroups(session.client, target)
        if command.registerProviders, !report.unregisteredProviders.isEmpty {
            say("providers", "Registering \(report.unregisteredProviders.joined(separator: ", "))")
            try groups.register(report.unregisteredProviders)
        }
        if !report.hasGroup, let location = report.location {
            say(
                "group", "Making the resource group \(target.resourceGroup) in \(location)",
                ["location": .string(location)])
            try groups.create(in: location)
        }
        guard let program = source.plugin, let sum = source.plan.plugin.sha256 else { return [] }
        say("plugin", "Putting slipway-vnet into a storage account of the group", ["sha256": .string(sum)])
        let storage = PluginStorage(session.client, session.transport, target, session.cloud)
        let account = DeploymentRun(
            session.client, target, name: target.pluginDeploymentName, SilentObserver.shared)
        let outcome = try account.run(storage.deployment)
        guard outcome.state.hasSucceeded else {
            let error = outcome.board.failures.first?.error ?? outcome.state.error
            throw .service(
                AzureFailure.Refusal(
                    status: 200,
                    error: error
                        ?? ServiceError(
                            code: outcome.state.state, message: "the storage account was not made"),
                    correlationID: outcome.state.correlationID, call: "PUT \(target.pluginDeploymentName)"))
        }
        let address = try storage.upload(program, sha256: sum, to: outcome.state)
        switch address {
        case .success(let address):
            return [JSONMember(ClusterToDeploy.pluginURL, ["value": .string(address)])]
        case .failure(let refusal): throw .unexpected(refusal.description)
        }
    }
}
