/// An existing subnet's ARM id:
/// `/subscriptions/S/resourceGroups/R/providers/Microsoft.Network/virtualNetworks/V/subnets/N`.
public struct SubnetID: Sendable, Hashable {
    /// The subscription.
    public let subscription: String
    /// The resource group of the VNet.
    public let resourceGroup: String
    /// The VNet's name.
    public let virtualNetwork: String
    /// The subnet's name.
    public let subnet: String

    /// The id that `text` says, or nil if it has another form or an empty part.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 11, parts[0].isEmpty, parts.dropFirst().allSatisfy({ !$0.isEmpty }),
            parts[1].lowercased() == "subscriptions", parts[3].lowercased() == "resourcegroups",
            parts[5].lowercased() == "providers", parts[6].lowercased() == "microsoft.network",
            parts[7].lowercased() == "virtualnetworks", parts[9].lowercased() == "subnets"
        else { return nil }
        (subscription, resourceGroup, virtualNetwork, subnet) = (parts[2], parts[4], parts[8], parts[10])
    }

    /// The VNet's id.
    public var virtualNetworkID: String {
        "/subscriptions/\(subscription)/resourceGroups/\(resourceGroup)/providers/Microsoft.Network/virtualNetworks/"
            + virtualNetwork
    }

    /// The id in ARM's usual spelling.
    public var text: String { "\(virtualNetworkID)/subnets/\(subnet)" }

    /// Whether both stand in the same VNet; ARM compares ids without regard to case.
    public func isInSameVNet(as other: SubnetID) -> Bool {
        virtualNetworkID.lowercased() == other.virtualNetworkID.lowercased()
    }
}
