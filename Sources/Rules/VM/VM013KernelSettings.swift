import AddressPlan
import ClusterModel
import Findings

/// A kernel setting whose name or value cannot stand in a file of `sysctl.d`.
///
/// A line feed in a value would set something else; `sysctl --system` fails on a name that is none, and with it the
/// bring-up (code 103).
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       sysctldConfig:
///         somaxconn: "16384"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       sysctldConfig:
///         net.core.somaxconn: "16384"
/// ```
///
/// Source: sysctl.d(5).
enum KernelSettings: Rule {
    static let id = RuleID("VM013", "KernelSettings")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.flatMap { machine, path, _ in
            machine.sysctldConfig.entries.compactMap { entry in
                let isName =
                    entry.key.utf8.contains(UInt8(ascii: "."))
                    && entry.key.utf8.allSatisfy {
                        $0.isASCIILetter || $0.isASCIIDigit || "._-/*".utf8.contains($0)
                    }
                let isValue =
                    !entry.value.isEmpty && entry.value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
                guard !isName || !isValue else { return nil }
                return Finding(
                    id, .error, at: path["sysctldConfig"][entry.key], part: isName ? .value : .key,
                    isName
                        ? "the value of \(entry.key) is empty or has characters beyond printable ASCII"
                        : "\"\(entry.key)\" is no kernel setting",
                    remedy: "write one such as net.core.somaxconn: \"16384\"")
            }
        }
    }
}
