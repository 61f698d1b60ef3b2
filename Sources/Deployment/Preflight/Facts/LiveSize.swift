import JSONText

/// A size of machines as the region offers it to this subscription.
struct LiveSize: Sendable {
    /// Azure's name.
    let name: String
    /// The family, which is the name of its core quota.
    let family: String
    /// Cores, nil where Azure does not say.
    let cores: Int?
    /// Zones in which it is offered.
    let zones: Set<String>
    /// Whether the subscription may not use it in the region at all.
    let isRestricted: Bool
    /// Zones in which the subscription may not use it.
    let restrictedZones: Set<String>

    /// The sizes in a list of SKUs, by name in lower case.
    static func byName(_ list: [JSONValue]) -> [String: LiveSize] {
        var sizes: [String: LiveSize] = [:]
        for value in list where value["resourceType"]?.string?.lowercased() == "virtualmachines" {
            if let size = LiveSize(value) { sizes[size.name.lowercased()] = size }
        }
        return sizes
    }

    private init?(_ value: JSONValue) {
        guard let name = value["name"]?.string else { return nil }
        self.name = name
        family = value["family"]?.string ?? ""
        cores = value["capabilities"]?.array?.first { $0["name"]?.string == "vCPUs" }?["value"]?.string
            .flatMap { Int($0) }
        zones = Set(
            (value["locationInfo"]?.array ?? []).flatMap { $0["zones"]?.array?.compactMap(\.string) ?? [] })
        var restricted = false
        var zones: Set<String> = []
        for restriction in value["restrictions"]?.array ?? [] {
            if restriction["type"]?.string == "Zone" {
                zones.formUnion(restriction["restrictionInfo"]?["zones"]?.array?.compactMap(\.string) ?? [])
            } else {
                restricted = true
            }
        }
        isRestricted = restricted
        restrictedZones = zones
    }
}
