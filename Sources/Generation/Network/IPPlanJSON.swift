import AddressPlan
import Addressing
import JSONText
import NetworkPlan
import NetworkTopology

/// `network/ip-plan.json`: each subnet, node and address, for tools.
enum IPPlanJSON {
    static func value(of plan: ClusterPlan) -> JSONValue {
        let network = plan.network
        return [
            "cluster": .string(plan.name),
            "vnet": vnet(network.vnet),
            "serviceCidr": .string("\(network.serviceCidr)"),
            "dnsServiceIP": .string("\(network.dnsServiceIP)"),
            "apiServer": .object(present: [
                "name": .string(plan.apiServer.endpointName),
                "internalAddress": .string("\(plan.apiServer.internalAddress)"),
                "publicName": plan.apiServer.publicAccess.map { .string($0.domainNameLabel) },
            ]),
            "subnets": .array(network.subnets.map(subnet)),
            "masters": .array(plan.masters.machines.map { master($0, plan) }),
            "pools": .array(plan.pools.map { pool($0, plan) }),
            "peerings": .array(network.peers.map(neighbour)),
            "onPremises": .array(network.sites.map(neighbour)),
            "notMasqueraded": prefixes(network.unmasqueraded),
            "reserved": .array(reserved(network.topology)),
        ]
    }

    private static func reserved(_ topology: NetworkTopology) -> [JSONValue] {
        topology.privateEndpoints.map { endpoint in
            .object(present: [
                "kind": "privateEndpoint", "name": .string(endpoint.name),
                "address": endpoint.address.map { .string("\($0)") },
            ])
        }
            + topology.publicAddresses.map { address in
                .object(present: [
                    "kind": "publicAddress", "name": .string(address.name),
                    "address": address.address.map { .string("\($0)") },
                    "pool": address.group.map { .string(topology.machines[$0].name) },
                    "node": .integer(address.node),
                ])
            }
    }

    private static func vnet(_ vnet: VNetPlan) -> JSONValue {
        switch vnet {
        case .own(let name, let space): ["name": .string(name), "addressSpace": prefixes(space)]
        case .existing(let subnet, let space):
            ["id": .string(subnet.virtualNetworkID), "addressSpace": prefixes(space)]
        }
    }

    private static func subnet(_ subnet: SubnetPlan) -> JSONValue {
        .object(present: [
            "name": .string(subnet.name),
            "id": subnet.id.map { .string($0.text) },
            "prefix": subnet.prefix.map { .string("\($0)") },
            "usable": subnet.usable.map { .integer($0) },
            "needed": .integer(subnet.needed),
            "peak": .integer(subnet.peak),
        ])
    }

    private static func master(_ master: MastersPlan.Master, _ plan: ClusterPlan) -> JSONValue {
        [
            "name": .string(master.name),
            "subnet": .string(plan.network.subnets[plan.masters.nic.subnet].name),
            "address": .string("\(master.address)"),
            "podAddresses": .integer(plan.masters.nic.ipConfigurations - 1),
        ]
    }

    private static func pool(_ pool: PoolPlan, _ plan: ClusterPlan) -> JSONValue {
        .object(present: [
            "name": .string(pool.name),
            "subnet": .string(plan.network.subnets[pool.nic.subnet].name),
            "count": .integer(pool.count),
            "maxSurge": .integer(pool.maxSurge),
            "maxPods": .integer(pool.nic.maxPods),
            "addressesPerNode": .integer(pool.nic.ipConfigurations),
            "podAddressesPerNode": .integer(pool.nic.ipConfigurations - 1),
            "addresses": .integer(pool.count * pool.nic.ipConfigurations),
            "nodes": nodeNames(pool),
        ])
    }

    /// Names of single machines; Azure names the instances of a scale set.
    private static func nodeNames(_ pool: PoolPlan) -> JSONValue? {
        guard case .availabilitySet = pool.arrangement else { return nil }
        return .array((0..<pool.count).map { .string("\(pool.resourceName)-\($0)") })
    }

    private static func neighbour(_ neighbour: NeighbourPlan) -> JSONValue {
        ["name": .string(neighbour.name), "addressSpace": prefixes(neighbour.addressSpace)]
    }

    private static func prefixes(_ prefixes: [IPv4Prefix]) -> JSONValue {
        .array(prefixes.map { .string("\($0)") })
    }
}
