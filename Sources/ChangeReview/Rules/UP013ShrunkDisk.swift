import Findings
import JSONText

/// A disk would become smaller, or etcd's disk changes.
///
/// Azure makes disks larger and never smaller. etcd's disk follows the number of nodes where the model does not say
/// `etcdDiskSizeGB`: with fewer nodes a smaller one would be asked for. A larger disk grows in place; its file system is
/// grown by hand.
///
/// ## Before
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       etcdDiskSizeGB: "512"
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       etcdDiskSizeGB: "256"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       etcdDiskSizeGB: "512"
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Expand virtual hard disks attached to a Linux virtual machine".
enum ShrunkDisk: ChangeRule {
    static let id = RuleID("UP013", "ShrunkDisk")
    /// GB of the system disk that the image has.
    private static let imageDisk = 30

    static func changes(in context: ChangeContext) -> [Change] {
        var changes = context.keys(of: self).map(etcd)
        changes += context.keys(of: ChangedMachine.self).compactMap(systemDisk)
        changes += context.keys(of: ChangedDataDisks.self).filter(shrinks).map { key in
            key.change(
                self, .impossible, "Azure makes no disk smaller",
                remedy: Reasons.newPool(key.machines ?? "it"))
        }
        return changes
    }

    private static func etcd(_ key: KeyChange) -> Change {
        let (before, after) = (Int(key.oldText ?? "") ?? 0, Int(key.newText ?? "") ?? 0)
        if after < before {
            return key.change(
                self, .impossible,
                "Azure makes no disk smaller; etcd's follows the number of nodes where the model does not "
                    + "say its size", remedy: "write etcdDiskSizeGB: \"\(before)\"",
                machines: [ClusterSide.masters])
        }
        return key.change(
            self, .inPlace,
            "the disk grows; its file system is grown on each master, with growpart and resize2fs")
    }

    private static func systemDisk(_ key: KeyChange) -> Change? {
        guard isSmallerSystemDisk(key) else { return nil }
        return key.change(
            self, .impossible, "Azure makes no disk smaller",
            remedy: key.machines == ClusterSide.masters || key.machines == nil
                ? "keep the size" : Reasons.newPool(key.machines ?? "it"))
    }

    /// Whether `key` is that of a system disk that becomes smaller.
    static func isSmallerSystemDisk(_ key: KeyChange) -> Bool {
        guard key.path.steps.last == .key("osDiskSizeGB") else { return false }
        return key.new?.integer ?? imageDisk < key.old?.integer ?? imageDisk
    }

    /// Whether one of a pool's data disks becomes smaller.
    static func shrinks(_ key: KeyChange) -> Bool {
        let pair = [key.old, key.new].map { ($0?.array ?? []).compactMap(\.integer) }
        return zip(pair[0], pair[1]).contains { $1 < $0 }
    }
}
