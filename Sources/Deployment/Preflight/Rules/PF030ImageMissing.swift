import AddressPlan
import Findings
import JSONText
import NetworkPlan

/// The system images must exist in the region.
enum PF030ImageMissing: PreflightRule {
    static let id = RuleID("PF030", "ImageMissing")

    static func findings(in context: PreflightContext) -> [Finding] {
        DemandedImage.all(of: context.plan).compactMap { image in
            var isThere = !context.facts.isMissing(image.key)
            if case .marketplace(_, _, _, let version) = image.image, let list = context.facts.list(image.key)
            {
                let versions = list.compactMap { $0["name"]?.string }
                isThere = version == "latest" ? !versions.isEmpty : versions.contains(version)
            }
            guard !isThere else { return nil }
            return Finding(
                id, .error, at: Paths.masterProfile["distro"],
                "there is no image \(image.name)" + (context.location.map { " in \($0)" } ?? ""),
                remedy: "correct imageReference, or choose another distro")
        }
    }
}
