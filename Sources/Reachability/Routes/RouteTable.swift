import Addressing

/// The routes of a subnet's interfaces, for looking up the one that an address takes.
struct RouteTable: Sendable {
    /// All routes, also those that others replace.
    let routes: [EffectiveRoute]
    /// Those in force, by prefix: indices of `routes`.
    private var active: [IPv4Prefix: Int] = [:]
    /// Those that others of the same prefix replace.
    private var replaced: [IPv4Prefix: Int] = [:]
    /// Lengths of prefixes, the longest first.
    private let lengths: [Int]

    init(_ routes: [EffectiveRoute]) {
        self.routes = routes
        active.reserveCapacity(routes.count)
        for (index, route) in routes.enumerated() {
            if !route.isActive {
                replaced[route.prefix] = replaced[route.prefix] ?? index
            } else if active[route.prefix] == nil {
                active[route.prefix] = index
            }
        }
        lengths = Set(active.keys.map(\.length)).sorted(by: >)
    }

    /// The route that packets to `address` take, and why it wins; nil where there is none.
    func choice(for address: IPv4Address) -> RouteChoice? {
        var longest: Int?
        var preferred: Int?
        var count = 0
        for length in lengths {
            guard let prefix = IPv4Prefix(containing: address, length: length), let found = active[prefix]
            else { continue }
            count += 1
            longest = longest ?? found
            if preferred == nil, routes[found].isPreferredToGateways { preferred = found }
        }
        guard let longest else { return nil }
        if routes[longest].origin == .gateway, let preferred {
            return RouteChoice(route: routes[preferred], cause: .stands)
        }
        if let other = replaced[routes[longest].prefix] {
            return RouteChoice(route: routes[longest], cause: .replaces(routes[other].origin))
        }
        return RouteChoice(route: routes[longest], cause: count == 1 ? .only : .longest(of: count))
    }
}

/// The route that a packet takes, and why that one.
public struct RouteChoice: Sendable {
    /// Why a route wins.
    enum Cause: Sendable {
        /// A gateway's would be longer.
        case stands
        /// It replaces one of the same prefix.
        case replaces(EffectiveRoute.Origin)
        /// No other matches.
        case only
        /// It is the longest of so many.
        case longest(of: Int)
    }

    /// The route.
    public let route: EffectiveRoute
    let cause: Cause

    /// The route in words, and why it wins.
    var text: String {
        "\(route.prefix) → \(route.hop.text)\(route.hop.detail) (\(route.origin.text)): \(reason)"
    }

    /// Why it wins.
    public var reason: String {
        switch cause {
        case .stands: "routes within the VNet, to peers and to endpoints stand before a gateway's"
        case .replaces(let other): "same prefix, and \(route.origin.text) stands before \(other.text)"
        case .only: "no other matches"
        case .longest(let count): "the longest of \(count) that match"
        }
    }
}
