internal import EmbeddedFiles

/// The catalogues that are part of the program.
public struct Catalogues: Sendable {
    /// Sizes of virtual machines.
    public let vmSizes: VMSizes
    /// Regions.
    public let regions: Regions
    /// Versions of Kubernetes.
    public let kubernetesVersions: KubernetesVersions
    /// The defaults that depend on nothing: a model.
    public let defaults: [UInt8]

    /// The catalogues in the program.
    public static func embedded() -> Catalogues {
        func bytes(_ name: String) -> [UInt8] { EmbeddedFile.bytes(at: "apimodels/\(name)") ?? [] }
        return Catalogues(
            vmSizes: VMSizes(bytes("vm-sizes.tsv")), regions: Regions(bytes("regions.tsv")),
            kubernetesVersions: KubernetesVersions(bytes("kubernetes-downloads.tsv")),
            defaults: bytes("defaults.json"))
    }
}
