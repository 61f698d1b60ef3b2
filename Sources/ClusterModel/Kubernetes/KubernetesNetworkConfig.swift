/// The network part of `kubernetesConfig`.
public struct KubernetesNetworkConfig: ModelObject {
    /// The prefix of the one subnet of an own VNet, as written.
    public var clusterSubnet: String?
    /// The service addresses, as written.
    public var serviceCidr: String?
    /// The DNS service's address, as written.
    public var dnsServiceIP: String?
    /// Pods that kubelet takes on a node.
    public var maxPods: Int?
    /// How kube-proxy works.
    public var kubeProxyMode = KubeProxyMode.iptables
    /// The load balancers' SKU, as written.
    public var loadBalancerSku: String?
    /// Whether masters are kept out of the services' load balancer.
    public var excludeMasterFromStandardLB = true
    /// Public addresses of the outbound rule.
    public var loadBalancerOutboundIPs = 1
    /// Minutes after which an idle outbound flow ends.
    public var outboundRuleIdleTimeoutInMinutes = 30
    /// Rules after which the cloud provider stops adding to a load balancer.
    public var maximumLoadBalancerRuleCount = 250
    /// Whether the services' load balancers do no outbound translation.
    public var cloudProviderDisableOutboundSNAT = false
    /// Whether the cloud provider may use a load balancer for each pool.
    public var enableMultipleStandardLoadBalancers = false
    /// Tags for what the cloud provider makes, `name=value,…`.
    public var tags: String?
    /// An API server without public address.
    public var privateCluster: PrivateCluster?

    /// One that says nothing.
    public init() {}

    private static let otherPlugin = "slipway brings its own VNet plugin, slipway-vnet"
    private static let bundled = "the plugin is bundled with slipway"

    /// The keys.
    public static let keys: [ModelKey<KubernetesNetworkConfig>] = [
        /// What connects pods: slipway's own plugin, which stands for `azure`.
        .known(
            "networkPlugin", NetworkPlugin.self,
            .refused(.otherThan(["azure"]), ModelRule.notSupported, because: otherPlugin)),
        .known(
            "networkPolicy", String.self,
            .refused(
                .said, ModelRule.networkPolicy,
                because:
                    "the plugin has no native network policies, so the model would promise what the cluster does "
                    + "not do; use network security groups on the pools' subnets instead")),
        /// How pods are connected on a machine.
        .known(
            "networkMode", NetworkMode.self,
            .refused(
                .anyOf(["bridge"]), ModelRule.notSupported,
                because: "pods are routed without a bridge; write \"transparent\"")),
        .optional("clusterSubnet", \.clusterSubnet),
        .optional("serviceCidr", \.serviceCidr),
        .optional("dnsServiceIP", \.dnsServiceIP),
        .known("dockerBridgeSubnet", String.self, .ignored(.said, because: "there is no Docker bridge")),
        .optional("maxPods", \.maxPods, .honoured, required: false, .podsPerNode),
        .defaulted("kubeProxyMode", \.kubeProxyMode),
        .optional("loadBalancerSku", \.loadBalancerSku, .honoured, required: false, .loadBalancerSku),
        .defaulted(
            "excludeMasterFromStandardLB", \.excludeMasterFromStandardLB,
            .refused(
                .isFalse, ModelRule.notSupported,
                because:
                    "a network interface can be in one public and one internal load balancer only, and the "
                    + "masters' own need both places")),
        .defaulted("loadBalancerOutboundIPs", \.loadBalancerOutboundIPs, .honoured, .within(1...16)),
        .defaulted(
            "outboundRuleIdleTimeoutInMinutes", \.outboundRuleIdleTimeoutInMinutes, .honoured,
            .within(4...120)),
        .defaulted(
            "maximumLoadBalancerRuleCount", \.maximumLoadBalancerRuleCount, .honoured, .within(0...1500)),
        .defaulted("cloudProviderDisableOutboundSNAT", \.cloudProviderDisableOutboundSNAT),
        .defaulted("enableMultipleStandardLoadBalancers", \.enableMultipleStandardLoadBalancers),
        .optional("tags", \.tags),
        .known("azureCNIVersion", String.self, .ignored(.said, because: bundled)),
        .known("azureCNIURLLinux", String.self, .ignored(.said, because: bundled)),
        .known("azureCNIURLWindows", String.self, .ignored(.said, because: bundled)),
        .optional("privateCluster", \.privateCluster),
    ]
}

/// The network plugins that the old tools know.
enum NetworkPlugin: String, ModelEnum { case azure, kubenet, cilium, flannel, antrea }

/// The ways in which the old plugin connected pods.
enum NetworkMode: String, ModelEnum { case transparent, bridge }

/// How kube-proxy turns service addresses into pod addresses.
public enum KubeProxyMode: String, ModelEnum {
    /// Rules of iptables.
    case iptables
    /// The kernel's IP virtual server.
    case ipvs
}

extension Constraint<Int> {
    /// At least 5; more than 250 is rule LM002's business, which says why.
    static var podsPerNode: Constraint {
        Constraint(.range(from: 5, to: nil)) { number in
            number >= 5 ? nil : Complaint(message: "is \(number); it must be at least 5", remedy: "write 5")
        }
    }
}

extension Constraint<String> {
    /// Basic or Standard in any case, as aks-engine reads it.
    static var loadBalancerSku: Constraint {
        .form(
            "Basic or Standard",
            pattern: "^([Bb][Aa][Ss][Ii][Cc]|[Ss][Tt][Aa][Nn][Dd][Aa][Rr][Dd])$"
        ) { ["basic", "standard"].contains($0.lowercased()) }
    }
}
