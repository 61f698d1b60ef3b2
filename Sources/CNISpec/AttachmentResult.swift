public import Addressing
public import JSONText

/// What ADD made, apart from any version's form.
public struct AttachmentResult: Sendable {
    /// An interface.
    public struct Interface: Sendable {
        /// Its name.
        public var name: String
        /// Its hardware address.
        public var mac: String
        /// The largest packet.
        public var mtu: Int
        /// The namespace in which it is; nil for the machine's own.
        public var sandbox: String?

        /// An interface.
        public init(name: String, mac: String, mtu: Int, sandbox: String? = nil) {
            self.name = name
            self.mac = mac
            self.mtu = mtu
            self.sandbox = sandbox
        }
    }

    /// The interfaces: the machine's, then the container's.
    public var interfaces: [Interface]
    /// The container's address.
    public var address: IPv4Address
    /// Its gateway.
    public var gateway: IPv4Address
    /// Which of the interfaces has the address.
    public var addressInterface: Int
    /// The configuration's `dns`, or an empty object.
    public var dns: JSONValue

    /// A result.
    public init(
        interfaces: [Interface], address: IPv4Address, gateway: IPv4Address, addressInterface: Int,
        dns: JSONValue
    ) {
        self.interfaces = interfaces
        self.address = address
        self.gateway = gateway
        self.addressInterface = addressInterface
        self.dns = dns
    }

    /// The result in the form of `version`, behind that of the plugins before.
    public func value(_ version: CNIVersion, after previous: JSONValue?) -> JSONValue {
        if version < .v030 { return oldValue(version) }
        let before = previous?["interfaces"]?.array ?? []
        var members: [JSONMember] = [
            JSONMember("cniVersion", .string(version.rawValue)),
            JSONMember("interfaces", .array(before + interfaces.map { value(of: $0, version) })),
            JSONMember(
                "ips", .array((previous?["ips"]?.array ?? []) + [addressValue(version, offset: before.count)])
            ),
            JSONMember("routes", .array((previous?["routes"]?.array ?? []) + [routeValue])),
            JSONMember("dns", mergedNames(previous)),
        ]
        // What a plugin before said beyond that goes on to the runtime.
        for member in previous?.object ?? [] where !members.contains(where: { $0.name == member.name }) {
            members.append(member)
        }
        return .object(members)
    }

    private func value(of interface: Interface, _ version: CNIVersion) -> JSONValue {
        .object(
            present: [
                "name": .string(interface.name),
                "mac": .string(interface.mac),
                "mtu": version >= .v110 ? .integer(interface.mtu) : nil,
                "sandbox": interface.sandbox.map { .string($0) },
            ])
    }

    private func addressValue(_ version: CNIVersion, offset: Int) -> JSONValue {
        .object(
            present: [
                "version": version < .v100 ? "4" : nil,
                "address": .string("\(address)/32"),
                "gateway": .string("\(gateway)"),
                "interface": .integer(offset + addressInterface),
            ])
    }

    private var routeValue: JSONValue { ["dst": "0.0.0.0/0", "gw": .string("\(gateway)")] }

    private func mergedNames(_ previous: JSONValue?) -> JSONValue {
        if let own = dns.object, !own.isEmpty { return dns }
        return previous?["dns"] ?? .object([])
    }

    /// The form before interfaces were listed.
    private func oldValue(_ version: CNIVersion) -> JSONValue {
        [
            "cniVersion": .string(version.rawValue),
            "ip4": [
                "ip": .string("\(address)/32"), "gateway": .string("\(gateway)"),
                "routes": .array([routeValue]),
            ],
            "dns": dns,
        ]
    }
}
