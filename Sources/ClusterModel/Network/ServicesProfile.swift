/// What Kubernetes services of type LoadBalancer use.
public struct ServicesProfile: ModelObject {
    /// The name of the subnet in which internal ones take addresses; the first pool's when absent.
    public var internalSubnet: String?
    /// How many internal ones there will be: so many addresses are kept free.
    public var internalAddresses = 0
    /// Who may reach public ones: prefixes, as written; everybody when empty.
    public var allowedSources: [String] = []
    /// Minutes after which an idle connection ends.
    public var idleTimeoutInMinutes = 4
    /// What Azure's probe asks.
    public var healthProbeMode = HealthProbeMode.servicenodeport

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ServicesProfile>] = [
        .optional("internalSubnet", \.internalSubnet),
        .defaulted("internalAddresses", \.internalAddresses, .honoured, .within(0...1000)),
        .list("allowedSources", \.allowedSources),
        .defaulted("idleTimeoutInMinutes", \.idleTimeoutInMinutes, .honoured, .within(4...100)),
        .defaulted("healthProbeMode", \.healthProbeMode),
    ]
}

/// What Azure's probe asks, in the cloud provider's words.
///
/// Source: cloud-provider-azure documentation, `clusterServiceLoadBalancerHealthProbeMode`.
public enum HealthProbeMode: String, ModelEnum {
    /// Each service's own node port.
    case servicenodeport
    /// One port of kube-proxy for all services.
    case shared
}
