import JSONText
import NetworkPlan

extension Renderer {
    /// Resources of a pool's machine in an availability set: interface, machine, extension.
    private static let resourcesOfMachine = 3

    /// All pools: in one template while that fits, else each availability set's machines in deployments of their own.
    func poolResources(beside others: Int) throws(TemplateTooLarge) -> [Resource] {
        let isFlat = fitsFlat(beside: others)
        var resources: [Resource] = []
        for (pool, text) in zip(plan.pools, userData.pools) {
            switch pool.arrangement {
            case .scaleSet(let set): resources += scaleSetResources(pool, set, text)
            case .availabilitySet(let set):
                let group = availabilitySet(set)
                resources.append(group)
                resources +=
                    isFlat
                    ? (0..<pool.count).flatMap { index in
                        machineResources(pool, .fixed(index), text, set: group.reference)
                    } : try nestedMachines(pool, text, set: group.reference)
            }
        }
        return resources
    }

    /// Whether all machines can stand in the template one by one.
    private func fitsFlat(beside others: Int) -> Bool {
        var (count, bytes) = (others, 0)
        for (pool, text) in zip(plan.pools, userData.pools) {
            if case .availabilitySet(let set) = pool.arrangement {
                count += 1 + pool.count * Self.resourcesOfMachine
                bytes += pool.count * machineBytes(pool, text, set)
            } else {
                count += 1
            }
        }
        // One megabyte for everything else, generously.
        return count <= ARMLimits.resources && bytes + (1 << 20) <= ARMLimits.templateBytes
    }

    /// Bytes of one machine after expansion, with its user data.
    private func machineBytes(_ pool: PoolPlan, _ text: UserDataText, _ set: AvailabilitySetPlan) -> Int {
        let resources = machineResources(
            pool, .fixed(pool.count), text, set: ResourceReference(.availabilitySet, set.name))
        let written = resources.reduce(0) { $0 + JSONWriter.bytes(of: $1.value.json).count }
        // Ids are written as resourceId(…) and expand to about a hundred characters more, one for each address and pool.
        return written + 160 * (pool.nic.ipConfigurations + 10) + text.size() * 4 / 3
    }

    /// A pool's machines as deployments with loops, each within ARM's limits.
    private func nestedMachines(
        _ pool: PoolPlan, _ text: UserDataText, set: ResourceReference
    ) throws(TemplateTooLarge) -> [Resource] {
        guard case .availabilitySet(let setPlan) = pool.arrangement else { return [] }
        let bytes = machineBytes(pool, text, setPlan)
        let fitting = (ARMLimits.templateBytes - ARMLimits.reserve) / bytes
        let most = min(fitting, ARMLimits.resources / Self.resourcesOfMachine)
        guard most >= 1 else {
            throw TemplateTooLarge(
                description: "one machine of pool \(pool.name) takes \(bytes) bytes of a template; ARM takes "
                    + "\(ARMLimits.templateBytes)")
        }
        // A node with an address of a pod's own is unlike the others and stands in no loop.
        let single = (0..<pool.count).filter { !podAddresses(pool, node: $0).isEmpty }
        let singles = single.flatMap { machineResources(pool, .fixed($0), text, set: set) }
        return singles
            + Self.runs(of: pool.count, without: single, most: most).map { run in
                let (first, count) = (run.lowerBound, run.count)
                var inner = Template()
                inner.parameters = [
                    Template.Parameter(
                        name: "location", type: .string, description: "Region of all resources."),
                    Template.Parameter(
                        name: "userData", type: .string, description: "What cloud-init reads."),
                ]
                inner.parameters += secretsOfNodes().map {
                    Template.Parameter(
                        name: $0.parameter, type: .secureString, description: "As in the outer template.")
                }
                inner.resources = machineResources(pool, .loop(first: first, count: count), text, set: set)
                var deployment = nested(
                    "\(pool.resourceName)-\(first)", inner,
                    [
                        ("location", .expression(.parameter("location"))),
                        (
                            "userData",
                            .expression(
                                userDataText(
                                    text, shared: .variable("nodeUserData"), DeploymentValue.ofNodes(plan))
                            )
                        ),
                    ] + secretsOfNodes().map { ($0.parameter, .expression(.parameter($0.parameter))) })
                deployment.dependsOn =
                    [set] + [vnet].compactMap(\.self) + nodePools(pool).compactMap(\.owner)
                    + (plan.network.subnets[pool.nic.subnet].id == nil ? [] : [securityGroup])
                return deployment
            }
    }

