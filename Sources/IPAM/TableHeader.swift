public import Addressing

/// What the table knows beside its addresses: the first 128 bytes of the state file.
public struct TableHeader: Sendable, Equatable {
    /// How many slots follow.
    public var slotCount = 0
    /// Which boot of the machine, and which network namespace, the table belongs to.
    public var identity: UInt64
    /// The interface whose addresses these are: its number,
    public var uplinkIndex: Int32 = 0
    /// its hardware address, six bytes,
    public var uplinkMAC: [UInt8] = [0, 0, 0, 0, 0, 0]
    /// its name when it was last looked for,
    public var uplinkName = ""
    /// its own address,
    public var primary = IPv4Address(bits: 0)
    /// and, where it is not the default route's, the next hop of its pods.
    public var gateway: IPv4Address?
    /// How long a freed address rests.
    public var restSeconds: UInt32 = 60
    /// Changes when the node's settings file does; 0 if there is none.
    public var settingsStamp: UInt64 = 0
    /// When Azure last answered: seconds since 1970, 0 if never.
    public var lastAnswer: UInt64 = 0
    /// When Azure was last asked: nanoseconds since boot, 0 if never.
    public var lastAttempt: UInt64 = 0
    /// Who answered.
    public var source: PoolSource = .none

    /// The size of the header's part of the file.
    public static let size = 4096
    /// How much of it has a meaning.
    public static let contentSize = 128
    private static let magic = Array("SLWVNET1".utf8)

    /// A header without addresses.
    public init(identity: UInt64) { self.identity = identity }

    /// The header in `bytes`, or nil if it is not whole.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.contentSize, Array(bytes[..<8]) == Self.magic,
            bytes.integer(UInt64.self, at: 120) == Checksum.of(bytes, 0..<120),
            let source = PoolSource(rawValue: bytes[80]), bytes[88] <= 15
        else { return nil }
        slotCount = Int(bytes.integer(UInt32.self, at: 8))
        uplinkIndex = Int32(bitPattern: bytes.integer(UInt32.self, at: 12))
        uplinkMAC = Array(bytes[16..<22])
        identity = bytes.integer(UInt64.self, at: 24)
        restSeconds = bytes.integer(UInt32.self, at: 32)
        settingsStamp = bytes.integer(UInt64.self, at: 40)
        lastAnswer = bytes.integer(UInt64.self, at: 48)
        lastAttempt = bytes.integer(UInt64.self, at: 64)
        primary = IPv4Address(bits: bytes.integer(UInt32.self, at: 72))
        let gateway = bytes.integer(UInt32.self, at: 76)
        self.gateway = gateway == 0 ? nil : IPv4Address(bits: gateway)
        self.source = source
        uplinkName = String(decoding: bytes[89..<(89 + Int(bytes[88]))], as: UTF8.self)
    }

    /// The header as it stands in the file.
    var bytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.contentSize)
        bytes.replaceSubrange(0..<8, with: Self.magic)
        bytes.put(UInt32(slotCount), at: 8)
        bytes.put(UInt32(bitPattern: uplinkIndex), at: 12)
        bytes.replaceSubrange(16..<22, with: uplinkMAC.prefix(6))
        bytes.put(identity, at: 24)
        bytes.put(restSeconds, at: 32)
        bytes.put(settingsStamp, at: 40)
        bytes.put(lastAnswer, at: 48)
        bytes.put(lastAttempt, at: 64)
        bytes.put(primary.bits, at: 72)
        bytes.put(gateway?.bits ?? 0, at: 76)
        bytes[80] = source.rawValue
        let name = Array(uplinkName.utf8.prefix(15))
        bytes[88] = UInt8(name.count)
        bytes.replaceSubrange(89..<(89 + name.count), with: name)
        bytes.put(Checksum.of(bytes, 0..<120), at: 120)
        return bytes
    }
}

/// Who said which addresses belong to the interface.
public enum PoolSource: UInt8, Sendable {
    /// Nobody yet.
    case none = 0
    /// Azure's wireserver.
    case wireserver = 1
    /// Azure's instance metadata service.
    case instanceMetadata = 2

    /// The name in settings and output.
    public var name: String {
        switch self {
        case .none: "none"
        case .wireserver: "wireserver"
        case .instanceMetadata: "imds"
        }
    }
}
