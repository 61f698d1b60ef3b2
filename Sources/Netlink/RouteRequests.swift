public import Addressing
internal import CLinux

/// The numbers by which slipway's routes and rules are told from others.
public enum RouteOrigin {
    /// The routing protocol number of everything that the plugin adds; none of iproute2's names has it.
    public static let protocolNumber: UInt8 = 83
    /// The routing table of pods on an interface that is not the default route's: this number plus its index.
    public static let firstTable: UInt32 = 8300
    /// The priority of the rules that lead to those tables.
    public static let rulePriority: UInt32 = 830
}

extension Request {
    private static let mainTable: UInt32 = 254

    /// A route to `prefix` by an interface, over `gateway` where one is given.
    ///
    /// The kernel takes a second one for the same prefix never: that makes its routing table the last word on who has an
    /// address.
    public static func addRoute(
        to prefix: IPv4Prefix, gateway: IPv4Address? = nil, index: Int32, table: UInt32 = 254,
        metric: UInt32 = 0, replacing: Bool = false
    ) -> Request {
        var payload = routeHeader(prefix, table: table, scope: gateway == nil ? 253 : 0)
        destination(prefix, in: &payload)
        if let gateway { payload.attribute(Int(RTA_GATEWAY.rawValue), gateway.octets) }
        payload.attribute(Int(RTA_OIF.rawValue), UInt32(bitPattern: index))
        if metric != 0 { payload.attribute(Int(RTA_PRIORITY.rawValue), metric) }
        if table > 255 { payload.attribute(Int(RTA_TABLE.rawValue), table) }
        return Request(
            .newRoute, "\(prefix) by interface \(index)", flags: create | (replacing ? replace : exclusive),
            payload)
    }

    /// Removes the plugin's route to `prefix`.
    public static func deleteRoute(to prefix: IPv4Prefix) -> Request {
        var payload = routeHeader(prefix, table: mainTable, scope: 255)
        destination(prefix, in: &payload)
        return Request(.deleteRoute, "\(prefix)", payload)
    }

    /// Asks for all IPv4 routes.
    public static func dumpRoutes() -> Request {
        var payload = Payload()
        payload.append(UInt32(ipv4))
        payload.append(UInt64(0))
        return Request(dump: .getRoute, payload)
    }

    /// Sends packets from an address to a table of its own.
    public static func addRule(from address: IPv4Address, table: UInt32) -> Request {
        Request(
            .newRule, "from \(address) lookup \(table)", flags: create | exclusive,
            rulePayload(address, table: table))
    }

    /// Takes back such a rule.
    public static func deleteRule(from address: IPv4Address, table: UInt32) -> Request {
        Request(.deleteRule, "from \(address) lookup \(table)", rulePayload(address, table: table))
    }

    /// Asks for all IPv4 rules.
    public static func dumpRules() -> Request {
        var payload = Payload()
        payload.append(UInt32(ipv4))
        payload.append(UInt64(0))
        return Request(dump: .getRule, payload)
    }

    private static func routeHeader(_ prefix: IPv4Prefix, table: UInt32, scope: UInt8) -> Payload {
        var payload = Payload()
        payload.append(ipv4)
        payload.append(UInt8(prefix.length))
        payload.append(UInt16(0))  // source length, type of service
        payload.append(table > 255 ? UInt8(0) : UInt8(table))
        payload.append(RouteOrigin.protocolNumber)
        payload.append(scope)
        payload.append(UInt8(1))  // unicast
        payload.append(UInt32(0))
        return payload
    }

    private static func destination(_ prefix: IPv4Prefix, in payload: inout Payload) {
        if prefix.length > 0 { payload.attribute(Int(RTA_DST.rawValue), prefix.first.octets) }
    }

    private static func rulePayload(_ address: IPv4Address, table: UInt32) -> Payload {
        var payload = Payload()
        payload.append(ipv4)
        payload.append(UInt8(0))  // destination length
        payload.append(UInt8(32))
        payload.append(UInt32(0))  // type of service, table, reserved
        payload.append(UInt8(FR_ACT_TO_TBL))
        payload.append(UInt32(0))
        payload.attribute(FRA_SRC, address.octets)
        payload.attribute(FRA_TABLE, table)
        payload.attribute(FRA_PRIORITY, RouteOrigin.rulePriority)
        payload.attribute(FRA_PROTOCOL, byte: RouteOrigin.protocolNumber)
        return payload
    }
}