    /// The numbers below `count` but those in `single`, in runs of at most `most`; long ones are cut into parts of one size,
    /// so that the last is no dwarf.
    private static func runs(of count: Int, without single: [Int], most: Int) -> [Range<Int>] {
        let edges = [-1] + single + [count]
        return zip(edges, edges.dropFirst()).flatMap { before, end -> [Range<Int>] in
            let first = before + 1
            guard first < end else { return [] }
            let parts = (end - first + most - 1) / most
            let size = (end - first + parts - 1) / parts
            return stride(from: first, to: end, by: size).map { $0..<min($0 + size, end) }
        }
    }

    /// Which machines of a pool are meant.
    private enum Machines {
        /// One, by number.
        case fixed(Int)
        /// Several, by a loop.
        case loop(first: Int, count: Int)

        func name(_ prefix: String, _ suffix: String = "") -> ARMExpression {
            switch self {
            case .fixed(let index): .string("\(prefix)-\(index)\(suffix)")
            case .loop(let first, _):
                suffix.isEmpty
                    ? .concat(.string("\(prefix)-"), .copyIndex(first))
                    : .concat(.string("\(prefix)-"), .copyIndex(first), .string(suffix))
            }
        }

        func loop(_ name: String) -> Resource.Loop? {
            if case .loop(_, let count) = self { Resource.Loop(name: name, count: count) } else { nil }
        }

        var isLoop: Bool { if case .loop = self { true } else { false } }
        var index: Int? { if case .fixed(let index) = self { index } else { nil } }
    }

    private func machineResources(
        _ pool: PoolPlan, _ machines: Machines, _ text: UserDataText, set: ResourceReference
    ) -> [Resource] {
        let machine = pool.machine
        let pools = nodePools(pool)
        var interface = networkInterface(
            InterfaceSpec(
                name: machines.name(pool.resourceName, "-nic"), nic: pool.nic, address: nil,
                pools: pools.map(\.id),
                acceleratedNetworking: machine.acceleratedNetworking, loopsAddresses: machines.isLoop,
                podAddresses: machines.index.map { podAddresses(pool, node: $0) } ?? []),
            role: "node")
        interface.loop = machines.loop("interfaces")
        // What stands outside the inner template is the deployment's dependency.
        interface.dependsOn = machines.isLoop ? [] : interface.dependsOn + pools.compactMap(\.owner)
        let name = machines.name(pool.resourceName)
        var resource = Resource(.virtualMachine, name)
        resource.tags = tags(machine.tags, role: "node")
        resource.loop = machines.loop("machines")
        resource.identity = identityValue(ofMasters: false)
        resource.dependsOn = [interface.reference] + (machines.isLoop ? [] : [set])
        let userData: ARMExpression =
            machines.isLoop
            ? .parameter("userData")
            : userDataText(text, shared: .variable("nodeUserData"), DeploymentValue.ofNodes(plan))
        resource.properties = .present([
            "hardwareProfile": ["vmSize": .text(machine.vmSize)],
            "availabilitySet": .id(set.id),
            "proximityPlacementGroup": machine.proximityPlacementGroupID.map { .id($0) },
            "additionalCapabilities": additionalCapabilities(machine),
            "securityProfile": securityProfile(machine),
            "osProfile": osProfile(name: .expression(name), customData: userData),
            "storageProfile": storageProfile(
                machine, dataDisks: dataDisks(pool), encryptionSet: pool.diskEncryptionSetID),
            "networkProfile": ["networkInterfaces": [.id(interface.reference.id)]],
        ])
        var bringUp = Resource(.virtualMachineExtension, name, .string(Self.extensionName))
        bringUp.tags = tags(role: "node")
        bringUp.loop = machines.loop("extensions")
        bringUp.dependsOn = [resource.reference]
        bringUp.properties = bringUpExtension(secrets: secretsOfNodes())
        return [interface, resource, bringUp]
    }
}
