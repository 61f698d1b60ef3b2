import Addressing

/// The routes of a subnet's interfaces, for looking up the one that an address takes.
struct RouteTable: Sendable {
    /// All routes, also those that others replace.
    let routes: [EffectiveRoute]
    /// Those in force, by prefix.
    private var active: [IPv4Prefix: EffectiveRoute] = [:]
    /// Those that others of the same prefix replace.
    private var replaced: [IPv4Prefix: EffectiveRoute] = [:]
    /// Lengths of prefixes, the longest first.
    private let lengths: [Int]

    init(_ routes: [EffectiveRoute]) {
        self.routes = routes
        for route in routes {
            if !route.isActive {
                replaced[route.prefix] = replaced[route.prefix] ?? route
            } else if active[route.prefix] == nil {
                active[route.prefix] = route
            }
        }
        lengths = Set(active.keys.map(\.length)).sorted(by: >)
    }

    /// The route that packets to `address` take, and why it wins.
    func route(to address: IPv4Address) -> (route: EffectiveRoute, reason: String)? {
        let matching = lengths.compactMap { length in
            IPv4Prefix(containing: address, length: length).flatMap { active[$0] }
        }
        guard let longest = matching.first else { return nil }
        if longest.origin == .gateway, let preferred = matching.first(where: \.isPreferredToGateways) {
            return (preferred, "routes within the VNet, to peers and to endpoints stand before a gateway's")
        }
        if let other = replaced[longest.prefix] {
            return (longest, "same prefix, and \(longest.origin.text) stands before \(other.origin.text)")
        }
        return (
            longest, matching.count == 1 ? "no other matches" : "the longest of \(matching.count) that match"
        )
    }
}
