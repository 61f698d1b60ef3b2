import CNISpec
import Testing

@Suite struct Requests {
    private let add = [
        "CNI_COMMAND": "ADD", "CNI_CONTAINERID": "a", "CNI_NETNS": "/run/netns/a", "CNI_IFNAME": "eth0",
    ]

    private func code(_ change: [String: String?], of base: [String: String]? = nil) -> CNIError? {
        var variables = base ?? add
        for (name, value) in change { variables[name] = value }
        do throws(CNIError) {
            _ = try CNIEnvironment(variables)
            return nil
        } catch { return error }
    }

    @Test(arguments: ["CNI_COMMAND", "CNI_CONTAINERID", "CNI_NETNS", "CNI_IFNAME"])
    func missingVariablesAreNamed(_ name: String) {
        let without: [String: String?] = [name: nil]
        #expect(code(without)?.code == .invalidEnvironment)
        #expect(code([name: ""])?.message.contains(name) == true)
    }

    @Test(arguments: ["/", "-a", "a/b", "a b", "é", String(repeating: "a", count: 161)])
    func badContainerIDs(_ id: String) { #expect(code(["CNI_CONTAINERID": id])?.code == .invalidEnvironment) }

    @Test(arguments: [".", "..", "a/b", "a:b", "a b", "abcdefghijklmnop", "a\u{2003}", "a\u{7F}"])
    func badInterfaces(_ name: String) { #expect(code(["CNI_IFNAME": name])?.code == .invalidEnvironment) }

    @Test func whatIsRight() {
        #expect(code([:]) == nil)
        #expect(code(["CNI_IFNAME": "abcdefghijklmno", "CNI_CONTAINERID": "0_.-"]) == nil)
        let delete: [String: String?] = ["CNI_COMMAND": "DEL", "CNI_NETNS": nil]
        #expect(code(delete) == nil)
        for command in ["GC", "STATUS", "VERSION"] { #expect(code([:], of: ["CNI_COMMAND": command]) == nil) }
    }

    @Test func pairsInAnyOrderAndShape() {
        let arguments = CNIArguments("K8S_POD_NAME=p;X;=y;IP=10.0.0.1;A=b=c;K8S_POD_NAMESPACE=;IP=10.0.0.2")
        #expect(arguments.podName == "p" && arguments.podNamespace == "" && arguments.address == "10.0.0.1")
        #expect(arguments["A"] == "b=c" && arguments["X"] == nil)
    }

    private func refusal(_ text: String, _ command: CNICommand = .add) -> CNIError.Code? {
        do throws(CNIError) {
            _ = try NetworkRequest(Array(text.utf8), for: command)
            return nil
        } catch { return error.code }
    }

    @Test func requests() {
        #expect(refusal(#"{"cniVersion":"1.0.0","name":"n"}"#) == nil)
        #expect(refusal(#"{"name":"n"}"#) == nil)
        #expect(refusal("") == .decoding)
        #expect(refusal("[]") == .decoding)
        #expect(refusal(#"{"cniVersion":1,"name":"n"}"#) == .decoding)
        #expect(refusal(#"{"cniVersion":"1.2.0","name":"n"}"#) == .incompatibleVersion)
        #expect(refusal(#"{"cniVersion":"1.0.0"}"#) == .invalidConfiguration)
        #expect(refusal(#"{"cniVersion":"1.0.0","name":"a/b"}"#) == .invalidConfiguration)
        #expect(refusal(#"{"cniVersion":"1.0.0","name":"n","prevResult":1}"#) == .decoding)
        #expect(refusal(#"{"cniVersion":"0.3.1","name":"n"}"#, .check) == .incompatibleVersion)
        #expect(refusal(#"{"cniVersion":"1.0.0","name":"n"}"#, .collect) == .incompatibleVersion)
        #expect(refusal(#"{"cniVersion":"1.1.0","name":"n"}"#, .status) == nil)
    }

    @Test func attachmentsAreKnownByIDAndInterface() throws {
        let request = try NetworkRequest(
            Array(
                #"{"cniVersion":"1.1.0","name":"n","cni.dev/valid-attachments":[{"containerID":"a","ifname":"eth0"}]}"#
                    .utf8), for: .collect)
        let valid = try ValidAttachments(request.object)
        #expect(valid.contains(containerID: "a", interface: "eth0"))
        #expect(!valid.contains(containerID: "a", interface: "net1"))
        #expect(!valid.contains(containerID: "aeth0", interface: ""))
    }
}
