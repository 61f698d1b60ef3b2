internal import EmbeddedFiles

/// The catalogues that are part of the program.
public struct Catalogues: Sendable {
    /// Sizes of virtual machines.
    public let vmSizes: VMSizes
    /// Regions.
    public let regions: Regions
    /// Versions of Kubernetes.
    public let kubernetesVersions: KubernetesVersions
    /// Images of what runs in every cluster.
    public let kubernetesImages: KubernetesImages

    /// The catalogues in the program.
    public static func embedded() -> Catalogues {
        Catalogues(
            vmSizes: VMSizes(bytes("vm-sizes.tsv")), regions: Regions(bytes("regions.tsv")),
            kubernetesVersions: KubernetesVersions(bytes("kubernetes-downloads.tsv")),
            kubernetesImages: KubernetesImages(bytes("kubernetes-images.tsv")))
    }

    /// The defaults that depend on nothing: a model.
    public static var defaults: [UInt8] { bytes("defaults.json") }

    private static func bytes(_ name: String) -> [UInt8] { EmbeddedFile.bytes(at: "apimodels/\(name)") ?? [] }
}
