public import Document
public import Findings
public import JSONText

/// The URL of a proxy: scheme, host and port, and no more.
public struct ProxyURL: ModelValue, Equatable {
    /// The URL, in letters that mean nothing to a shell, to systemd or to apt.
    public let text: String

    /// A proxy asks for a user and a password.
    ///
    /// They would stand in the environment of services and in files that every program of the machine can read, long before the
    /// secrets of the deployment arrive there. Proxies in Azure know machines by their subnet.
    ///
    /// ## Wrong
    /// ```yaml
    /// properties:
    ///   provisioning:
    ///     httpsProxy: http://cluster:not-a-real-one@proxy.example:3128
    /// ```
    ///
    /// ## Right
    /// ```yaml
    /// properties:
    ///   provisioning:
    ///     httpsProxy: http://proxy.example:3128
    /// ```
    ///
    /// Severity: error.
    /// Source: docs/operate/offline.md.
    public static let credentials = RuleID("PV001", "ProxyCredentials")

    /// A URL; of one with a user and a password nothing is ever shown.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> ProxyURL? {
        guard let text = node.string else {
            reading.wrongType(node, expected: "a string", at: path)
            return nil
        }
        if text.contains("@") {
            reading.conceal(node)
            reading.report(
                Finding(
                    credentials, .error, at: path, "\(path) holds a user and a password",
                    remedy:
                        "let the proxy admit the cluster's subnets by their addresses, and write http://HOST:PORT"
                ))
            return nil
        }
        guard isValid(text) else {
            reading.notAllowed(
                "\(path) is \"\(text)\"; it must be http://HOST:PORT or https://HOST:PORT", at: path)
            return nil
        }
        return ProxyURL(text: text)
    }

    /// The text.
    public var json: JSONValue { .string(text) }

    /// A text.
    public static var shape: ValueShape { .text }

    private static func isValid(_ text: String) -> Bool {
        guard let scheme = ["http://", "https://"].first(where: { text.hasPrefix($0) }) else { return false }
        let parts = text.dropFirst(scheme.count).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let port = Int(parts[1]), (1...65_535).contains(port),
            parts[1].utf8.allSatisfy(\.isASCIIDigit), (1...253).contains(parts[0].utf8.count)
        else { return false }
        return parts[0].utf8.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
    }
}

extension Constraint<ProxyURL> {
    /// What a schema says of a proxy; the reader has judged it already.
    static var proxyForm: Constraint {
        Constraint(
            .form(
                "http://HOST:PORT or https://HOST:PORT",
                pattern: "^https?://[A-Za-z0-9.-]{1,253}:0*[1-9][0-9]{0,4}$")
        ) { _ in nil }
    }
}
