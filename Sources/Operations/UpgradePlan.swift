public import NetworkPlan

/// What it takes to bring a cluster to another version of Kubernetes.
public struct UpgradePlan: Sendable {
    /// Where the folder has what masters run, after `slipway upgrade --write`.
    public static let archive = "upgrade/masters.tar.gz"

    private let before: ClusterPlan
    private let after: ClusterPlan

    /// Why a cluster cannot be upgraded that way.
    public enum Refusal: Error, Sendable, CustomStringConvertible {
        /// The wished version is not newer.
        case notNewer(from: String, to: String)
        /// kubeadm goes one minor version at a time.
        case skips(from: String, to: String, next: String)

        /// The reason and what helps.
        public var description: String {
            switch self {
            case .notNewer(let from, let to):
                "Kubernetes \(to) is not newer than \(from); a cluster never goes back"
            case .skips(let from, let to, let next):
                "kubeadm goes from \(from) to \(to) by way of \(next) only; upgrade to \(next) first"
            }
        }
    }

    /// From the cluster `before` to the cluster `after`, which differ in the version.
    ///
    /// Source: Kubernetes, "Version Skew Policy"; kubeadm, "Upgrading kubeadm clusters".
    public init(from before: ClusterPlan, to after: ClusterPlan) throws(Refusal) {
        let (old, new) = (before.kubernetes.version, after.kubernetes.version)
        let (oldParts, newParts) = (Self.numbers(old), Self.numbers(new))
        guard oldParts.lexicographicallyPrecedes(newParts) else { throw .notNewer(from: old, to: new) }
        if oldParts.count > 1, newParts.count > 1, oldParts[0] == newParts[0], newParts[1] > oldParts[1] + 1 {
            throw .skips(from: old, to: new, next: "\(oldParts[0]).\(oldParts[1] + 1)")
        }
        self.before = before
        self.after = after
    }

    private static func numbers(_ version: String) -> [Int] {
        version.split(separator: ".").compactMap { Int($0) }
    }

    /// The plan in words: order, addresses, what is drained, what cannot be undone. `folder` is the generated folder's path.
    public func text(folder: String) -> String {
        let (old, new) = (before.kubernetes.version, after.kubernetes.version)
        let config = "--kubeconfig \(folder)/secrets/admin.kubeconfig"
        var lines = [
            "Kubernetes \(old) -> \(new).", "",
            "Before: slipway certs check \(folder), and a snapshot of etcd on a master.",
        ]
        lines += ["", "Masters, one after the other, each until it is Ready again:"]
        for (index, master) in after.masters.machines.enumerated() {
            let step = index == 0 ? "kubeadm upgrade apply v\(new)" : "kubeadm upgrade node"
            lines.append("  \(master.name), \(master.address): \(step)\(index == 0 ? ", new add-ons" : "")")
        }
        let user = after.access.adminUsername
        lines += [
            "  On each, once --write has made \(Self.archive) (it asks for nothing, and can be run again):",
            "     scp \(folder)/\(Self.archive) \(user)@MASTER:",
            "     ssh \(user)@MASTER 'sudo tar -xzf masters.tar.gz --no-same-owner --no-overwrite-dir -C / "
                + "&& sudo /opt/slipway/bin/upgrade-master'",
            "  It fetches the programs by their SHA-256, runs kubeadm, drains the machine, replaces kubelet, containerd and",
            "  their kin, uncordons it, and on the first master applies the new add-ons and removes those that are gone.",
            "  Look at it with: kubectl \(config) get nodes", "",
            "Pools, by replacement: \(Self.surge(after))",
        ]
        for pool in after.pools {
            let subnet = after.network.subnets[pool.nic.subnet]
            lines.append(
                "  \(pool.name): \(pool.count) nodes, \(pool.maxSurge) more at a time; needs "
                    + "\(pool.maxSurge * pool.nic.ipConfigurations) free addresses in \(subnet.name) "
                    + "(\(subnet.peak) at the peak)")
        }
        return
            (lines + [
                "  Each node is drained, deleted with its network interface and disks, and made anew from \(folder).",
                "",
                "Cannot be undone: etcd's data is converted by the first master's upgrade; going back means restoring the",
                "snapshot. Kubelets may be up to three minor versions older than the API server, never newer.",
            ]).joined(separator: "\n")
    }

    private static func surge(_ plan: ClusterPlan) -> String {
        plan.pools.allSatisfy { $0.maxSurge > 0 }
            ? "a new node first, then the old one goes" : "where maxSurge is 0 an old node goes first"
    }
}
