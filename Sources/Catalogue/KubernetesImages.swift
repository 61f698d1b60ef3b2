/// Images of what runs in every cluster beside Kubernetes' own: `apimodels/kubernetes-images.tsv`, whose last column names
/// each row's source.
public struct KubernetesImages: Sendable {
    private let images: [String: String]

    /// The images in the table `bytes`.
    public init(_ bytes: [UInt8]) {
        let rows = TabSeparated.rows(bytes, columns: ["release", "name", "image"]) { cells in
            ("\(cells[0]) \(cells[1])", String(cells[2]))
        }
        images = Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// The image of `name` for the release `1.N`.
    public func image(of name: String, release: String) -> String? { images["\(release) \(name)"] }
}
