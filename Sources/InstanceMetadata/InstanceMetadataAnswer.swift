internal import Addressing
internal import JSONText

/// The instance metadata service's list of interfaces.
///
/// Source: Microsoft Learn, "Azure Instance Metadata Service", network category, version 2021-02-01; all leaves are texts.
public enum InstanceMetadataAnswer {
    /// Where the list is.
    public static let path = "/metadata/instance/network/interface?api-version=2021-02-01"

    /// The interfaces in `body`.
    public static func interfaces(in body: [UInt8]) throws(AnswerDefect) -> [InterfaceAddresses] {
        let value: JSONValue
        do throws(JSONSyntaxError) { value = try JSONValue(parsing: body) } catch {
            throw AnswerDefect("the body is no JSON: byte \(error.offset): \(error)")
        }
        guard let list = value.array, !list.isEmpty else {
            throw AnswerDefect("the body is no list of interfaces")
        }
        var interfaces: [InterfaceAddresses] = []
        for element in list { interfaces.append(try interface(element)) }
        return interfaces
    }

    private static func interface(_ value: JSONValue) throws(AnswerDefect) -> InterfaceAddresses {
        guard let mac = value["macAddress"]?.string else {
            throw AnswerDefect("an interface has no \"macAddress\"")
        }
        guard let addresses = value["ipv4"]?["ipAddress"]?.array else {
            throw AnswerDefect("interface \(mac) has no list \"ipv4.ipAddress\"")
        }
        guard let text = value["ipv4"]?["subnet"]?[0]?["prefix"]?.string, let length = UInt32(text),
            length <= 32
        else { throw AnswerDefect("interface \(mac) has no subnet") }
        var entries: [InterfaceAddresses.Entry] = []
        for element in addresses {
            guard let text = element["privateIpAddress"]?.string, let address = IPv4Address(text) else {
                throw AnswerDefect("interface \(mac) has an address that is none")
            }
            entries.append(.init(address, isPrimary: nil, prefixLength: length))
        }
        return InterfaceAddresses(mac: mac.uppercased(), entries: entries)
    }
}
