import AddressPlan
import ClusterModel
import Findings

/// A jumpbox without a private cluster, where it has no effect, or one without name or size.
///
/// Azure refuses a machine without size or with such a name with `InvalidParameter`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       privateCluster:
///         enabled: false
///         jumpboxProfile:
///           name: jump
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       privateCluster:
///         enabled: true
///         jumpboxProfile:
///           name: jump
///           vmSize: Standard_D2s_v5
///           publicKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/A0dIj67CqnLJ2Mv3cOUMT8
/// ```
///
/// Source: acs-engine, validation of `jumpboxProfile`.
enum JumpboxProfileRule: Rule {
    static let id = RuleID("NW006", "JumpboxProfile")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let cluster = context.kubernetesConfig.network.privateCluster, let box = cluster.jumpboxProfile
        else {
            return []
        }
        let path = Paths.kubernetesConfig["privateCluster"]["jumpboxProfile"]
        guard cluster.enabled else {
            return [
                Finding(
                    id, .warning, at: path,
                    "jumpboxProfile has no effect: privateCluster.enabled is not true",
                    remedy: "set enabled to true, or remove jumpboxProfile")
            ]
        }
        var findings: [Finding] = []
        if let name = box.name {
            if !isMachineName(name) {
                findings.append(
                    Finding(
                        id, .error, at: path["name"],
                        "\"\(name)\" is no machine name: 1 to 60 letters, digits and hyphens, a letter or digit at both "
                            + "ends"))
            }
        } else {
            findings.append(
                Finding(id, .error, at: path["name"], "the jumpbox has no name", remedy: "add name"))
        }
        if let size = box.vmSize {
            findings += UnknownSize.finding(size, at: path["vmSize"], in: context).map { [$0] } ?? []
        } else {
            findings.append(
                Finding(id, .error, at: path["vmSize"], "the jumpbox has no size", remedy: "add vmSize"))
        }
        return findings
    }

    private static func isMachineName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (1...60).contains(bytes.count), let first = bytes.first, let last = bytes.last else {
            return false
        }
        return (first.isASCIILetter || first.isASCIIDigit) && (last.isASCIILetter || last.isASCIIDigit)
            && bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    }
}
