import ClusterModel
import Findings

/// An exception of the proxy that no program understands, or exceptions without a proxy.
///
/// An entry is a name, a suffix that begins with a dot, an address or a range. Anything else is passed over without a word, and
/// what was to be near goes by the proxy.
///
/// ## Wrong
/// ```yaml
/// properties:
///   provisioning:
///     httpsProxy: http://proxy.example:3128
///     noProxy: ["registry.corp.example, git.corp.example"]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   provisioning:
///     httpsProxy: http://proxy.example:3128
///     noProxy: [registry.corp.example, git.corp.example]
/// ```
///
/// Source: Go, golang.org/x/net/http/httpproxy; curl, `NO_PROXY`.
enum NoProxyForm: Rule {
    static let id = RuleID("PV002", "NoProxyForm")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let profile = context.properties.provisioning else { return [] }
        let path = ModelPath.properties["provisioning"]["noProxy"]
        var findings = profile.noProxy.enumerated().filter { !isValid($1) }.map { index, entry in
            Finding(
                id, .error, at: path[index],
                "\"\(entry)\" is no name, suffix, address or range",
                remedy: entry.contains(",") ? "write a list with one entry for each" : nil)
        }
        if !profile.noProxy.isEmpty, profile.httpsProxy == nil, profile.httpProxy == nil {
            findings.append(
                Finding(
                    id, .warning, at: path, "noProxy has no effect: there is no proxy",
                    remedy: "add httpsProxy, or remove noProxy"))
        }
        return findings
    }

    /// Letters, digits and `.:/*-`: nothing else stands in names, addresses and ranges, and nothing of it means anything to a
    /// shell, to systemd or to apt.
    private static func isValid(_ entry: String) -> Bool {
        (1...253).contains(entry.utf8.count)
            && entry.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".:/*-".utf8.contains(byte)
            }
    }
}
