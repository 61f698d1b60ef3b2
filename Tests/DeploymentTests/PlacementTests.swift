import AddressPlan
import Catalogue
import ClusterModel
import Document
import Testing

@testable import Deployment

@Suite struct PlacementTests {
    private static let vnet =
        "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/n/providers/"
        + "Microsoft.Network/virtualNetworks/v"

    private func placements(_ master: String, _ pools: String...) throws -> [Placement] {
        let defaults = try Document(reading: Catalogues.defaults, file: "defaults")
        let text =
            #"{"apiVersion": "vlabs", "properties": {"masterProfile": {"count": 3, "dnsPrefix": "c", \#(master)}, "#
            + #""agentPoolProfiles": [\#(pools.joined(separator: ", "))]}}"#
        var document = try Document(reading: Array(text.utf8), file: "model")
        return Placement.all(of: AddressPlan(Cluster.read(&document, defaults: defaults).cluster))
    }

    private func pool(_ name: String, _ count: Int, _ subnet: String, _ addresses: Int) -> String {
        #"{"name": "\#(name)", "count": \#(count), "vmSize": "Standard_D4s_v5", "ipAddressCount": \#(addresses), "#
            + #""vnetSubnetID": "\#(Self.vnet)/subnets/\#(subnet)"}"#
    }

    private func row(_ name: String, free: Int, delegation: String? = nil) -> SubnetHeadroom.Row {
        SubnetHeadroom.Row(
            name: name, id: "\(Self.vnet)/SUBNETS/\(name)", prefixes: [], usable: free + 7, used: 7,
            delegation: delegation,
            isReserved: false)
    }

    @Test func eachPartByItself() throws {
        let found = try placements(
            #""vnetSubnetID": "\#(Self.vnet)/subnets/masters""#, pool("a", 4, "nodes", 31),
            pool("b", 2, "nodes", 11))
        #expect(found.map(\.names) == [["masters"], ["a"], ["b"], ["a", "b"]])
        // Three masters of 31 and the load balancer's frontend; an upgrade adds a machine to each pool.
        #expect(found.map(\.needed) == [94, 124, 22, 146])
        #expect(found.map(\.peak) == [94, 155, 33, 188])
        #expect(found.map(\.node) == [nil, 31, 11, 31])
        #expect(found[1].isNamed(row("nodes", free: 0)) && !found[1].isNamed(row("masters", free: 0)))
    }

    @Test func whichSubnetCouldHostIt() throws {
        let pool = try #require(
            placements(#""vnetSubnetID": "\#(Self.vnet)/subnets/m""#, pool("a", 4, "n", 31)).last)
        let verdicts = [123, 124, 154, 155, 185, 186, 248].map { pool.verdict(in: row("x", free: $0)) }
        #expect(
            verdicts == [
                .tooFew(missing: 1), .noUpgrade(missing: 31), .noUpgrade(missing: 1), .fits(moreNodes: 0),
                .fits(moreNodes: 0), .fits(moreNodes: 1), .fits(moreNodes: 3),
            ])
        #expect(pool.verdict(in: row("x", free: 500, delegation: "Microsoft.Web/serverFarms")) == .closed)
    }

    @Test func mastersAreNeverMore() throws {
        let masters = try #require(
            placements(#""vnetSubnetID": "\#(Self.vnet)/subnets/m""#, pool("a", 1, "n", 31)).first)
        #expect(masters.verdict(in: row("x", free: 94)) == .fits(moreNodes: nil))
        #expect(masters.verdict(in: row("x", free: 93)) == .tooFew(missing: 1))
    }
}
