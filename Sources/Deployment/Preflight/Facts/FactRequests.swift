import AddressPlan
import Azure
import HTTPTransport
import JSONText
import NetworkPlan

/// The questions that a cluster and its target raise. All of them read; none changes anything.
struct FactRequests {
    let cluster: ClusterToDeploy
    let target: DeploymentTarget

    /// Providers whose resources a cluster has.
    static let providers = [
        "Microsoft.Compute", "Microsoft.Network", "Microsoft.Storage", "Microsoft.ManagedIdentity",
        "Microsoft.Authorization",
    ]

    private var subscription: String { "/subscriptions/\(target.subscription)" }

    /// What can be asked at once.
    func first() -> [(FactKey, ARMRequest)] {
        var requests: [(FactKey, ARMRequest)] = [
            (.subscription, ARMRequest(.get, subscription, .subscriptions)),
            (.group, ARMRequest(.get, target.groupID, .resources)),
            (
                .groupRights,
                .list("\(target.groupID)/providers/Microsoft.Authorization/permissions", .authorization)
            ),
            (.resources, .list("\(target.groupID)/resources", .resources)),
            (.deployment, ARMRequest(.get, target.deploymentID, .resources)),
        ]
        requests += Self.providers.map {
            (.provider($0), ARMRequest(.get, "\(subscription)/providers/\($0)", .resources))
        }
        requests += network() + vaults() + identity()
        if let location = target.location { requests += regional(location) }
        return requests
    }

    /// What can be asked once the first answers are there.
    func second(_ facts: Facts) -> [(FactKey, ARMRequest)] {
        var requests: [(FactKey, ARMRequest)] = []
        var seen: Set<FactKey> = []
        for subnet in subnets {
            guard let properties = facts.body(.subnet(subnet.text))?["properties"] else { continue }
            let parts: [(String, (String) -> FactKey)] = [
                ("networkSecurityGroup", FactKey.securityGroup), ("routeTable", FactKey.routeTable),
                ("natGateway", FactKey.natGateway),
            ]
            for (member, key) in parts {
                guard let id = properties[member]?["id"]?.string, seen.insert(key(id)).inserted else {
                    continue
                }
                requests.append((key(id), ARMRequest(.get, id, .network)))
            }
        }
        if target.location == nil, let location = facts.body(.group)?["location"]?.string {
            requests += regional(location)
        }
        if facts.body(.group) != nil {
            requests.append(
                (
                    .validation,
                    ARMRequest(
                        .post, "\(target.deploymentID)/validate", .resources,
                        body: cluster.body(with: cluster.placeholders), retries: .always, timeout: 300)
                ))
        }
        return requests
    }

    /// Existing subnets of the cluster, each once.
    var subnets: [SubnetID] { cluster.plan.network.subnets.compactMap(\.id) }

    private func network() -> [(FactKey, ARMRequest)] {
        guard let any = subnets.first else { return [] }
        let network = any.virtualNetworkID
        var requests: [(FactKey, ARMRequest)] = [
            (.network(network), ARMRequest(.get, network, .network)),
            (.networkUsage(network), .list("\(network)/usages", .network)),
        ]
        for subnet in subnets {
            requests.append((.subnet(subnet.text), ARMRequest(.get, subnet.text, .network)))
            requests.append(
                (
                    .subnetRights(subnet.text),
                    .list("\(subnet.text)/providers/Microsoft.Authorization/permissions", .authorization)
                ))
        }
        requests += staticAddresses.map { address in
            (
                .address(network: network, address),
                ARMRequest(
                    .get, "\(network)/checkIPAddressAvailability", .network, query: [("ipAddress", address)])
            )
        }
        return requests
    }

    /// Addresses in an existing VNet that are fixed before the deployment.
    var staticAddresses: [String] {
        guard !subnets.isEmpty else { return [] }
        return cluster.plan.masters.machines.map { "\($0.address)" } + [
            "\(cluster.plan.apiServer.internalAddress)"
        ]
    }

    private func vaults() -> [(FactKey, ARMRequest)] {
        cluster.vaults.flatMap { vault in
            [
                (.vault(vault.id), ARMRequest(.get, vault.id, .keyVault)),
                (
                    .vaultRights(vault.id),
                    .list("\(vault.id)/providers/Microsoft.Authorization/permissions", .authorization)
                ),
            ]
        }
    }

    private func identity() -> [(FactKey, ARMRequest)] {
        guard case .existingManagedIdentity(let id) = cluster.plan.identity else { return [] }
        return [(.identity(id), ARMRequest(.get, id, .managedIdentity))]
    }

    private func regional(_ location: String) -> [(FactKey, ARMRequest)] {
        let region = location.lowercased().filter { $0 != " " }
        let compute = "\(subscription)/providers/Microsoft.Compute"
        let network = "\(subscription)/providers/Microsoft.Network/locations/\(region)"
        var requests: [(FactKey, ARMRequest)] = [
            (.sizes, .list("\(compute)/skus", .computeSKUs, query: [("$filter", "location eq '\(region)'")])),
            (.computeUsage, .list("\(compute)/locations/\(region)/usages", .compute)),
            (.networkQuota, .list("\(network)/usages", .network)),
        ]
        requests += DemandedImage.all(of: cluster.plan).map { ($0.key, $0.request(compute, region, target)) }
        if let access = cluster.plan.apiServer.publicAccess {
            requests.append(
                (
                    .label(access.domainNameLabel),
                    ARMRequest(
                        .get, "\(network)/checkDnsNameAvailability", .network,
                        query: [("domainNameLabel", access.domainNameLabel)])
                ))
        }
        return requests
    }
}
