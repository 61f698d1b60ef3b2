/// The VNet.
public struct VNetProfile: ModelObject {
    /// Its address space: prefixes, as written.
    public var addressSpace: [String] = []
    /// DNS servers of its machines, as written; Azure's where there are none.
    public var dnsServers: [String] = []
    /// Its tags beside the cluster's.
    public var tags = StringMap()
    /// The id of an existing VNet; it must be that of the profiles' subnets.
    public var id: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<VNetProfile>] = [
        .optional("id", \.id),
        .list("addressSpace", \.addressSpace),
        .list("dnsServers", \.dnsServers),
        .map("tags", \.tags),
    ]
}
