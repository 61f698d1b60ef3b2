import ClusterModel
import Findings

/// A bundle beside a mirror, or images of the bundle that share a name.
///
/// Programs come from the bundle alone, so a mirror serves only images that the bundle does not have. In the bundle an archive of
/// images is a file, so each needs a name of its own.
///
/// ## Wrong
/// ```yaml
/// properties:
///   provisioning:
///     images:
///       - name: kubernetes.tar
///         sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
///       - name: kubernetes.tar
///         sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   provisioning:
///     images:
///       - name: kubernetes.tar
///         sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
/// ```
///
/// Source: docs/operate/offline.md.
enum BundleContents: Rule {
    static let id = RuleID("PV003", "BundleContents")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let profile = context.properties.provisioning else { return [] }
        let path = ModelPath.properties["provisioning"]
        var findings: [Finding] = []
        var seen: Set<String> = []
        for (index, image) in profile.images.enumerated() {
            guard let name = image.name, !seen.insert(name).inserted else { continue }
            findings.append(
                Finding(
                    id, .error, at: path["images"][index]["name"],
                    "\"\(name)\" stands twice among the images",
                    remedy: "remove one of the two"))
        }
        if profile.bundle != nil, profile.mirror != nil {
            findings.append(
                Finding(
                    id, .info, at: path["mirror"],
                    "with a bundle, the mirror serves only images that the bundle does not have"))
        }
        return findings
    }
}
