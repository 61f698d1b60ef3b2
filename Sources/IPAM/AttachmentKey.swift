public import Addressing

/// What an attachment is known by: not the pod, whose next sandbox is another attachment.
public struct AttachmentKey: Hashable, Sendable {
    /// The network's name.
    public let network: String
    /// The container's id.
    public let containerID: String
    /// The interface's name in the container.
    public let interface: String
    /// 64 bits that depend on every byte of the key (FNV-1a with a final mixing).
    public let digest: UInt64

    /// A key.
    public init(network: String, containerID: String, interface: String) {
        self.network = network
        self.containerID = containerID
        self.interface = interface
        digest = Self.digest(of: [network, containerID, interface])
    }

    private static func digest(of parts: [String]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for part in parts {
            for byte in part.utf8 { add(byte) }
            add(0)
        }
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 33
    }

    /// The first letters of the machine's end of every pod's pair.
    public static let hostInterfacePrefix = "slw"

    /// The name of the machine's end: the prefix and 48 bits of the digest.
    public var hostInterface: String {
        let digits = String(digest >> 16, radix: 16)
        return Self.hostInterfacePrefix + String(repeating: "0", count: 12 - digits.utf8.count) + digits
    }
}

/// What the kernel keeps with the machine's end of a pair: it tells who has which address if the state does not.
public struct InterfaceAlias: Hashable, Sendable {
    /// The pod's address.
    public let address: IPv4Address
    /// The attachment.
    public let key: AttachmentKey

    private static let word = "slipway-vnet"

    /// The alias of an attachment.
    public init(address: IPv4Address, key: AttachmentKey) {
        self.address = address
        self.key = key
    }

    /// The alias that `text` is, or nil if it is none of the plugin's.
    public init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == Self.word, let address = IPv4Address(parts[1]),
            parts[2...].allSatisfy({ !$0.isEmpty })
        else { return nil }
        self.address = address
        key = AttachmentKey(
            network: String(parts[3]), containerID: String(parts[4]), interface: String(parts[2]))
    }

    /// At most 254 bytes for keys within the limits of the names.
    public var text: String {
        "\(Self.word) \(address) \(key.interface) \(key.network) \(key.containerID)"
    }
}

/// The pod of an attachment, for people to read.
public struct PodReference: Hashable, Sendable {
    /// Its namespace; empty if the runtime did not say.
    public let namespace: String
    /// Its name; empty if the runtime did not say.
    public let name: String

    /// A pod.
    public init(namespace: String = "", name: String = "") {
        self.namespace = namespace
        self.name = name
    }
}
