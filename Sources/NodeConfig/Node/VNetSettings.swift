import Addressing
import JSONText

/// The settings of slipway-vnet on the machine, `/etc/slipway/vnet.json`; docs/plugin.md has every key.
enum VNetSettings {
    /// The settings.
    ///
    /// - Parameter unmasqueraded: destinations that see pods' own addresses, the same as in the nftables file.
    static func value(
        interface: String, podInterfacePrefix: String, unmasqueraded: [IPv4Prefix]
    ) -> JSONValue {
        [
            "uplink": .string(interface),
            "snat": [
                "mode": "masquerade",
                "interface": .string(interface),
                "podInterfacePrefix": .string(podInterfacePrefix),
                "unmasqueraded": .array(unmasqueraded.map { .string("\($0)") }),
            ],
        ]
    }
}
