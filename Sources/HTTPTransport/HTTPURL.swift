/// An absolute http or https URL, kept exactly as it was given: Azure's polling URLs carry signatures that any re-writing would
/// break.
public struct HTTPURL: Sendable, Hashable, CustomStringConvertible {
    /// The text as given.
    public let text: String
    /// `http` or `https`.
    public let scheme: String
    /// The host in lower case, without brackets.
    public let host: String
    /// The port, the scheme's own where none is written.
    public let port: Int
    /// Path and query, beginning with `/`.
    public let target: String

    /// The URL that `text` says, or nil: another scheme, user information, a fragment, white space, control characters or an
    /// empty host are refused.
    public init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), !text.contains("#"), !text.contains("\\"),
            let colon = text.firstRange(of: "://")
        else { return nil }
        let scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else { return nil }
        let rest = text[colon.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.contains("@") else { return nil }
        var host = authority
        var port = scheme == "https" ? 443 : 80
        let afterBracket = authority.lastIndex(of: "]") ?? authority.startIndex
        if let colon = authority[afterBracket...].lastIndex(of: ":") {
            guard let number = Int(authority[authority.index(after: colon)...]), (1...65535).contains(number)
            else { return nil }
            port = number
            host = authority[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty, !host.contains("["), !host.contains("]") else { return nil }
        self.text = text
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
        let target = String(rest[end...])
        self.target = target.hasPrefix("/") ? target : "/\(target)"
    }

    /// The text.
    public var description: String { text }

    /// Whether the connection is encrypted.
    public var isEncrypted: Bool { scheme == "https" }

    /// Whether the host is this machine.
    public var isLoopback: Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.") && host.isIPv4
    }

    /// The path without the query.
    public var path: String { target.prefix { $0 != "?" }.description }

    /// The URL without its query, for logs: queries can carry signatures.
    public var textWithoutQuery: String { String(text.prefix { $0 != "?" }) }
}

extension String {
    /// The text as one part of a path or of a query: everything but letters, digits and `-._~` as `%XX`.
    public var percentEncoded: String {
        var text = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                text.unicodeScalars.append(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return text
    }

    fileprivate var isIPv4: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
