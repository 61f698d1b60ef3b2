/// A rule of the network security group, for one subnet.
public struct SecurityRuleProfile: ModelObject {
    /// Its name.
    public var name: String?
    /// Its place: the lower number is asked first.
    public var priority: Int?
    /// Whether it is about what enters the subnet or what leaves it.
    public var direction = SecurityDirection.inbound
    /// What it does.
    public var access = SecurityAccess.allow
    /// The transport.
    public var transport = SecurityProtocol.any
    /// Where packets come from: prefixes, tags or `*`; of a rule for what leaves, the subnet when empty.
    public var sources: [String] = []
    /// Where they go: prefixes, tags or `*`; of a rule for what enters, the subnet when empty.
    public var destinations: [String] = []
    /// Ports that they go to, such as `443` or `30000-32767`; all when empty.
    public var ports: [String] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<SecurityRuleProfile>] = [
        .optional("name", \.name, .honoured, required: true, .resourceName),
        .optional("priority", \.priority, .honoured, required: true, .within(100...4096)),
        .defaulted("direction", \.direction),
        .defaulted("access", \.access),
        .defaulted("protocol", \.transport),
        .list("sources", \.sources),
        .list("destinations", \.destinations),
        .list("ports", \.ports),
    ]
}

/// Which way a rule looks.
public enum SecurityDirection: String, ModelEnum {
    case inbound = "Inbound"
    case outbound = "Outbound"
}

/// What a rule does.
public enum SecurityAccess: String, ModelEnum {
    case allow = "Allow"
    case deny = "Deny"
}

/// The transports that rules tell apart.
public enum SecurityProtocol: String, ModelEnum {
    case any = "*"
    case tcp = "Tcp"
    case udp = "Udp"
    case icmp = "Icmp"
}
