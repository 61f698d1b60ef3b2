import ClusterModel
import JSONText
import NetworkPlan

/// `/etc/slipway/addons/`: manifests that the first master applies, in the order of their names.
///
/// What the model says goes in as JSON, which is YAML, so no text of a user's is ever read as YAML.
struct AddonManifests {
    /// Where they stand on masters.
    static let folder = "/etc/slipway/addons"

    let plan: ClusterPlan
    let templates: TemplateSource

    /// The manifests, each with its file's name.
    func list() throws(TemplateError) -> [(name: String, bytes: [UInt8])] {
        var manifests = [
            (
                "10-cloud-controller-manager.yaml",
                try templates.text(
                    "addons/10-cloud-controller-manager.yaml",
                    [
                        "replicas": "\(min(plan.masters.machines.count, 2))",
                        "image": quoted(plan.kubernetes.images.cloudControllerManager),
                        "arguments": JSONWriter.text(of: controllerManagerArguments, .compact),
                    ])
            ),
            (
                "11-cloud-node-manager.yaml",
                try templates.text(
                    "addons/11-cloud-node-manager.yaml",
                    ["image": quoted(plan.kubernetes.images.cloudNodeManager)])
            ),
        ]
        if let addon = plan.kubernetes.addons.first(where: { $0.name == "metrics-server" }), addon.isEnabled,
            addon.data == nil
        {
            manifests.append(try metricsServer(addon))
        }
        return manifests
    }

    /// Flags of the model come last, where they win.
    ///
    /// Source: cloud-provider-azure documentation, "Azure cloud controller manager"; nodes have no ranges of pods.
    private var controllerManagerArguments: JSONValue {
        let own = [
            CommandFlag("--cloud-provider", "azure"),
            CommandFlag("--cloud-config", "/etc/kubernetes/azure.json"),
            CommandFlag("--controllers", "*,-cloud-node"), CommandFlag("--configure-cloud-routes", "false"),
            CommandFlag("--allocate-node-cidrs", "false"), CommandFlag("--cluster-name", plan.name),
            CommandFlag("--leader-elect", "true"), CommandFlag("--secure-port", "10268"),
            CommandFlag("--v", "2"),
        ]
        let said = plan.kubernetes.cloudControllerManagerFlags
        let kept = own.filter { flag in !said.contains { $0.name == flag.name } }
        return .array((kept + said).map { .string("\($0.name)=\($0.value)") })
    }

    /// One that is put back when somebody changes it carries the label by which it is also pruned; one that is only made
    /// where it is missing carries another, and another file name.
    private func metricsServer(_ addon: AddonPlan) throws(TemplateError) -> (String, [UInt8]) {
        let container = addon.containers.first
        let label = addon.reconciles ? "slipway.io/addon" : "slipway.io/ensured"
        let labels: [JSONMember] = [
            JSONMember("k8s-app", "metrics-server"), JSONMember(label, "metrics-server"),
        ]
        let aggregation = ["view", "edit", "admin"].map {
            JSONMember("rbac.authorization.k8s.io/aggregate-to-\($0)", "true")
        }
        var limits: [JSONMember] = []
        if let cpu = container?.cpuLimits { limits.append(JSONMember("cpu", .string(cpu))) }
        if let memory = container?.memoryLimits { limits.append(JSONMember("memory", .string(memory))) }
        let resources: JSONValue = .object(present: [
            "requests": [
                "cpu": .string(container?.cpuRequests ?? "100m"),
                "memory": .string(container?.memoryRequests ?? "200Mi"),
            ],
            "limits": limits.isEmpty ? nil : .object(limits),
        ])
        let text = try templates.text(
            "addons/30-metrics-server.yaml",
            [
                "labels": JSONWriter.text(of: .object(labels), .compact),
                "readerLabels": JSONWriter.text(of: .object(labels + aggregation), .compact),
                "image": quoted(container?.image ?? plan.kubernetes.images.metricsServer),
                "resources": JSONWriter.text(of: resources, .compact),
            ])
        return ("30-metrics-server\(addon.reconciles ? "" : ".ensure").yaml", text)
    }

    private func quoted(_ text: String) -> String { JSONWriter.text(of: .string(text), .compact) }
}
