import AddressPlan
import Findings

/// A subnet has room for the cluster before and after the change, and not while it is made.
///
/// Nodes that are replaced come before the old ones go, and new pools stand beside those that leave. Azure answers
/// `SubnetIsFull`, in the middle of the change.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 8
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.0.0/24
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 8
///       vmSize: Standard_D8s_v5
///       subnet: 10.241.0.0/24
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 8
///       maxSurge: 0
///       vmSize: Standard_D8s_v5
///       subnet: 10.241.0.0/24
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// Severity: error.
/// Source: Microsoft Learn, "Troubleshoot common Azure deployment errors": SubnetIsFull; docs/address-plan.md.
enum NoRoomForChange: ChangeRule {
    static let id = RuleID("UP023", "NoRoomForChange")

    /// Nothing by itself: it needs what the other rules have found, which `changes(in:after:)` is given.
    static func changes(in context: ChangeContext) -> [Change] { [] }

    /// The subnets that are too small while `changes` are made.
    static func changes(in context: ChangeContext, after changes: [Change]) -> [Change] {
        AddressesOfChange.all(context, changes).compactMap { row in
            guard let usable = row.usable, row.during > usable, row.after <= usable, row.before <= usable,
                let subnet = context.new.addresses.subnets.first(where: { $0.name == row.demandName })
            else { return nil }
            return Change(
                id, .impossible, at: subnet.path, before: subnet.path, old: "\(row.before) addresses",
                new: "\(row.after) addresses",
                because: "\(row.during) addresses are taken in subnet \(row.subnet) while nodes come and go, "
                    + "\(row.during - usable) more than the \(usable) that it has; Azure answers SubnetIsFull",
                remedy:
                    "write maxSurge: 0 for the pools that are replaced, or make the changes in several steps",
                machines: row.machines)
        }
    }
}
