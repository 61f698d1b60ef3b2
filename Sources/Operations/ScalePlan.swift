import Addressing
public import NetworkPlan

/// What it takes to give a pool another number of nodes.
public struct ScalePlan: Sendable {
    private let before: ClusterPlan
    private let after: ClusterPlan
    private let old: PoolPlan
    private let new: PoolPlan

    /// From the cluster `before` to the cluster `after`, which differ in the number of nodes of `pool`; nil where one has no
    /// such pool.
    public init?(from before: ClusterPlan, to after: ClusterPlan, pool: String) {
        guard let old = before.pools.first(where: { $0.name == pool }),
            let new = after.pools.first(where: { $0.name == pool })
        else { return nil }
        self.before = before
        self.after = after
        self.old = old
        self.new = new
    }

    /// Whether nodes are added.
    public var addsNodes: Bool { new.count > old.count }

    /// The plan in words: figures, order, what cannot be undone. `folder` is the generated folder's path.
    public func text(folder: String) -> String {
        let subnet = after.network.subnets[new.nic.subnet]
        var lines = ["Pool \(new.name): \(old.count) -> \(new.count) nodes."]
        let change = abs(new.count - old.count) * new.nic.ipConfigurations
        lines.append(
            "Addresses: \(change) \(addsNodes ? "more" : "fewer") in subnet \(subnet.name), "
                + "\(new.nic.ipConfigurations) a node; \(subnet.needed) in all, \(subnet.peak) during an upgrade."
        )
        if new.count == old.count { return lines[0] + "\nNothing to do." }
        return (lines + (addsNodes ? growth(folder) : shrinkage(folder))).joined(separator: "\n")
    }

    private func growth(_ folder: String) -> [String] {
        ["New: \(names(old.count..<new.count)).", "", "1. Let the cluster take the new token, for 24 hours:"]
            + [
                "     kubectl --kubeconfig \(folder)/secrets/admin.kubeconfig apply -f \(folder)/secrets/bootstrap-token.yaml",
                "2. Deploy the folder: machines that are there stay as they are.",
                "     slipway deploy \(folder)",
                "3. See that they are ready:",
                "     kubectl --kubeconfig \(folder)/secrets/admin.kubeconfig get nodes",
                "Undo: scale back to \(old.count).",
            ]
    }

    /// An address is held as long as its network interface is there, so each is deleted by name.
    private func shrinkage(_ folder: String) -> [String] {
        let config = "--kubeconfig \(folder)/secrets/admin.kubeconfig"
        var lines = ["", "For each node that goes, the last one first:"]
        switch new.arrangement {
        case .availabilitySet:
            for index in (new.count..<old.count).reversed() {
                let name = "\(old.resourceName)-\(index)"
                lines += [
                    "  \(name)",
                    "     kubectl \(config) drain \(name) --ignore-daemonsets --delete-emptydir-data",
                    "     kubectl \(config) delete node \(name)",
                    "     az vm delete --resource-group \(before.name) --name \(name) --yes",
                    "     az network nic delete --resource-group \(before.name) --name \(name)-nic",
                    "     az disk list --resource-group \(before.name) --query \"[?starts_with(name, '\(name)_')].id\" -o tsv"
                        + " | xargs -r az disk delete --yes --ids",
                ]
            }
        case .scaleSet:
            lines += [
                "     kubectl \(config) drain NODE --ignore-daemonsets --delete-emptydir-data",
                "     kubectl \(config) delete node NODE",
                "     az vmss delete-instances --resource-group \(before.name) --name \(old.resourceName) --instance-ids ID",
                "  The instance's network interface and disks go with it.",
            ]
        }
        return lines + [
            "Then deploy the folder, or the next deployment makes the machines anew:",
            "     slipway deploy \(folder)", "Data on the machines' disks cannot be brought back.",
        ]
    }

    private func names(_ range: Range<Int>) -> String {
        guard case .availabilitySet = new.arrangement else {
            return "\(range.count) instances of \(new.resourceName)"
        }
        let first = "\(new.resourceName)-\(range.lowerBound)"
        return range.count == 1 ? first : "\(first) to \(new.resourceName)-\(range.upperBound - 1)"
    }
}
