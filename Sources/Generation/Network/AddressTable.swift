public import AddressPlan

/// `slipway plan`: the demand of a model as tables, also of one that is refused.
public enum AddressTable {
    /// The tables' text.
    public static func text(of addresses: AddressPlan) -> String {
        "\(subnets(addresses))\n\(profiles(addresses))\n\(block(addresses))"
            + "\(addresses.agentNodes) nodes, \(addresses.pods) pods.\n"
    }

    private static func subnets(_ addresses: AddressPlan) -> String {
        var table = MarkdownTable("subnet", "prefix", "usable", "needed", "peak", "free at peak")
        for subnet in addresses.subnets {
            table.add(
                subnet.name, subnet.prefix.map { "\($0)" } ?? "?", subnet.usable.map(String.init) ?? "?",
                "\(subnet.needed)", "\(subnet.peak)", subnet.usable.map { "\($0 - subnet.peak)" } ?? "?")
        }
        return table.text
    }

    private static func profiles(_ addresses: AddressPlan) -> String {
        var table = MarkdownTable(
            "profile", "subnet", "machines", "surge", "pods each", "addresses each", "addresses")
        for profile in addresses.profiles {
            table.add(
                profile.name, profile.subnet.map { addresses.subnets[$0].name } ?? "?", "\(profile.count)",
                "\(profile.maxSurge)", "\(min(profile.maxPods, profile.podAddresses))",
                "\(profile.ipAddressCount)", "\(profile.needed)")
        }
        return table.text
    }

    private static func block(_ addresses: AddressPlan) -> String {
        guard let block = addresses.staticBlock else { return "" }
        let masters = block.masters.map { "\($0)" }.joined(separator: ", ")
        return "masters \(masters); API server \(block.loadBalancer.map { "\($0)" } ?? "?")\n"
    }
}
