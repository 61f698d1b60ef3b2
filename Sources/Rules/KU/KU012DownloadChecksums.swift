import Catalogue
import ClusterModel
import Findings

/// A download without a checksum, or one that the version does not have.
///
/// Nodes run nothing whose SHA-256 they have not compared. Where slipway's table could not learn the sum, the model says it.
///
/// ## Wrong
/// ```yaml
/// properties:
///   downloads:
///     - name: kubelt
///       sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   downloads:
///     - name: kubelet
///       sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
/// ```
///
/// Source: apimodels/kubernetes-downloads.tsv.
enum DownloadChecksums: Rule {
    static let id = RuleID("KU012", "DownloadChecksums")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let version = context.kubernetesVersion else { return [] }
        let path = ModelPath.properties["downloads"]
        var findings: [Finding] = []
        var said: Set<String> = []
        for (index, download) in context.properties.downloads.enumerated() {
            guard let name = download.name else { continue }
            if !said.insert(name).inserted {
                findings.append(
                    Finding(id, .error, at: path[index]["name"], "download \"\(name)\" stands twice"))
            } else if !version.downloads.contains(where: { $0.name == name }) {
                let names = version.downloads.map(\.name)
                findings.append(
                    Finding(
                        id, .error, at: path[index]["name"],
                        "nodes download no \"\(name)\", but \(names.joined(separator: ", "))",
                        remedy: Spelling.nearest(to: name, among: names).map { "write \($0)" }))
            }
        }
        let wantsLogIn = context.kubernetesConfig.components.registryIdentity != nil
        let unpinned = version.downloads.filter {
            $0.sha256 == nil && !said.contains($0.name)
                && (wantsLogIn || $0.name != AddonCatalogue.registryLogIn)
        }.map(\.name)
        if !unpinned.isEmpty {
            findings.append(
                Finding(
                    id, .error, at: path,
                    "slipway does not know the checksums of \(unpinned.joined(separator: ", ")) of Kubernetes "
                        + version.version,
                    remedy: "give them: downloads: [{name: \(unpinned[0]), sha256: …}, …]"
                        + (unpinned == [AddonCatalogue.registryLogIn]
                            ? "" : ", or use release \(KubernetesVersions.standardRelease)")))
        }
        return findings
    }
}
