import AddressPlan
import ClusterModel
import Document
import Findings
import JSONText

/// A flag lets in people without a name, or shows more of a component than anybody needs.
///
/// With `--anonymous-auth` whoever reaches the API server may ask it what any role gives to everybody; profiling shows
/// memory and slows the component down for whoever asks.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --anonymous-auth: "true"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --anonymous-auth: "false"
/// ```
///
/// Source: CIS Kubernetes Benchmark, sections 1.2 to 1.4.
enum OpenAccess: Rule {
    static let id = RuleID("KU020", "OpenAccess")
    private static let flags = [
        ("apiServerConfig", "--anonymous-auth"), ("apiServerConfig", "--profiling"),
        ("controllerManagerConfig", "--profiling"), ("schedulerConfig", "--profiling"),
    ]

    static func findings(in context: RuleContext) -> [Finding] {
        flags.compactMap { map, flag in
            let path = Paths.kubernetesConfig[map][flag]
            guard context.document.node(at: path)?.string == "true" else { return nil }
            return Finding(
                id, .warning, at: path,
                "\(flag) is true: the component shows itself to more people than it needs to",
                remedy: "write \"false\"", fix: .unsafe(.replace(path, "false")))
        }
    }
}
