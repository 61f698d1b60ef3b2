internal import EmbeddedFiles

/// The command-line flags of Kubernetes' programs: `apimodels/kubernetes-flags.tsv`.
public struct KubernetesFlags: Sendable {
    private struct Life {
        var since: Int
        var until: Int
    }

    private var lives: [String: [String: Life]] = [:]

    /// The table in the program, read anew: only models that set flags need it.
    public static func embedded() -> KubernetesFlags {
        KubernetesFlags(EmbeddedFile.bytes(at: "apimodels/kubernetes-flags.tsv") ?? [])
    }

    /// The flags in the table `bytes`.
    public init(_ bytes: [UInt8]) {
        let rows = TabSeparated.rows(bytes, columns: ["component", "flag", "since", "until"]) { cells in
            (
                cells[0], cells[1],
                Life(since: Self.minor(cells[2]) ?? 0, until: Self.minor(cells[3]) ?? .max)
            )
        }
        for (component, flag, life) in rows { lives[component, default: [:]][flag] = life }
    }

    /// Whether `component` of release `1.N` has `flag`.
    public func has(_ flag: String, _ component: KubernetesComponent, in release: String) -> Bool {
        guard let life = lives[component.rawValue]?[flag], let minor = Self.minor(release) else {
            return false
        }
        return (life.since...life.until).contains(minor)
    }

    /// All flags that `component` has in some release.
    public func names(of component: KubernetesComponent) -> [String] {
        (lives[component.rawValue] ?? [:]).keys.sorted()
    }

    private static func minor(_ release: String) -> Int? {
        release.split(separator: ".").dropFirst().first.flatMap { Int($0) }
    }
}
