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
            "enableMultipleStandardLoadBalancers": .bool(provider.multipleStandardLoadBalancers),
            "clusterServiceLoadBalancerHealthProbeMode": plan.services.map {
                .string($0.healthProbeMode.rawValue)
            },
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
}
