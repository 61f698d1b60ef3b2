import ClusterModel
import NetworkPlan

/// kubelet's flags that differ from pool to pool.
enum KubeletFlags {
    /// The pods that kubelet takes: no more than there are addresses, or the last ones never start.
    static func maxPods(_ nic: NICPlan) -> Int { min(nic.maxPods, nic.ipConfigurations - 1) }

    /// The flags of the nodes of `pool`, beside those that every kubelet gets.
    static func flags(_ pool: PoolPlan) -> [CommandFlag] {
        var flags = [CommandFlag("max-pods", "\(maxPods(pool.nic))")]
        if !pool.labels.isEmpty {
            let pairs = pool.labels.entries.map { "\($0.key)=\($0.value)" }
            flags.append(CommandFlag("node-labels", pairs.joined(separator: ",")))
        }
        if !pool.taints.isEmpty {
            flags.append(CommandFlag("register-with-taints", pool.taints.joined(separator: ",")))
        }
        return flags + pool.kubeletFlags
    }
}
