/// A public address that a pod can ask for by name.
public struct PublicAddressProfile: ModelObject {
    /// Its name, which the pod's annotation says.
    public var name: String?
    /// The DNS label of the address.
    public var domainNameLabel: String?
    /// The pool of whose node it is.
    public var pool: String?
    /// Which node of the pool, from 0.
    public var node = 0
    /// The private address behind it, as written; the highest free one of the subnet when absent.
    public var privateIPAddress: String?
    /// Ports that are open, such as `443/tcp` or `5000-5010/udp`.
    public var ports: [String] = []
    /// Who may come: prefixes or `Internet`, which also holds when empty.
    public var sources: [String] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<PublicAddressProfile>] = [
        .optional("name", \.name, .honoured, required: true, .dnsLabel),
        .optional("domainNameLabel", \.domainNameLabel),
        .optional("pool", \.pool, required: true),
        .defaulted("node", \.node, .honoured, .within(0...999)),
        .optional("privateIPAddress", \.privateIPAddress),
        .list("ports", \.ports),
        .list("sources", \.sources),
    ]
}
