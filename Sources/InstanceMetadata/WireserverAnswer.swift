internal import Addressing

/// The wireserver's list of interfaces: elements `Interface`, `IPSubnet` and `IPAddress` below `Interfaces`.
public enum WireserverAnswer {
    /// Where the list is.
    public static let path = "/machine/plugins?comp=nmagent&type=getinterfaceinfov1"

    /// The interfaces in `body`.
    public static func interfaces(in body: [UInt8]) throws(AnswerDefect) -> [InterfaceAddresses] {
        var reader = TagReader(body)
        var open: [String] = []
        var interfaces: [InterfaceAddresses] = []
        var mac = ""
        var prefix: IPv4Prefix?
        var entries: [InterfaceAddresses.Entry] = []
        while let tag = try reader.next() {
            if tag.isEnd {
                guard open.popLast() == tag.name else {
                    throw AnswerDefect("</\(tag.name)> closes what was not opened")
                }
            } else {
                switch (open.last, tag.name) {
                case (nil, "Interfaces"): break
                case ("Interfaces", "Interface"):
                    mac = try tag.value("MacAddress").uppercased()
                    entries = []
                case ("Interface", "IPSubnet"):
                    prefix = IPv4PrefixText(try tag.value("Prefix"))?.masked
                    if prefix == nil { throw AnswerDefect("the prefix of an IPSubnet is none") }
                case ("IPSubnet", "IPAddress"):
                    entries.append(try entry(tag, prefix))
                // What later versions may add is passed over, but nothing can stand in the place of the list.
                case (nil, _): throw AnswerDefect("the body begins with <\(tag.name)>, not <Interfaces>")
                default: break
                }
                if !tag.isEmpty { open.append(tag.name) }
            }
            if tag.name == "Interface", tag.isEnd || tag.isEmpty {
                interfaces.append(InterfaceAddresses(mac: mac, entries: entries))
            }
        }
        guard open.isEmpty, !interfaces.isEmpty else {
            throw AnswerDefect("the body ends before its list does")
        }
        guard interfaces.contains(where: { !$0.entries.isEmpty }) else {
            throw AnswerDefect("no interface has a subnet")
        }
        return interfaces
    }

    private static func entry(
        _ tag: TagReader.Tag, _ prefix: IPv4Prefix?
    ) throws(AnswerDefect) -> InterfaceAddresses.Entry {
        guard let address = IPv4Address(try tag.value("Address")) else {
            throw AnswerDefect("the address of an IPAddress is none")
        }
        let isPrimary: Bool? =
            switch tag.attributes["IsPrimary"]?.lowercased() {
            case "true": true
            case "false": false
            default: nil
            }
        return .init(address, isPrimary: isPrimary, prefixLength: UInt32(prefix?.length ?? 32))
    }
}
