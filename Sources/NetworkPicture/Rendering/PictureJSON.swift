public import JSONText

/// The picture as JSON: `docs/plan.md`.
public enum PictureJSON {
    /// The object of `picture`.
    public static func value(of picture: NetworkPicture) -> JSONValue {
        .object(present: [
            "cluster": .string(picture.cluster),
            "vnet": .object(present: [
                "isExisting": .bool(picture.isExistingVNet), "name": picture.vnetName.map { .string($0) },
                "ranges": strings(picture.vnetRanges),
            ]),
            "services": picture.serviceRange.map { .string($0) },
            "apiServer": picture.apiServer.map { .string($0) },
            "subnets": .array(picture.subnets.map(subnet)),
            "withoutSubnet": picture.homeless.isEmpty ? nil : .array(picture.homeless.map(group)),
            "neighbours": .array(picture.neighbours.map(neighbour)),
        ])
    }

    private static func subnet(_ subnet: NetworkPicture.Subnet) -> JSONValue {
        let parts = AddressBar.Part.allCases.filter { part in
            subnet.bar.isSizeKnown || part != .free && part != .missing && part != .azure
        }
        return .object(present: [
            "name": .string(subnet.name),
            "prefix": subnet.prefix.map { .string($0) },
            "addresses": .object(parts.map { JSONMember($0.rawValue, .integer(subnet.bar[$0])) }),
            "machines": .array(subnet.groups.map(group)),
            "residents": .array(
                subnet.residents.map { resident in
                    .object(present: [
                        "kind": .string(resident.kind), "name": resident.name.map { .string($0) },
                        "address": resident.address.map { .string($0) },
                    ])
                }),
        ])
    }

    private static func group(_ group: NetworkPicture.Group) -> JSONValue {
        [
            "name": .string(group.name), "count": .integer(group.machines),
            "surge": .integer(group.surgeMachines), "podsEach": .integer(group.podsEach),
            "addressesEach": .integer(group.addressesEach), "addresses": .integer(group.addresses),
            "surgeAddresses": .integer(group.surge),
        ]
    }

    private static func neighbour(_ neighbour: NetworkPicture.Neighbour) -> JSONValue {
        .object(present: [
            "kind": .string(neighbour.kind.rawValue), "name": .string(neighbour.name),
            "link": .string(neighbour.link), "ranges": strings(neighbour.ranges),
            "behind": neighbour.behind.isEmpty
                ? nil
                : .array(
                    neighbour.behind.map {
                        ["name": .string($0.name), "ranges": strings($0.ranges)]
                    }),
        ])
    }

    private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
