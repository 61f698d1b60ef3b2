import CNISpec
import IPAM
import InstanceMetadata

/// What the fuzzer throws at everything that reads bytes of others; the first byte says at which of them. A trap is a failure.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let which = input.first else { return 0 }
    let bytes = Array(input.dropFirst())
    switch which % 7 {
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
    default: _ = AddressTable(bytes, identity: 1).records.count
    }
    return 0
}
