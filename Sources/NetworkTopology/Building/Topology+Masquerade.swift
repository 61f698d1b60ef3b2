import Addressing
import ClusterModel

extension NetworkTopology {
    /// Decides who sees pods' own addresses: whoever has a route back to them. Everybody else sees the node's.
    mutating func addMasquerade(_ network: NetworkProfile) {
        let metadata = [IPv4Prefix(containing: Self.metadataAddress, length: 32)].compactMap(\.self)
        let exempt =
            network.egress.preservePodAddresses
            ? IPv4Prefix.complement(of: metadata) : inside + (serviceCidr.map { [$0] } ?? [])
        unmasqueraded = Set(exempt).sorted()
        unmasqueradedSources = Set(
            publicAddresses.compactMap { $0.address.flatMap { IPv4Prefix(containing: $0, length: 32) } }
        ).sorted()
    }
}
