import NetworkPlan

/// Names of the resources that a plan makes.
enum PlannedResources {
    /// Type and name in the form in which they are compared.
    static func key(_ type: String, _ name: String) -> String { "\(type)/\(name)".lowercased() }

    /// All of them, as keys.
    static func names(of plan: ClusterPlan) -> Set<String> {
        var names: Set<String> = []
        func add(_ type: String, _ name: String?) {
            if let name { names.insert(key("Microsoft.\(type)", name)) }
        }
        for master in plan.masters.machines {
            add("Compute/virtualMachines", master.name)
            add("Network/networkInterfaces", master.nicName)
        }
        for pool in plan.pools {
            switch pool.arrangement {
            case .scaleSet: add("Compute/virtualMachineScaleSets", pool.resourceName)
            case .availabilitySet(let set):
                add("Compute/availabilitySets", set.name)
                for index in 0..<pool.count {
                    add("Compute/virtualMachines", "\(pool.resourceName)-\(index)")
                    add("Network/networkInterfaces", "\(pool.resourceName)-\(index)-nic")
                }
            }
        }
        add("Compute/availabilitySets", plan.masters.availabilitySet?.name)
        add("Network/loadBalancers", plan.apiServer.internalLoadBalancerName)
        add("Network/loadBalancers", plan.apiServer.publicAccess?.loadBalancerName)
        add("Network/publicIPAddresses", plan.apiServer.publicAccess?.publicIPName)
        add("Network/networkSecurityGroups", plan.network.securityGroupName)
        if case .own(let name, _) = plan.network.vnet { add("Network/virtualNetworks", name) }
        if case .managedIdentity(let name) = plan.identity {
            add("ManagedIdentity/userAssignedIdentities", name)
        }
        if let jumpbox = plan.jumpbox {
            add("Compute/virtualMachines", jumpbox.name)
            add("Network/networkInterfaces", jumpbox.nicName)
            add("Network/publicIPAddresses", jumpbox.publicIPName)
        }
        return names
    }
}
