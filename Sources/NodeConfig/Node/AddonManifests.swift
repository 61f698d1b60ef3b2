import ClusterModel
import JSONText
import NetworkPlan

/// `/etc/slipway/addons/`: manifests that the first master applies, in the order of their names.
///
/// What the model says goes in as JSON, which is YAML, so no text of a user's is ever read as YAML.
struct AddonManifests {
    /// Where they stand on masters.
    static let folder = "/etc/slipway/addons"
    /// Their names, a line each, in the order in which they are applied.
    static let listPath = "/etc/slipway/addon-files"

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
                        "environment": JSONWriter.text(of: proxyEnvironment, .compact),
                    ])
            ),
            (
                "11-cloud-node-manager.yaml",
                try templates.text(
                    "addons/11-cloud-node-manager.yaml",
                    ["image": quoted(plan.kubernetes.images.cloudNodeManager)])
            ),
        ]
        for addon in plan.kubernetes.addons where addon.isEnabled {
            if let manifest = addon.manifest {
                manifests.append((fileName("40-\(addon.name)", addon), manifest))
            } else if addon.name == "metrics-server" {
                manifests.append(try metricsServer(addon))
            } else if addon.name == AddonCatalogue.diskDriver {
                manifests.append(try diskDriver(addon))
            }
        }
        return manifests
    }

    private func label(_ addon: AddonPlan) -> String {
        addon.reconciles ? "slipway.io/addon" : "slipway.io/ensured"
    }

    /// Files of one kind are applied each time, those of the other only where their objects are missing.
    private func fileName(_ stem: String, _ addon: AddonPlan) -> String {
        "\(stem)\(addon.reconciles ? "" : ".ensure").yaml"
    }

    /// The disk CSI driver and the StorageClass that claims get which name none.
    private func diskDriver(_ addon: AddonPlan) throws(TemplateError) -> (String, [UInt8]) {
        let images = plan.kubernetes.images.diskDriver
        let said = addon.containers
        func image(_ name: String, _ standard: String) -> String {
            quoted(said.first { $0.name == name }?.image ?? standard)
        }
        let sku = addon.settings[AddonCatalogue.diskSKU] ?? AddonCatalogue.diskSKUs[0]
        let text = try templates.text(
            "addons/20-azuredisk-csi-driver.yaml",
            [
                "label": label(addon),
                "replicas": "\(min(plan.masters.machines.count, 2))",
                "driver": image("azuredisk", images.driver),
                "provisioner": image("csi-provisioner", images.provisioner),
                "attacher": image("csi-attacher", images.attacher),
                "resizer": image("csi-resizer", images.resizer),
                "livenessProbe": image("liveness-probe", images.livenessProbe),
                "registrar": image("node-driver-registrar", images.nodeDriverRegistrar),
                "environment": JSONWriter.text(
                    of: .array(Self.driverEnvironment + proxyVariables), .compact),
                "sku": quoted(sku),
            ])
        return (fileName("20-azuredisk-csi-driver", addon), text)
    }

    private static let driverEnvironment: [JSONValue] = [
        ["name": "CSI_ENDPOINT", "value": "unix:///csi/csi.sock"]
    ]

    /// What programs on masters that call Azure need to reach it by a proxy.
    private var proxyEnvironment: JSONValue { .array(proxyVariables) }
    private var proxyVariables: [JSONValue] {
        (plan.provisioning.proxy?.environment ?? []).map {
            ["name": .string($0.name), "value": .string($0.value)]
        }
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
        let labels: [JSONMember] = [
            JSONMember("k8s-app", "metrics-server"), JSONMember(label(addon), "metrics-server"),
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
        return (fileName("30-metrics-server", addon), text)
    }

    private func quoted(_ text: String) -> String { JSONWriter.text(of: .string(text), .compact) }
}
