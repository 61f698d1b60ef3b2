import AddressPlan
import Addressing
import Catalogue
import ClusterModel
import Document
import Testing

/// The worked examples of docs/address-plan.md.
@Suite struct WorkedExampleTests {
    static func plan(_ properties: String) throws -> AddressPlan {
        let defaults = try Document(reading: Catalogues.defaults, file: "defaults")
        var document = try Document(
            reading: Array("{\"apiVersion\": \"vlabs\", \"properties\": \(properties)}".utf8), file: "model")
        return AddressPlan(Cluster.read(&document, defaults: defaults).cluster)
    }

    static func pool(_ name: String, _ keys: String) -> String {
        #"{"name": "\#(name)", "vmSize": "Standard_D4s_v5", \#(keys)}"#
    }

    @Test(
        arguments: [
            ("24", [8], 31, 1, 251, 248, 279), ("24", [7], 31, 1, 251, 217, 248),
            ("24", [9], 31, 1, 251, 279, 310),
            ("25", [3], 41, 0, 123, 123, 123), ("25", [4], 31, 0, 123, 124, 124),
            ("24", [2, 3, 3], 31, 1, 251, 248, 341),
        ] as [(String, [Int], Int, Int, Int, Int, Int)])
    func poolsInASubnet(
        length: String, counts: [Int], addresses: Int, surge: Int, usable: Int, needed: Int, peak: Int
    ) throws {
        let pools = counts.enumerated().map { index, count in
            Self.pool(
                "p\(index)",
                #""count": \#(count), "ipAddressCount": \#(addresses), "maxSurge": \#(surge), "#
                    + #""subnet": "10.1.0.0/\#(length)""#)
        }
        let plan = try Self.plan(
            #"{"masterProfile": {"count": 3, "dnsPrefix": "x", "vmSize": "s", "subnet": "10.2.0.0/24"}, "#
                + #""agentPoolProfiles": [\#(pools.joined(separator: ", "))]}"#)
        let subnet = try #require(plan.subnets.first { !$0.hasMasters })
        #expect(subnet.usable == usable)
        #expect(subnet.needed == needed)
        #expect(subnet.peak == peak)
    }

    @Test func mastersTakeOneMoreForTheLoadBalancer() throws {
        let plan = try Self.plan(
            #"{"orchestratorProfile": {"kubernetesConfig": {"clusterSubnet": "10.1.0.0/23"}}, "#
                + #""masterProfile": {"count": 3, "dnsPrefix": "x", "vmSize": "s"}, "#
                + #""agentPoolProfiles": [\#(Self.pool("a", #""count": 8"#))]}"#)
        let subnet = try #require(plan.subnets.first)
        #expect(subnet.usable == 507)
        #expect(subnet.needed == 342)
        #expect(subnet.peak == 373)
    }

    @Test func aModelThatSaysNothing() throws {
        let plan = try Self.plan(
            #"{"masterProfile": {"count": 1, "dnsPrefix": "x", "vmSize": "s"}, "#
                + #""agentPoolProfiles": [\#(Self.pool("a", #""count": 2"#))]}"#)
        let subnet = try #require(plan.subnets.first)
        #expect(subnet.name == "10.240.0.0/12")
        #expect(subnet.usable == 1_048_571)
        #expect(subnet.needed == 94)
        #expect(subnet.peak == 125)
        #expect(plan.staticBlock?.masters.map(\.description) == ["10.255.255.5"])
        #expect(plan.staticBlock?.loadBalancer?.description == "10.255.255.15")
    }

    @Test(arguments: [
        (#""count": 1000, "ipAddressCount": 5"#, 4, 4_000, 16_000),
        (#""count": 500, "kubernetesConfig": {"maxPods": 250}, "ipAddressCount": 31"#, 1, 500, 15_000),
        (#""count": 64, "kubernetesConfig": {"kubeletConfig": {"--max-pods": "250"}}"#, 1, 64, 16_000),
    ])
    func nodesAndPods(keys: String, pools: Int, nodes: Int, pods: Int) throws {
        let list = (0..<pools).map { Self.pool("p\($0)", keys) }.joined(separator: ", ")
        let plan = try Self.plan(
            #"{"masterProfile": {"count": 3, "dnsPrefix": "x", "vmSize": "s"}, "agentPoolProfiles": [\#(list)]}"#
        )
        #expect(plan.agentNodes == nodes)
        #expect(plan.pods == pods)
    }

    /// The fifth address of the last /24, as in acs-engine; in smaller subnets the last address less sixteen.
    @Test(arguments: [
        ("10.240.0.0/12", "10.255.255.5"), ("10.1.0.0/23", "10.1.1.5"), ("10.1.0.0/24", "10.1.0.239"),
        ("10.1.0.0/27", "10.1.0.15"), ("10.1.0.0/28", "10.1.0.4"), ("10.1.0.0/29", "10.1.0.4"),
    ])
    func firstMaster(subnet: String, address: String) throws {
        let prefix = try #require(IPv4Prefix(subnet))
        #expect(StaticBlock.standardStart(in: prefix)?.description == address)
    }
}
