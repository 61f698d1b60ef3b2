import Addressing
import JSONText

/// An existing subnet as it is now.
struct LiveSubnet: Sendable {
    /// Its id.
    let id: String
    /// Its IPv4 prefixes.
    let prefixes: [IPv4Prefix]
    /// Ids of ipConfigurations in it: each holds an address.
    let holders: [String]
    /// The service that it is delegated to.
    let delegation: String?
    /// The id of its network security group.
    let securityGroup: String?
    /// The id of its route table.
    let routeTable: String?
    /// The id of its NAT gateway.
    let natGateway: String?
    /// Names of service endpoint policies.
    let endpointPolicies: [String]

    /// The subnet that `value` describes.
    init?(_ value: JSONValue) {
        guard let id = value["id"]?.string, let properties = value["properties"] else { return nil }
        self.id = id
        let texts =
            properties["addressPrefixes"]?.array?.compactMap(\.string)
            ?? [properties["addressPrefix"]?.string].compactMap(\.self)
        prefixes = (texts.isEmpty ? [properties["addressPrefix"]?.string].compactMap(\.self) : texts)
            .compactMap {
                IPv4Prefix($0)
            }
        holders = (properties["ipConfigurations"]?.array ?? []).compactMap { $0["id"]?.string }
        delegation = properties["delegations"]?.array?.first?["properties"]?["serviceName"]?.string
        securityGroup = properties["networkSecurityGroup"]?["id"]?.string
        routeTable = properties["routeTable"]?["id"]?.string
        natGateway = properties["natGateway"]?["id"]?.string
        endpointPolicies = (properties["serviceEndpointPolicies"]?.array ?? []).compactMap {
            $0["id"]?.string.map { String($0.split(separator: "/").last ?? "") }
        }
    }

    /// Addresses that Azure can give out.
    var usable: Int { prefixes.reduce(0) { $0 + AzureSubnet($1).usable } }
}
