internal import Addressing
internal import CLinux
internal import CNISpec
internal import IPAM
internal import JSONText
internal import LinuxSystem

/// A call of the container runtime: the specification's protocol around a command.
struct RuntimeCall {
    private var configuration = PluginConfiguration()
    private var version: CNIVersion?
    private var word = "-"
    private var subject = ""

    /// Answers the call and returns the exit code. Standard output gets one JSON document or nothing.
    static func run(_ variables: [String: String]) -> Int32 {
        let start = Clock.monotonic
        var call = RuntimeCall()
        call.word = variables["CNI_COMMAND"] ?? "-"
        do throws(CNIError) {
            let outcome = try call.answer(variables)
            call.log("\(outcome) in \((Clock.monotonic &- start) / 1000) us", isError: false)
            return 0
        } catch {
            let details = error.details.isEmpty ? "" : " (\(error.details))"
            call.log(
                "code \(error.code.rawValue): \(error.message)\(details) in \((Clock.monotonic &- start) / 1000) us",
                isError: true)
            Invocation.complain("slipway-vnet: \(error.message)\(details)")
            _ = Invocation.output(JSONWriter.bytes(of: error.value(version: call.version)))
            return 1
        }
    }

    private func log(_ text: String, isError: Bool) {
        Log(target: configuration.log, file: configuration.logFile)
            .write("\(word)\(subject) \(text)", isError: isError)
    }

    /// Does what is asked and says in a few words what came of it.
    private mutating func answer(_ variables: [String: String]) throws(CNIError) -> String {
        let environment: CNIEnvironment
        do throws(CNIError) { environment = try CNIEnvironment(variables) } catch {
            // The error should carry the request's version all the same.
            if let text = try? Invocation.input() { version = NetworkRequest.version(in: text) }
            throw error
        }
        let text = try Invocation.input()
        if environment.command == .version {
            try say(VersionAnswer.value(for: text))
            return "answered"
        }
        let object = try NetworkRequest.object(in: text)
        version = NetworkRequest.version(in: object)
        let request = try NetworkRequest(object, for: environment.command)
        configuration = try PluginConfiguration(request.object)
        subject = Self.subject(environment, request)
        let node = try Node(configuration)
        switch environment.command {
        case .add: return try add(node, environment, request)
        case .delete:
            let key = AttachmentKey(
                network: request.network, containerID: environment.containerID,
                interface: environment.interface)
            let outcome = try DeleteCommand(node: node, key: key).run()
            let address = outcome.address.map { "freed \($0)" } ?? "held nothing"
            return outcome.trouble.map { "\(address), but \($0.message)" } ?? address
        case .check:
            try CheckCommand(node: node, environment: environment, request: request).run()
            return "as it was made"
        case .collect: return "freed \(try CollectCommand(node: node, request: request).run()) addresses"
        case .status:
            try StatusCommand(node: node).run()
            return "ready"
        case .version: return "answered"
        }
    }

    private func add(
        _ node: Node, _ environment: CNIEnvironment, _ request: NetworkRequest
    ) throws(CNIError) -> String {
        var command = try AddCommand.prepared(node, environment, request)
        let made = try command.run()
        guard Invocation.output(JSONWriter.bytes(of: made.result)) else {
            command.revoke()
            throw CNIError(.inputOutput, "nobody takes the result: write standard output: errno \(EPIPE)")
        }
        return "got \(made.address)"
    }

    private func say(_ value: JSONValue) throws(CNIError) {
        guard Invocation.output(JSONWriter.bytes(of: value)) else {
            throw CNIError(.inputOutput, "nobody takes the answer")
        }
    }

    private static func subject(_ environment: CNIEnvironment, _ request: NetworkRequest) -> String {
        var text = " network=\(request.network)"
        if !environment.containerID.isEmpty {
            text += " container=\(environment.containerID) interface=\(environment.interface)"
        }
        let pod = environment.arguments
        if !pod.podName.isEmpty { text += " pod=\(pod.podNamespace)/\(pod.podName)" }
        return text
    }
}
