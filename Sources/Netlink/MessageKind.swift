internal import CLinux

/// The kinds of routing messages that the plugin sends (linux/rtnetlink.h).
public struct MessageKind: Sendable, Equatable, CustomStringConvertible {
    /// The kernel's number.
    public let number: UInt16
    /// The kernel's name.
    public let description: String

    private init(_ number: Int, _ name: String) {
        self.number = UInt16(number)
        description = name
    }

    /// Makes or changes an interface.
    public static let newLink = MessageKind(RTM_NEWLINK, "RTM_NEWLINK")
    /// Removes an interface.
    public static let deleteLink = MessageKind(RTM_DELLINK, "RTM_DELLINK")
    /// Asks for interfaces.
    public static let getLink = MessageKind(RTM_GETLINK, "RTM_GETLINK")
    /// Adds an address.
    public static let newAddress = MessageKind(RTM_NEWADDR, "RTM_NEWADDR")
    /// Removes an address.
    public static let deleteAddress = MessageKind(RTM_DELADDR, "RTM_DELADDR")
    /// Asks for addresses.
    public static let getAddress = MessageKind(RTM_GETADDR, "RTM_GETADDR")
    /// Adds a route.
    public static let newRoute = MessageKind(RTM_NEWROUTE, "RTM_NEWROUTE")
    /// Removes a route.
    public static let deleteRoute = MessageKind(RTM_DELROUTE, "RTM_DELROUTE")
    /// Asks for routes.
    public static let getRoute = MessageKind(RTM_GETROUTE, "RTM_GETROUTE")
    /// Adds a neighbour entry.
    public static let newNeighbour = MessageKind(RTM_NEWNEIGH, "RTM_NEWNEIGH")
    /// Asks for neighbour entries.
    public static let getNeighbour = MessageKind(RTM_GETNEIGH, "RTM_GETNEIGH")
    /// Adds a policy rule.
    public static let newRule = MessageKind(RTM_NEWRULE, "RTM_NEWRULE")
    /// Removes a policy rule.
    public static let deleteRule = MessageKind(RTM_DELRULE, "RTM_DELRULE")
    /// Asks for policy rules.
    public static let getRule = MessageKind(RTM_GETRULE, "RTM_GETRULE")
}
