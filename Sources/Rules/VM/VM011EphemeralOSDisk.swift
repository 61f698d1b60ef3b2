import AddressPlan
import ClusterModel
import Document
import Findings

/// A system disk on the host for masters, or together with settings that it cannot have.
///
/// A master whose disk is gone takes its member of etcd with it; Azure answers `InvalidParameter` for the
/// settings of pools.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     storageProfile: Ephemeral
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     storageProfile: ManagedDisks
/// ```
///
/// Source: Microsoft Learn, "Ephemeral OS disks".
enum EphemeralOSDisk: Rule {
    static let id = RuleID("VM011", "EphemeralOSDisk")

    static func findings(in context: RuleContext) -> [Finding] {
        var findings: [Finding] = []
        if context.properties.masterProfile.machine.storageProfile == .ephemeral {
            findings.append(
                Finding(
                    id, .error, at: Paths.masterProfile["storageProfile"],
                    "masters keep their system disk; a host's own disk is gone when the machine moves",
                    remedy: "write ManagedDisks"))
        }
        for (pool, path) in context.pools where pool.machine.storageProfile == .ephemeral {
            let isSaid = context.document.says(path["osDiskCachingType"])
            if isSaid, pool.machine.osDiskCachingType != .readOnly {
                findings.append(
                    Finding(
                        id, .error, at: path["osDiskCachingType"],
                        "an ephemeral system disk is cached ReadOnly only",
                        remedy: "remove osDiskCachingType"))
            }
            if pool.scaleSetEvictionPolicy == .deallocate {
                findings.append(
                    Finding(
                        id, .error, at: path["scaleSetEvictionPolicy"],
                        "machines with an ephemeral system disk cannot be stopped, only deleted",
                        remedy: "write Delete"))
            }
        }
        return findings
    }
}
