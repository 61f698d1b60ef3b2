public import Addressing
public import ClusterModel

/// What services of type LoadBalancer use.
public struct ServicesPlan: Sendable {
    /// The subnet in which internal ones take addresses.
    public var internalSubnet: String
    /// Who may reach public ones; everybody when empty.
    public var allowedSources: [IPv4Prefix]
    /// Minutes after which an idle connection ends.
    public var idleTimeoutInMinutes: Int
    /// What Azure's probe asks.
    public var healthProbeMode: HealthProbeMode
}
