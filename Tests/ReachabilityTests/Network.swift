import AddressPlan
import Catalogue
import ClusterModel
import Document
import NetworkTopology
import Reachability

/// Networks for tests: a small cluster in 10.30.0.0/16 with what a test adds in YAML.
enum Network {
    static func tracer(_ network: String, isPrivate: Bool = true) throws -> Tracer {
        let defaults = try Document(reading: Catalogues.defaults, file: "defaults")
        let text = """
            apiVersion: vlabs
            properties:
              orchestratorProfile: {kubernetesConfig: {privateCluster: {enabled: \(isPrivate)}}}
              masterProfile: {count: 3, dnsPrefix: x, vmSize: s, subnet: 10.30.0.0/24}
              agentPoolProfiles:
                - {name: web, count: 2, vmSize: s, subnet: 10.30.4.0/22}
              networkProfile:
                vnet: {addressSpace: [10.30.0.0/16]}
            """
        let added = network.split(separator: "\n").map { "\n    \($0)" }.joined()
        var document = try Document(reading: Array((text + added).utf8), file: "model")
        let cluster = Cluster.read(&document, defaults: defaults).cluster
        return Tracer(NetworkTopology(cluster, AddressPlan(cluster)))
    }
}
