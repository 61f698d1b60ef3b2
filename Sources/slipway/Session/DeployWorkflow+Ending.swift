import Azure
import Deployment
import Generation
import HTTPTransport
import JSONText
import NetworkPlan

extension DeployWorkflow {
    func say(_ name: String, _ text: String?, _ details: KeyValuePairs<String, JSONValue?> = [:]) {
        reporter.happened(DeployEvent(name, text, details))
    }

    func beginRecord() throws -> AttemptRecord {
        do {
            let record = try AttemptRecord(
                in: folder, target, startedAt: UTC.text(session.client.time.unixTime), version: Version.text)
            reporter.keep(try AttemptLog(of: record))
            return record
        } catch {
            Console.printError("slipway: the attempt cannot be recorded: \(error)")
            throw CommandEnd(status: .refused)
        }
    }

    /// Notes `value`; a record that cannot be written any more does not end a deployment.
    func note(_ record: inout AttemptRecord, _ name: String, _ value: AttemptValue) {
        do { try record.note(name, value) } catch { Console.printError("slipway: \(error)") }
    }

    /// Runs `deployment` and tells how it ended.
    func conclude(
        _ record: inout AttemptRecord, _ deployment: () throws(AzureFailure) -> DeploymentRun.Outcome
    ) throws {
        let outcome: DeploymentRun.Outcome
        do { outcome = try deployment() } catch {
            note(&record, "state", .text(AzureExit.word(for: error)))
            note(&record, "ended", .text(UTC.text(session.client.time.unixTime)))
            throw error
        }
        reporter.finish()
        note(&record, "state", .text(outcome.state.state))
        if let id = outcome.state.correlationID { note(&record, "correlationId", .text(id)) }
        note(&record, "ended", .text(UTC.text(session.client.time.unixTime)))
        guard outcome.state.hasSucceeded else {
            try fail(FailureReport(outcome))
            return
        }
        try succeed(outcome)
    }

    /// How the command ends after `failure`.
    func end(_ failure: AzureFailure) -> CommandEnd {
        reporter.finish()
        switch failure {
        case .service(let refusal) where !refusal.error.innermost.isEmpty && refusal.call.hasPrefix("PUT"):
            do { try fail(FailureReport(refusal)) } catch let end as CommandEnd {
                return [401, 403].contains(refusal.status) ? CommandEnd(status: .notPermitted) : end
            } catch { return CommandEnd(status: .failedInAzure) }
            return CommandEnd(status: .failedInAzure)
        case .interrupted: return interrupted()
        case .timedOut:
            Console.printError(
                "slipway: timed out after \(Int(command.azure.timeout)) minutes; what was begun goes on in Azure.\n"
                    + "Follow it with: \(command.again(folder))")
        default: return AzureExit.end(for: failure)
        }
        return CommandEnd(status: AzureExit.status(of: failure))
    }

    private func fail(_ report: FailureReport) throws {
        say("failure", nil, ["failure": report.json])
        let page = FailurePage.text(of: report, target, again: command.again(folder))
        Console.printError(page)
        throw CommandEnd(status: report.isMatterOfRights ? .notPermitted : .failedInAzure)
    }

    /// Ctrl-C leaves the deployment running, unless it is to be cancelled.
    private func interrupted() -> CommandEnd {
        guard command.cancelOnInterrupt else {
            Console.printError(
                """
                slipway: interrupted. If a deployment was running, it goes on in Azure.
                  Follow it: \(command.again(folder))
                  End it:    \(NextCommand.text("deploy cancel", folder, command.azure))
                """)
            return CommandEnd(status: .interrupted)
        }
        Interruption.clear()
        do {
            try DeploymentControl(session.client, target).cancel()
            Console.printError("slipway: interrupted; the deployment is being cancelled. What is made stays.")
        } catch {
            Console.printError("slipway: interrupted; the deployment could not be cancelled: \(error)")
        }
        return CommandEnd(status: .interrupted)
    }

    private func succeed(_ outcome: DeploymentRun.Outcome) throws {
        let host = outcome.state.output("apiServerFQDN") ?? outcome.state.output("apiServerInternalAddress")
        let outputs = outcome.state.outputs.compactMap { output -> JSONMember? in
            output.value["value"].map { JSONMember(output.name, $0) }
        }
        say(
            "finished", "The cluster \(target.name) is deployed.",
            ["state": "succeeded", "outputs": .object(outputs)])
        for output in outputs {
            let text = output.value.string ?? JSONWriter.text(of: output.value, .compact)
            if command.format == .text { Console.print("  \(output.name): \(text)".linesPrintable) }
        }
        let written = KubeconfigFile(folder: folder).write(to: command.kubeconfig, merging: command.merge)
        let answers = host.flatMap {
            APIServerProbe(folder: folder).answers(at: $0, port: source.plan.apiServer.port)
        }
        say(
            "apiServer",
            answers.map { $0 ? "The API server answers." : "The API server does not answer from here yet." },
            ["answers": answers.map { .bool($0) }])
        if command.format == .text {
            Console.print("Next:")
            if let path = written.path {
                Console.print("  kubectl --kubeconfig \(NextCommand.shellWord(path)) get nodes")
            }
            Console.print("  \(NextCommand.text("deploy status", folder, command.azure))")
        }
        // The cluster is there, but a pipeline's next step would look for a file that is not.
        guard written.isDone else { throw CommandEnd(status: .refused) }
    }
}
