public import AddressPlan
public import JSONText
public import NetworkPlan

/// A cluster that has been generated, as far as a deployment needs it.
public struct ClusterToDeploy: Sendable {
    /// What was decided.
    public var plan: ClusterPlan
    /// What it asks of the address space, with the places in the model.
    public var addresses: AddressPlan
    /// The template.
    public var template: JSONValue
    /// The parameters, secure ones too: name to `{"value": …}` or `{"reference": …}`.
    public var parameters: [JSONMember]

    /// A cluster.
    public init(plan: ClusterPlan, addresses: AddressPlan, template: JSONValue, parameters: [JSONMember]) {
        self.plan = plan
        self.addresses = addresses
        self.template = template
        self.parameters = parameters
    }

    /// The parameter in which nodes get slipway-vnet's URL.
    public static let pluginURL = "slipwayVnetUrl"

    /// Parameters of the template that have neither a value nor a default.
    public var openParameters: [String] {
        let given = Set(parameters.map(\.name))
        return (template["parameters"]?.object ?? []).filter { member in
            !given.contains(member.name) && member.value["defaultValue"] == nil
        }.map(\.name)
    }

    /// The body of the calls that deploy, validate and compare.
    ///
    /// - Parameter more: values of open parameters.
    public func body(with more: [JSONMember] = []) -> JSONValue {
        [
            "properties": [
                "mode": "Incremental",
                "template": template,
                "parameters": .object(parameters + more),
            ]
        ]
    }

    /// Values for open parameters that are only looked at, never used.
    var placeholders: [JSONMember] {
        openParameters.map { name in
            JSONMember(
                name,
                ["value": name == Self.pluginURL ? "https://plugin.invalid/slipway-vnet" : "placeholder"])
        }
    }

    /// Key Vaults that the parameters refer to, each once, with the secrets' names.
    var vaults: [(id: String, secrets: [String])] {
        var vaults: [(id: String, secrets: [String])] = []
        for parameter in parameters {
            guard let reference = parameter.value["reference"], let id = reference["keyVault"]?["id"]?.string
            else { continue }
            let secret = reference["secretName"]?.string ?? parameter.name
            if let index = vaults.firstIndex(where: { $0.id.lowercased() == id.lowercased() }) {
                vaults[index].secrets.append(secret)
            } else {
                vaults.append((id, [secret]))
            }
        }
        return vaults
    }

    /// Types of all resources of the template and the templates inside it, sorted.
    var resourceTypes: [String] { Self.types(in: template).sorted() }

    private static func types(in template: JSONValue) -> Set<String> {
        var types: Set<String> = []
        for resource in template["resources"]?.array ?? [] {
            if let type = resource["type"]?.string { types.insert(type) }
            if let inner = resource["properties"]?["template"] { types.formUnion(Self.types(in: inner)) }
        }
        return types
    }
}

extension ClusterToDeploy {
    /// Whether the template gives the cluster's identity roles.
    var assignsRoles: Bool {
        if case .managedIdentity = plan.identity { true } else { false }
    }
}
