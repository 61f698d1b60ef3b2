import CNISpec
import IPAM
import InstanceMetadata
import JSONText
import Netlink

@testable import VNetPlugin

/// What the fuzzer throws at everything that reads bytes of others; the first byte says at which of them. A trap is a failure.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let which = input.first else { return 0 }
    let bytes = Array(input.dropFirst())
    switch which % 10 {
    case 0:
        for command in CNICommand.allCases {
            guard let request = try? NetworkRequest(bytes, for: command) else { continue }
            _ = try? ValidAttachments(request.object)
        }
    case 1: _ = try? VersionAnswer.value(for: bytes)
    case 2: _ = try? InstanceMetadataAnswer.interfaces(in: bytes)
    case 3: _ = try? WireserverAnswer.interfaces(in: bytes)
    case 4:
        _ = HTTPResponse.expectedSize(bytes)
        _ = try? HTTPResponse(bytes)
    case 5:
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try? CNIEnvironment([
            "CNI_COMMAND": "ADD", "CNI_CONTAINERID": text, "CNI_NETNS": "/x", "CNI_IFNAME": text,
            "CNI_ARGS": text,
        ])
        _ = InterfaceAlias(text)
        _ = PoolDocument(bytes)
    case 6: _ = AddressTable(bytes, identity: 1).records.count
    case 7: configuration(bytes)
    case 8: settings(bytes)
    default: replies(bytes)
    }
    return 0
}

/// The plugin's object of the configuration list, and the address that a call asks for.
private func configuration(_ bytes: [UInt8]) {
    guard let request = try? NetworkRequest(bytes, for: .add) else { return }
    if let configuration = try? PluginConfiguration(request.object) {
        precondition(configuration.stateDirectory.hasPrefix("/") && configuration.settingsPath.hasPrefix("/"))
        precondition((1...60).contains(configuration.lockSeconds))
    }
    let variables = ["CNI_COMMAND": "ADD", "CNI_CONTAINERID": "a", "CNI_NETNS": "/x", "CNI_IFNAME": "eth0"]
    guard let environment = try? CNIEnvironment(variables) else { preconditionFailure("good variables") }
    _ = try? RequestedAddress.wish(request, environment) { () throws(CNIError) -> NodeSettings in
        NodeSettings.standard
    }
}

/// The node's settings. Whatever they say, the table's text has the same form.
private func settings(_ bytes: [UInt8]) {
    guard let settings = try? NodeSettings(bytes) else { return }
    precondition(settings.poolFile.hasPrefix("/") && settings.restSeconds <= 86_400)
    guard let snat = settings.snat, snat.mode == .masquerade else { return }
    let text = SNATTable.text(snat).utf8
    let isNamed = snat.unmasqueraded.isEmpty ? 0 : 1
    let hasSources = snat.unmasqueradedSources.isEmpty ? 0 : 1
    func count(_ sign: Unicode.Scalar) -> Int { text.filter { $0 == UInt8(ascii: sign) }.count }
    precondition(count("\"") == 4, "quotation marks")
    precondition(count("{") == 2 + 2 * isNamed + hasSources && count("{") == count("}"), "braces")
    precondition(count("\n") == 9 + 7 * isNamed + hasSources, "lines")
}

/// Answers of the kernel.
private func replies(_ bytes: [UInt8]) {
    for reply in Reply.messages(in: bytes) {
        _ = Link(reply)
        _ = LinkAddress(reply)
        _ = Route(reply)
        _ = Neighbour(reply)
        _ = Rule(reply)
    }
}
