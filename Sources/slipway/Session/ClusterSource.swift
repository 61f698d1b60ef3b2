import AddressPlan
import ArgumentParser
import Catalogue
import ClusterModel
import Deployment
import Document
import Findings
import Generation
import JSONText
import NetworkPlan
import Rules

/// The cluster that a command is given: a model, or a folder that `generate` wrote.
struct ClusterSource {
    let review: Review
    let plan: ClusterPlan
    /// The folder, nil where the cluster stands in memory only.
    let folder: String?
    private let files: [String: [UInt8]]

    private static let limit = 64 << 20
    private static let names = [
        "azuredeploy.json", "azuredeploy.parameters.json", "secrets/parameters.json", "plugin/slipway-vnet",
    ]

    /// Whether `path` is a folder.
    static func isFolder(_ path: String) -> Bool {
        POSIX.resolved(path).flatMap { try? POSIX.kind(of: $0) } == .directory
    }

    /// The cluster of the generated folder at `path`.
    init(folder path: String, _ options: ModelOptions) throws {
        let model = "\(path)/apimodel.json"
        guard (try? POSIX.kind(of: model)) == .file else {
            Console.printError(
                "slipway: \(path) is no folder that slipway generate wrote: it has no apimodel.json")
            throw CommandEnd(status: .unreadable)
        }
        let catalogues = Catalogues.embedded()
        review = try options.accepted(model, catalogues, isQuiet: true)
        var files: [String: [UInt8]] = [:]
        do {
            for name in Self.names where try POSIX.kind(of: "\(path)/\(name)") == .file {
                files[name] = try POSIX.contents(of: "\(path)/\(name)", limit: Self.limit)
            }
            let sha256 =
                files["plugin/slipway-vnet"] == nil
                ? nil : try PluginBinary(at: "\(path)/plugin/slipway-vnet").sha256
            plan = try ClusterPlan(
                review.cluster, review.addresses,
                PlanInputs(
                    catalogues: catalogues, pluginSHA256: sha256,
                    customFiles: (try? CustomFiles.contents(of: review, besides: model)) ?? [:]))
        } catch {
            Console.printError("slipway: \(path) cannot be deployed: \(error)")
            throw CommandEnd(status: .refused)
        }
        self.files = files
        folder = path
    }

    /// The cluster of the model at `path`, in memory.
    ///
    /// - Parameter plugin: the slipway-vnet to bundle.
    init(model path: String, _ options: ModelOptions, plugin: String?) throws {
        let generation = ClusterGeneration(
            model: path, output: ".", plugin: .init(file: plugin))
        let catalogues = Catalogues.embedded()
        review = try options.accepted(path, catalogues, isQuiet: true)
        let made = try generation.files(of: review, catalogues)
        plan = made.plan
        do {
            files = try Dictionary(
                made.files.map { ($0.path, try $0.bytes()) }, uniquingKeysWith: { first, _ in first })
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .unreadable)
        }
        folder = nil
    }

    /// The cluster's name in the model at `path`.
    static func name(ofModel path: String, _ options: ModelOptions) throws -> String {
        let review = try options.accepted(path, Catalogues.embedded(), isQuiet: true)
        return review.cluster.properties.masterProfile.dnsPrefix?.lowercased() ?? "cluster"
    }

    /// The program that nodes fetch, nil where the model names a URL or none is bundled.
    var plugin: [UInt8]? { plan.plugin.url == nil ? files["plugin/slipway-vnet"] : nil }

    /// The cluster as deployments need it.
    ///
    /// - Parameter parameters: a file of further parameters.
    func cluster(parameters: String?) throws -> ClusterToDeploy {
        guard let template = json("azuredeploy.json") else {
            Console.printError("slipway: azuredeploy.json is missing or no JSON; generate the folder again")
            throw CommandEnd(status: .unreadable)
        }
        var members: [JSONMember] = []
        for name in ["azuredeploy.parameters.json", "secrets/parameters.json"] {
            Self.merge(json(name)?["parameters"]?.object ?? [], into: &members)
        }
        if let parameters {
            guard let bytes = try? POSIX.contents(of: parameters, limit: Self.limit),
                let more = (try? JSONValue(parsing: bytes))?["parameters"]?.object
            else {
                Console.printError(
                    "slipway: \(parameters) is no file of parameters: {\"parameters\": {\"name\": {\"value\": …}}}"
                )
                throw CommandEnd(status: .unreadable)
            }
            Self.merge(more, into: &members)
        }
        // A parameter that the template does not know would make Azure refuse all of it.
        let known = Set((template["parameters"]?.object ?? []).map(\.name))
        members.removeAll { !known.contains($0.name) }
        return ClusterToDeploy(
            plan: plan, addresses: review.addresses, template: template, parameters: members)
    }

    private func json(_ name: String) -> JSONValue? {
        files[name].flatMap { try? JSONValue(parsing: $0, depthLimit: 200) }
    }

    private static func merge(_ more: [JSONMember], into members: inout [JSONMember]) {
        for member in more {
            members.removeAll { $0.name == member.name }
            members.append(member)
        }
    }

    /// The subscription of the VNet that the model names.
    var networkSubscription: String? { plan.network.subnets.compactMap(\.id).first?.subscription }

    /// Where the cluster goes by `options`.
    func target(_ options: AzureOptions, subscription: String) -> DeploymentTarget {
        DeploymentTarget(
            subscription: subscription, resourceGroup: options.resourceGroup ?? plan.name,
            location: plan.location ?? options.location, name: plan.name)
    }
}
