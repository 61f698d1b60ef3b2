public import Findings

/// How many addresses the masters or a pool ask of their subnet.
public struct ProfileDemand: Sendable, Hashable {
    /// Whose it is.
    public enum Owner: Sendable, Hashable {
        case masters
        /// The pool at this index.
        case pool(Int)
    }

    /// Whose it is.
    public let owner: Owner
    /// `masters`, or the pool's name as far as it has one.
    public let name: String
    /// Where the profile stands.
    public let path: ModelPath
    /// Machines.
    public let count: Int
    /// Machines that an upgrade adds for a while.
    public let maxSurge: Int
    /// Pods that kubelet takes on each.
    public let maxPods: Int
    /// Where that number stands, or would stand.
    public let maxPodsPath: ModelPath
    /// Addresses of each: one for itself, the others for pods.
    public let ipAddressCount: Int
    /// Index of its subnet in the plan, nil if the model names none that can be told.
    public let subnet: Int?
    /// Where the subnet is named, or would be.
    public let subnetPath: ModelPath

    /// Addresses that pods can have on each machine.
    public var podAddresses: Int { max(0, ipAddressCount - 1) }
    /// Addresses of all machines.
    public var needed: Int { count * ipAddressCount }
    /// Addresses of the machines that an upgrade adds.
    public var surge: Int { maxSurge * ipAddressCount }
    /// Pods on all machines.
    public var pods: Int { count * min(maxPods, podAddresses) }
}
