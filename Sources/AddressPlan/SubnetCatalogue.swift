import Addressing
import ClusterModel
import Findings

/// The subnets that profiles name, each once.
struct SubnetCatalogue {
    /// Ranges that the model says for subnets.
    private(set) var written: [WrittenRange] = []
    private var subnets: [SubnetDemand] = []
    private var declared: [Declared] = []
    private let clusterSubnet: String?

    private struct Declared {
        var name: String
        var range: WrittenRange?
        var path: ModelPath
        var inUse: [WrittenRange]
        var isUsed = false
    }

    init(_ properties: Properties) {
        clusterSubnet = properties.orchestratorProfile.kubernetesConfig.network.clusterSubnet
        for (index, profile) in properties.networkProfile.subnets.enumerated() {
            let path = Paths.networkProfile["subnets"][index]
            let inUse = profile.inUse.enumerated().map { place, text in
                WrittenRange(text, role: .address, at: path["inUse"][place])
            }
            let range = profile.addressPrefix.map {
                WrittenRange($0, role: .declaredSubnet, at: path["addressPrefix"])
            }
            written += inUse + (range.map { [$0] } ?? [])
            declared.append(
                Declared(name: profile.name ?? "", range: range, path: path["addressPrefix"], inUse: inUse))
        }
    }

    /// The index of the subnet in which `machine` stands, and where the model says so.
    mutating func subnet(of machine: MachineProfile, at path: ModelPath) -> (Int?, ModelPath) {
        if let text = machine.vnetSubnetID {
            let place = path["vnetSubnetID"]
            return (SubnetID(text).map { existing($0, at: place) }, place)
        }
        if let text = machine.subnet {
            let range = WrittenRange(text, role: .subnet, at: path["subnet"])
            written.append(range)
            return (own(range), range.path)
        }
        let range = WrittenRange(
            clusterSubnet ?? AddressPlan.standardClusterSubnet, role: .subnet,
            at: Paths.kubernetesConfig["clusterSubnet"])
        if clusterSubnet != nil, !written.contains(range) { written.append(range) }
        return (own(range), clusterSubnet == nil ? path : range.path)
    }

    /// The subnets in which profiles stand, then the declared ones in which none does.
    func finish() -> [SubnetDemand] {
        subnets
            + declared.filter { !$0.isUsed }.map { declared in
                SubnetDemand(
                    origin: .declared, name: declared.name, declaredName: declared.name,
                    prefix: declared.range?.prefix, path: declared.path, inUse: declared.inUse)
            }
    }

    private mutating func existing(_ id: SubnetID, at path: ModelPath) -> Int {
        let known = subnets.firstIndex { subnet in
            if case .existing(let other) = subnet.origin {
                other.text.lowercased() == id.text.lowercased()
            } else {
                false
            }
        }
        if let known { return known }
        let match = declared.firstIndex { $0.name.lowercased() == id.subnet.lowercased() }
        return append(.existing(id), name: id.subnet, prefix: nil, match: match, path: path)
    }

    private mutating func own(_ range: WrittenRange) -> Int? {
        guard let prefix = range.prefix else { return nil }
        if let known = subnets.firstIndex(where: { $0.origin == .own && $0.prefix == prefix }) {
            return known
        }
        let match = declared.firstIndex { $0.range?.prefix == prefix }
        return append(.own, name: "\(prefix)", prefix: prefix, match: match, path: range.path)
    }

    private mutating func append(
        _ origin: SubnetDemand.Origin, name: String, prefix: IPv4Prefix?, match: Int?, path: ModelPath
    ) -> Int {
        let declaration = match.map { declared[$0] }
        if let match { declared[match].isUsed = true }
        subnets.append(
            SubnetDemand(
                origin: origin, name: declaration?.name ?? name, declaredName: declaration?.name,
                prefix: prefix ?? declaration?.range?.prefix,
                path: prefix == nil ? declaration?.path ?? path : path,
                inUse: declaration?.inUse ?? []))
        return subnets.count - 1
    }
}
