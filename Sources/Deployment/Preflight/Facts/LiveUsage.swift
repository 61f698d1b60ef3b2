import JSONText

/// A quota.
struct LiveUsage: Sendable {
    /// Its name, such as `cores`.
    let name: String
    /// How much is taken.
    let current: Int
    /// How much there may be.
    let limit: Int

    /// What is left.
    var left: Int { limit - current }

    /// The quotas in a list, by name in lower case.
    static func byName(_ list: [JSONValue]) -> [String: LiveUsage] {
        var usages: [String: LiveUsage] = [:]
        for value in list {
            guard let name = value["name"]?["value"]?.string, let current = number(value["currentValue"]),
                let limit = number(value["limit"])
            else { continue }
            usages[name.lowercased()] = LiveUsage(name: name, current: current, limit: limit)
        }
        return usages
    }

    /// A count, which some services write with a decimal point.
    static func number(_ value: JSONValue?) -> Int? {
        if case .double(let number) = value { Int(exactly: number.rounded()) } else { value?.integer }
    }
}
