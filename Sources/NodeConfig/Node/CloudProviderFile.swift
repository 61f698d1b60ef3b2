import AddressPlan
import Catalogue
import ClusterModel
import JSONText
import NetworkPlan

/// The part of the cloud provider's `azure.json` that the plan knows; a step on the master adds what the deployment knows.
///
/// Source: cloud-provider-azure documentation, "Cluster configuration".
enum CloudProviderFile {
    static func value(of plan: ClusterPlan) -> JSONValue {
        let provider = plan.kubernetes.cloudProvider
        let calls = provider.calls
        let subnet = plan.network.subnets[plan.pools.first?.nic.subnet ?? plan.masters.nic.subnet]
        var vnetName: String
        var vnetGroup: String?
        switch plan.network.vnet {
        case .own(let name, _): vnetName = name
        case .existing(let id, _): (vnetName, vnetGroup) = (id.virtualNetwork, id.resourceGroup)
        }
        var clientID: String?
        if case .servicePrincipal(let principal) = plan.identity { clientID = principal.clientID }
        return .object(present: [
            "cloud": .string(plan.cloud.providerName),
            "useManagedIdentityExtension": .bool(clientID == nil),
            "aadClientId": clientID.map { .string($0) },
            "vnetName": .string(vnetName),
            "vnetResourceGroup": vnetGroup.map { .string($0) },
            "subnetName": .string(plan.services?.internalSubnet ?? subnet.name),
            "securityGroupName": .string(plan.network.securityGroupName),
            "vmType": .string(provider.vmType),
            "loadBalancerSku": "standard",
            "loadBalancerName": .string(plan.name),
            "excludeMasterFromStandardLB": true,
            "disableOutboundSNAT": .bool(provider.disableOutboundSNAT),
            "clusterServiceLoadBalancerHealthProbeMode": plan.services.map {
                .string($0.healthProbeMode.rawValue)
            },
            "multipleStandardLoadBalancerConfigurations": provider.multipleStandardLoadBalancers
                ? .array(loadBalancers(of: plan)) : nil,
            "maximumLoadBalancerRuleCount": .integer(provider.maximumLoadBalancerRuleCount),
            "useInstanceMetadata": .bool(provider.useInstanceMetadata),
            "tags": provider.tags.map { .string($0) },
            "cloudProviderBackoff": .bool(calls.cloudProviderBackoff),
            "cloudProviderBackoffRetries": .integer(calls.cloudProviderBackoffRetries),
            "cloudProviderBackoffExponent": .double(calls.cloudProviderBackoffExponent),
            "cloudProviderBackoffDuration": .integer(calls.cloudProviderBackoffDuration),
            "cloudProviderBackoffJitter": .double(calls.cloudProviderBackoffJitter),
            "cloudProviderRateLimit": .bool(calls.cloudProviderRateLimit),
            "cloudProviderRateLimitQPS": .double(calls.cloudProviderRateLimitQPS),
            "cloudProviderRateLimitBucket": .integer(calls.cloudProviderRateLimitBucket),
            "cloudProviderRateLimitQPSWrite": .double(
                calls.cloudProviderRateLimitQPSWrite ?? calls.cloudProviderRateLimitQPS),
            "cloudProviderRateLimitBucketWrite": .integer(
                calls.cloudProviderRateLimitBucketWrite ?? calls.cloudProviderRateLimitBucket),
        ])
    }

    /// A load balancer for the machines of each pool, the first one with the cluster's own name.
    private static func loadBalancers(of plan: ClusterPlan) -> [JSONValue] {
        plan.pools.enumerated().map { index, pool in
            let set =
                switch pool.arrangement {
                case .availabilitySet(let set): set.name
                case .scaleSet: pool.resourceName
                }
            return [
                "name": .string(index == 0 ? plan.name : pool.resourceName), "primaryVMSet": .string(set),
            ]
        }
    }
}
