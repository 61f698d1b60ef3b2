internal import Addressing
internal import CNISpec
internal import IPAM
internal import JSONText
internal import LinuxSystem

/// What a settings file says wrongly.
struct SettingsError: Error, CustomStringConvertible {
    let description: String
}

/// The node's settings, `/etc/slipway/vnet.json`. Without the file, and for keys that it lacks, the values below hold.
struct NodeSettings: Sendable, Equatable {
    /// An address that only who names it gets.
    struct ReservedAddress: Sendable, Equatable {
        let name: String
        let address: IPv4Address
    }

    /// The interface whose addresses pods get; nil for the default route's.
    var uplink: String?
    /// How long a freed address rests.
    var restSeconds: UInt32 = 60
    /// Where the last good list is kept.
    var poolFile = "/var/lib/cni/slipway-vnet/pool.json"
    /// Whom to ask, in order.
    var sources: [PoolSource] = [.wireserver, .instanceMetadata]
    /// Where the sources are.
    var endpoints: [PoolSource: HTTPEndpoint] = [
        .wireserver: HTTPEndpoint(address: IPv4Address(bits: 0xA83F_8110)),
        .instanceMetadata: HTTPEndpoint(address: IPv4Address(bits: 0xA9FE_A9FE)),
    ]
    /// Addresses given by name only; those of other machines do no harm.
    var reservedAddresses: [ReservedAddress] = []
    /// Source addresses of packets that leave the virtual network; nil where nothing is said.
    var snat: SNATSettings?

    /// Changes when the file does; 0 if there is none.
    static func stamp(of path: String) -> UInt64 {
        guard let file = FileIdentity(at: path) else { return 0 }
        let parts = [
            file.device, file.inode, UInt64(bitPattern: Int64(file.size)), UInt64(bitPattern: file.modified),
        ]
        return max(1, parts.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01B3 })
    }

    /// The settings in the file at `path`; those that hold without one if it is not there.
    static func read(_ path: String) throws(SettingsError) -> NodeSettings {
        let bytes: [UInt8]
        do throws(SystemCallError) { bytes = try Files.read(path, limit: 1 << 20) } catch {
            if error.isNoEntry { return NodeSettings() }
            throw SettingsError(description: "\(error)")
        }
        do throws(SettingsError) { return try NodeSettings(bytes) } catch {
            throw SettingsError(description: "\(path): \(error.description)")
        }
    }

    private init() {}

    /// What holds without a file.
    static let standard = NodeSettings()

    /// Reads the settings in `bytes`.
    init(_ bytes: [UInt8]) throws(SettingsError) {
        let reader: SettingsReader
        do throws(JSONSyntaxError) { reader = SettingsReader(try JSONValue(parsing: bytes), "") } catch {
            throw SettingsError(description: "no JSON: byte \(error.offset): \(error)")
        }
        try reader.allow([
            "uplink", "restSeconds", "poolFile", "sources", "wireserver", "imds", "reservedAddresses", "snat",
        ])
        uplink = try reader.interface("uplink")
        if let seconds = try reader.integer("restSeconds", 0...86_400) { restSeconds = UInt32(seconds) }
        if let path = try reader.text("poolFile") {
            guard path.hasPrefix("/") else { throw reader.wrong("poolFile", "an absolute path is expected") }
            poolFile = path
        }
        if let names = try reader.texts("sources") {
            sources = []
            for name in names {
                guard
                    let source = [.wireserver, .instanceMetadata].first(where: { (s: PoolSource) in
                        s.name == name
                    })
                else { throw reader.wrong("sources", "\"wireserver\" and \"imds\" are the sources") }
                sources.append(source)
            }
        }
        for source in [PoolSource.wireserver, .instanceMetadata] {
            guard let text = try reader.text(source.name) else { continue }
            guard let endpoint = HTTPEndpoint(text) else {
                throw reader.wrong(
                    source.name, "a URL like http://169.254.169.254 or http://127.0.0.1:8080 is expected")
            }
            endpoints[source] = endpoint
        }
        for element in try reader.objects("reservedAddresses") {
            try element.allow(["name", "address"])
            let name = try element.required("name", try element.text("name"))
            guard Names.isIdentifier(name), name.utf8.count <= 80, IPv4Address(name) == nil else {
                throw element.wrong(
                    "name", "up to 80 letters, digits, \"_\", \".\" and \"-\" are expected, and no address")
            }
            let address = try element.required("address", try element.address("address"))
            guard !reservedAddresses.contains(where: { $0.name == name || $0.address == address }) else {
                throw element.wrong("name", "the name or its address stands twice")
            }
            reservedAddresses.append(ReservedAddress(name: name, address: address))
        }
        if let object = try reader.object("snat") { snat = try SNATSettings(object) }
    }
}
