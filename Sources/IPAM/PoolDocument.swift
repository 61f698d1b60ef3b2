public import Addressing
internal import JSONText

/// The last good list of addresses, as it is kept on the disk: the only thing that outlives a reboot.
public struct PoolDocument: Sendable, Equatable {
    /// Which boot and namespace it was made in.
    public let identity: UInt64
    /// The interface's hardware address.
    public let mac: String
    /// The machine's own address.
    public let primary: IPv4Address
    /// The prefix of its subnet.
    public let subnet: IPv4Prefix
    /// Who said so.
    public let source: PoolSource
    /// When, in seconds since 1970.
    public let answeredAt: UInt64
    /// The addresses for pods.
    public let pool: [PoolAddress]

    /// A document.
    public init(
        identity: UInt64, mac: String, primary: IPv4Address, subnet: IPv4Prefix, source: PoolSource,
        answeredAt: UInt64, pool: [PoolAddress]
    ) {
        self.identity = identity
        self.mac = mac
        self.primary = primary
        self.subnet = subnet
        self.source = source
        self.answeredAt = answeredAt
        self.pool = pool
    }

    /// Whether both say the same of the same interface in the same boot, whoever said it when.
    public func isSameList(as other: PoolDocument) -> Bool {
        identity == other.identity && mac == other.mac && primary == other.primary && subnet == other.subnet
            && pool == other.pool
    }

    /// The document in `text`, or nil if it is not whole.
    public init?(_ text: [UInt8]) {
        guard let value = try? JSONValue(parsing: text), let content = value["content"],
            let checksum = value["checksum"]?.string, checksum == Self.checksum(content),
            let identity = content["identity"]?.string.flatMap({ UInt64($0, radix: 16) }),
            let mac = content["interface"]?.string,
            let primary = content["primary"]?.string.flatMap({ IPv4Address($0) }),
            let subnet = content["subnet"]?.string.flatMap({ IPv4Prefix($0) }),
            let source = content["source"]?.integer.flatMap({ UInt8(exactly: $0) }).flatMap(
                PoolSource.init(rawValue:)),
            let answeredAt = content["answeredAt"]?.integer.flatMap({ UInt64(exactly: $0) }),
            let list = content["addresses"]?.array
        else { return nil }
        var pool: [PoolAddress] = []
        for element in list {
            guard let prefix = element.string.flatMap({ IPv4PrefixText($0) }) else { return nil }
            pool.append(PoolAddress(prefix.address, prefixLength: UInt32(prefix.masked.length)))
        }
        self.init(
            identity: identity, mac: mac, primary: primary, subnet: subnet, source: source,
            answeredAt: answeredAt, pool: pool)
    }

    /// The text of the document.
    public var bytes: [UInt8] {
        let content: JSONValue = [
            "identity": .string(String(identity, radix: 16)),
            "interface": .string(mac),
            "primary": .string("\(primary)"),
            "subnet": .string("\(subnet)"),
            "source": .integer(Int(source.rawValue)),
            "answeredAt": .integer(Int(clamping: answeredAt)),
            "addresses": .array(pool.map { .string("\($0.address)/\($0.prefixLength)") }),
        ]
        return JSONWriter.bytes(of: ["content": content, "checksum": .string(Self.checksum(content))])
    }

    private static func checksum(_ content: JSONValue) -> String {
        let text = JSONWriter.bytes(of: content, .compact)
        return String(Checksum.of(text, 0..<text.count), radix: 16)
    }
}
