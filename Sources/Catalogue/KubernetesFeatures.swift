internal import EmbeddedFiles

/// The feature gates of Kubernetes: `apimodels/kubernetes-features.tsv`.
public struct KubernetesFeatures: Sendable {
    /// A gate in one release.
    public struct Gate: Sendable, Hashable {
        /// Whether it is open when nobody says anything.
        public let isOpen: Bool
        /// Whether it cannot be set to anything else.
        public let isLocked: Bool
    }

    private var gates: [String: [String: Gate]] = [:]

    /// The table in the program, read anew: only models that set gates need it.
    public static func embedded() -> KubernetesFeatures {
        KubernetesFeatures(EmbeddedFile.bytes(at: "apimodels/kubernetes-features.tsv") ?? [])
    }

    /// The gates in the table `bytes`.
    public init(_ bytes: [UInt8]) {
        let rows = TabSeparated.rows(bytes, columns: ["gate", "release", "default", "locked"]) { cells in
            (
                String(cells[0]), String(cells[1]),
                Gate(isOpen: cells[2] == "true", isLocked: cells[3] == "yes")
            )
        }
        for (name, release, gate) in rows { gates[release, default: [:]][name] = gate }
    }

    /// The gate `name` of release `1.N`, nil if that has none.
    public func gate(_ name: String, in release: String) -> Gate? { gates[release]?[name] }

    /// The names of all gates of release `1.N`.
    public func names(in release: String) -> [String] { (gates[release] ?? [:]).keys.sorted() }
}
