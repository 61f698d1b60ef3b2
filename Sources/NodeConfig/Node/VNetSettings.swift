import Addressing
import JSONText
import NetworkPlan
import NetworkTopology

/// The settings of slipway-vnet on the machine, `/etc/slipway/vnet.json`; docs/plugin.md has every key.
enum VNetSettings {
    /// The settings. Reserved addresses of other machines are among them: the file is the same everywhere, and a machine
    /// uses those that its interface has.
    static func value(of network: NetworkLayout, interface: String) -> JSONValue {
        let reserved: [JSONValue] = network.topology.publicAddresses.compactMap { place in
            place.address.map { ["name": .string(place.name), "address": .string("\($0)")] }
        }
        return [
            "uplink": .string(interface),
            "reservedAddresses": .array(reserved),
            "snat": [
                "mode": "masquerade",
                "interface": .string(interface),
                "podInterfacePrefix": .string(KubeadmDocuments.podInterfacePrefix),
                "unmasqueraded": texts(network.unmasqueraded),
                "unmasqueradedSources": texts(network.unmasqueradedSources),
            ],
        ]
    }

    private static func texts(_ prefixes: [IPv4Prefix]) -> JSONValue {
        .array(prefixes.map { .string("\($0)") })
    }
}
