import Catalogue
import ClusterModel
import Findings
import JSONText

/// A release that cannot be installed any more, or a version that is not in the table.
///
/// A release is a wish: the standard one is taken, with a warning. A version is a demand, refused with the list.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorVersion: 1.35.99
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorRelease: "1.35"
/// ```
///
/// Source: apimodels/kubernetes-downloads.tsv.
enum KubernetesVersionRule: Rule {
    static let id = RuleID("KU001", "KubernetesVersion")
    private static let path = ModelPath.properties["orchestratorProfile"]

    static func findings(in context: RuleContext) -> [Finding] {
        let profile = context.properties.orchestratorProfile
        let versions = context.catalogues.kubernetesVersions
        var findings: [Finding] = []
        if let version = profile.orchestratorVersion, versions[version] == nil {
            let list = versions.all.map(\.version).joined(separator: ", ")
            findings.append(
                Finding(
                    id, .error, at: path["orchestratorVersion"],
                    "Kubernetes \(version) cannot be installed; these can: \(list)",
                    remedy: versions.standard.map { "write \($0.version)" }))
        }
        guard let release = profile.orchestratorRelease else { return findings }
        if let version = profile.orchestratorVersion {
            if !version.hasPrefix("\(release).") {
                findings.append(
                    Finding(
                        id, .error, at: path["orchestratorRelease"],
                        "release \(release) and version \(version) do not agree",
                        remedy: "remove orchestratorRelease",
                        fix: .unsafe(.remove(path["orchestratorRelease"]))))
            }
        } else if versions.newest(of: release) == nil, let standard = versions.standard {
            findings.append(
                Finding(
                    id, .warning, at: path["orchestratorRelease"],
                    "Kubernetes \(release) cannot be installed any more; \(standard.version) is used",
                    remedy: "write \(standard.release)",
                    fix: .safe(.replace(path["orchestratorRelease"], .string(standard.release)))))
        }
        return findings
    }
}
