internal import SwiftASN1
internal import X509

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// A name or an address that a certificate is good for.
public enum AlternativeName: Sendable, Hashable, CustomStringConvertible {
    /// A host name, in lower case.
    case host(String)
    /// An address: 4 or 16 bytes.
    case address([UInt8])

    /// An address where `text` is one, else a host name.
    public init(_ text: String) {
        self =
            Self.addressBytes(text, AF_INET, 4).map { .address($0) }
            ?? Self.addressBytes(text, AF_INET6, 16).map { .address($0) } ?? .host(text.lowercased())
    }

    /// The name, or the address in its usual form.
    public var description: String {
        switch self {
        case .host(let name): name
        case .address(let bytes): Self.text(of: bytes)
        }
    }

    /// Whether a certificate with this name is good for `wanted`: an asterisk stands for one whole label.
    func covers(_ wanted: AlternativeName) -> Bool {
        if self == wanted { return true }
        guard case .host(let pattern) = self, case .host(let name) = wanted, pattern.hasPrefix("*."),
            let dot = name.firstIndex(of: ".")
        else { return false }
        return name[dot...] == pattern.dropFirst()
    }

    /// The name in X.509's form, or nil where it is of a kind that no certificate of a cluster has.
    init?(_ name: GeneralName) {
        switch name {
        case .dnsName(let host): self = .host(host.lowercased())
        case .ipAddress(let octets): self = .address(Array(octets.bytes))
        default: return nil
        }
    }

    var generalName: GeneralName {
        switch self {
        case .host(let name): .dnsName(name)
        case .address(let bytes): .ipAddress(ASN1OctetString(contentBytes: bytes[...]))
        }
    }

    private static func addressBytes(_ text: String, _ family: Int32, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return unsafe inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }

    private static func text(of bytes: [UInt8]) -> String {
        guard bytes.count == 16 else { return bytes.map { "\($0)" }.joined(separator: ".") }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard unsafe inet_ntop(AF_INET6, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
