/// An Azure resource that gets an address in the VNet.
public struct PrivateEndpointProfile: ModelObject {
    /// Its name.
    public var name: String?
    /// The resource's id.
    public var resourceID: String?
    /// Which part of the resource, such as `blob` or `vault`.
    public var groupID: String?
    /// The name of the subnet in which it has its address; the masters' when absent.
    public var subnet: String?
    /// Its address, as written; the highest free one of the subnet when absent.
    public var privateIPAddress: String?
    /// The private DNS zone that names it; Azure's for the part when absent.
    public var dnsZone: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<PrivateEndpointProfile>] = [
        .optional("name", \.name, .honoured, required: true, .resourceName),
        .optional("resourceID", \.resourceID, required: true),
        .optional("groupID", \.groupID, .honoured, required: true, .resourceName),
        .optional("subnet", \.subnet),
        .optional("privateIPAddress", \.privateIPAddress),
        .optional("dnsZone", \.dnsZone, .honoured, required: false, .dnsZone),
    ]

    /// Azure's private DNS zone for a part of a resource in the public cloud.
    ///
    /// Source: Microsoft Learn, "Azure private endpoint DNS configuration".
    public static func standardZone(ofGroup group: String) -> String? {
        zones[group.lowercased()]
    }

    private static let zones: [String: String] = [
        "blob": "privatelink.blob.core.windows.net", "file": "privatelink.file.core.windows.net",
        "queue": "privatelink.queue.core.windows.net", "table": "privatelink.table.core.windows.net",
        "dfs": "privatelink.dfs.core.windows.net", "web": "privatelink.web.core.windows.net",
        "vault": "privatelink.vaultcore.azure.net", "sqlserver": "privatelink.database.windows.net",
        "registry": "privatelink.azurecr.io", "sql": "privatelink.documents.azure.com",
        "namespace": "privatelink.servicebus.windows.net", "sites": "privatelink.azurewebsites.net",
        "postgresqlserver": "privatelink.postgres.database.azure.com",
        "mysqlserver": "privatelink.mysql.database.azure.com",
        "rediscache": "privatelink.redis.cache.windows.net",
        "account": "privatelink.cognitiveservices.azure.com",
    ]
}
