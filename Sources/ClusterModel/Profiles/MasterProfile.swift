/// The machines that run the control plane.
public struct MasterProfile: ModelObject {
    /// How many: 1, 3 or 5.
    public var count: Int?
    /// The first label of the API server's public name, and the cluster's name.
    public var dnsPrefix: String?
    /// The machines.
    public var machine = MachineProfile()
    /// The VNet's address space, as written.
    public var vnetCidr: String?
    /// The first master's address, as written.
    public var firstConsecutiveStaticIP: String?
    /// slipway's own: the frontend of the API server's internal load balancer, as written.
    public var internalLoadBalancerIP: String?
    /// Files put on the masters.
    public var customFiles: [CustomFile] = []
    /// More names in the API server's certificate.
    public var subjectAltNames: [String] = []

    /// One that says nothing.
    public init() {}

    private static let noEtcd = "etcd runs on the masters"

    /// The keys.
    public static let keys: [ModelKey<MasterProfile>] =
        [
            .optional("count", \.count, .honoured, required: true, .oneOf([1, 3, 5])),
            .optional("dnsPrefix", \.dnsPrefix, .honoured, required: false, .dnsPrefix),
        ] + ModelKey.flat(\.machine) + [
            .optional("vnetCidr", \.vnetCidr),
            .optional("firstConsecutiveStaticIP", \.firstConsecutiveStaticIP),
            .optional("internalLoadBalancerIP", \.internalLoadBalancerIP),
            .known(
                "agentVnetSubnetID", String.self,
                .ignored(.said, because: "it is for masters in scale sets; pools have their own vnetSubnetID")
            ),
            .list("customFiles", \.customFiles),
            .list("subjectAltNames", \.subjectAltNames),
            .known(
                "HTTPSourceAddressPrefix", String.self,
                .ignored(.said, because: "masters serve no plain HTTP")),
            .known("cosmosEtcd", Bool.self, .refused(.said, ModelRule.notSupported, because: noEtcd)),
            .known(
                "oauthEnabled", Bool.self,
                .refused(.said, ModelRule.notSupported, because: "it belonged to OpenShift")),
            .known("agentSubnet", String.self, .ignored(.said, because: "tools write it, not people")),
        ]
}

/// A local file that is put on the masters.
public struct CustomFile: ModelObject {
    /// The file's path here, from the model's folder.
    public var source: String?
    /// Its absolute path there.
    public var dest: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<CustomFile>] = [
        .optional("source", \.source, required: true),
        .optional("dest", \.dest, .honoured, required: true, .absolutePath),
    ]
}

extension Constraint<String> {
    /// The form of a DNS prefix in the old language.
    static var dnsPrefix: Constraint {
        .form(
            "3 to 45 letters, digits and hyphens that begin with a letter and end with a letter or digit",
            pattern: "^[A-Za-z][A-Za-z0-9-]{1,43}[A-Za-z0-9]$"
        ) { text in
            let bytes = Array(text.utf8)
            guard (3...45).contains(bytes.count), let first = bytes.first, let last = bytes.last else {
                return false
            }
            return first.isASCIILetter && (last.isASCIILetter || last.isASCIIDigit)
                && bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
        }
    }
}

extension UInt8 {
    /// Whether this is A–Z or a–z.
    public var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    /// Whether this is 0–9.
    public var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    /// Whether this is a–z.
    public var isASCIILowercase: Bool { (0x61...0x7A).contains(self) }
}
