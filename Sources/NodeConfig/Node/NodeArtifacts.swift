import Addressing
import ClusterModel
import JSONText
public import NetworkPlan

/// What the NodeConfig room makes of a plan.
public struct NodeArtifacts: Sendable {
    /// The masters' user data.
    public let masters: UserData
    /// Each pool's, in the plan's order.
    public let pools: [UserData]
    /// The conflist that nodes get.
    public let conflist: [UInt8]

    /// What the machines of `plan` get, with the files of `templates`.
    ///
    /// - Throws: where a template is missing, or its placeholders are not those that slipway fills in.
    public init(_ plan: ClusterPlan, templates: TemplateSource) throws(TemplateError) {
        let builder = NodeBuilder(plan: plan, templates: templates)
        conflist = JSONWriter.bytes(of: CNIConflist.value)
        masters = try builder.masters()
        let shared = try builder.nodesShare()
        pools = plan.pools.map { builder.pool($0, shared: shared) }
    }

    /// What masters that run already get for another version of Kubernetes: all files of slipway's, in a compressed archive
    /// of ustar's form. Those that the model itself gives are not among them.
    public static func mastersArchive(
        _ plan: ClusterPlan, templates: TemplateSource
    ) throws(TemplateError) -> [UInt8] {
        try NodeBuilder(plan: plan, templates: templates).mastersArchive()
    }
}

/// Puts the files of a machine together.
struct NodeBuilder {
    let plan: ClusterPlan
    let templates: TemplateSource

    /// The interface that Azure's images give the machine.
    private static let interface = "eth0"
    private static let deploymentFile = "/etc/slipway/deployment.json"

    func masters() throws(TemplateError) -> UserData {
        let files =
            try sharedFiles(.master) + mastersOwnFiles()
            + plan.masters.customFiles.map { WrittenFile($0.path, bytes: $0.bytes) }
        return UserData(
            common: config(files).text + CloudConfig.encodedHead(Self.deploymentFile, "0600"), own: "")
    }

    /// Everything that slipway puts on masters, as one compressed archive for those that run already.
    func mastersArchive() throws(TemplateError) -> [UInt8] {
        let files = try archivedFiles(.master) + (settingsFiles() + mastersOwnFiles()).compactMap(\.packed)
        return try StaticFiles(templates: templates, role: .master).archive(with: files)
    }

    private func mastersOwnFiles() -> [WrittenFile] {
        var files = [environment(.master, plan.masters.machine, plan.masters.nic)]
        files += sysctlFile(plan.masters.machine)
        files += [
            json("/etc/slipway/kubeadm.json", KubeadmDocuments.ofMasters(plan)),
            json(KubeletSettings.patchPath, KubeletSettings.patch(plan.masters.nic, plan.masters.machine)),
            json("/etc/slipway/azure.json", CloudProviderFile.value(of: plan)),
            json("/etc/slipway/addons.json", AddonSettings.value(of: plan)),
        ]
        if !plan.kubernetes.cloudControllerManagerFlags.isEmpty {
            let flags = plan.kubernetes.cloudControllerManagerFlags.map { "\($0.name)=\($0.value)" }
            files.append(
                json("/etc/slipway/cloud-controller-manager.json", .array(flags.map { .string($0) })))
        }
        if plan.kubernetes.encryptsSecrets {
            files.append(json("/etc/slipway/encryption.json", EncryptionSettings.value(of: plan.kubernetes)))
        }
        files += SecretFiles.list(plan).map { [WrittenFile("/etc/slipway/secret-files", text: $0)] } ?? []
        return files
    }

    /// What the nodes of all pools have, packed once.
    func nodesShare() throws(TemplateError) -> String { config(try sharedFiles(.node)).text }

    func pool(_ pool: PoolPlan, shared: String) -> UserData {
        let own =
            [
                environment(.node, pool.machine, pool.nic),
                json("/etc/slipway/kubeadm.json", KubeadmDocuments.ofNodes(pool, plan)),
                json(KubeletSettings.patchPath, KubeletSettings.patch(pool.nic, pool.machine)),
            ] + sysctlFile(pool.machine)
        return UserData(
            common: shared,
            own: own.map(CloudConfig.entry).joined() + CloudConfig.encodedHead(Self.deploymentFile, "0600"))
    }

    private func config(_ files: [WrittenFile]) -> CloudConfig {
        CloudConfig(
            upgradesPackages: plan.linux.updatesOnBootstrap,
            commands: [
                ["tar", "--extract", "--no-overwrite-dir", "--directory=/", "--file=\(StaticFiles.archive)"],
                ["systemctl", "daemon-reload"],
                ["systemctl", "enable", "--now", "--no-block", "slipway-bootstrap.service"],
            ], files: files)
    }

    /// What goes into the archive beside the static files.
    private func archivedFiles(_ role: StaticFiles.Role) throws(TemplateError) -> [PackedFile] {
        var others = [
            PackedFile(
                path: "/etc/containerd/config.toml",
                bytes: try templates.text(
                    "conf/containerd.toml",
                    [
                        "root": plan.kubernetes.containerdDataDir ?? "/var/lib/containerd",
                        "sandbox": plan.kubernetes.images.pause,
                    ]))
        ]
        if role == .master {
            let addons = try AddonManifests(plan: plan, templates: templates).list()
            others += addons.map {
                PackedFile(path: "\(AddonManifests.folder)/\($0.name)", permissions: "0644", bytes: $0.bytes)
            }
            let names = addons.map { "\($0.name)\n" }.joined()
            others.append(PackedFile(path: AddonManifests.listPath, bytes: Array(names.utf8)))
        }
        return others
    }

    private func sharedFiles(_ role: StaticFiles.Role) throws(TemplateError) -> [WrittenFile] {
        [
            // The extension may ask before the archive is unpacked.
            WrittenFile(
                "/opt/slipway/bin/await-bring-up", "0755", text: try templates.bytes("bin/await-bring-up")),
            WrittenFile(
                StaticFiles.archive, "0600",
                gzipped: try StaticFiles(templates: templates, role: role).archive(with: archivedFiles(role))),
        ] + settingsFiles()
    }

    private func settingsFiles() -> [WrittenFile] {
        [
            WrittenFile(
                "/etc/slipway/vnet.json",
                text: JSONWriter.bytes(of: VNetSettings.value(of: plan.network, interface: Self.interface))),
            WrittenFile(
                "/etc/slipway/\(CNIConflist.fileName)", text: JSONWriter.bytes(of: CNIConflist.value)),
            WrittenFile("/etc/slipway/downloads", text: downloads()),
        ] + resolverFile() + provisioningFiles() + RegistryLogIn.files(plan)
    }

    private func provisioningFiles() -> [WrittenFile] {
        let provisioning = plan.provisioning
        let proxy = provisioning.proxy.map(ProxyFiles.list) ?? []
        guard let mirror = provisioning.mirror else { return proxy }
        return proxy
            + provisioning.mirroredRegistries.map { RegistryMirror.file(for: $0, at: mirror) }
    }

    private func downloads() -> [UInt8] {
        Array(plan.kubernetes.downloads.map { "\($0.name) \($0.url) \($0.sha256)\n" }.joined().utf8)
    }

    private func environment(_ role: StaticFiles.Role, _ machine: MachinePlan, _ nic: NICPlan) -> WrittenFile
    {
        var environment = NodeEnvironment()
        environment.set("CLUSTER", plan.name)
        environment.set("ROLE", role.rawValue)
        environment.set("INTERFACE", Self.interface)
        environment.set("MTU", "\(plan.linux.mtu)")
        environment.set("POD_ADDRESSES", "\(nic.ipConfigurations - 1)")
        environment.set("UNATTENDED_UPGRADES", plan.linux.unattendedUpgrades ? "yes" : "no")
        environment.set("PLUGIN_SHA256", plan.plugin.sha256 ?? "")
        environment.set("KUBERNETES_VERSION", plan.kubernetes.version)
        environment.set("API_SERVER_NAME", plan.apiServer.endpointName)
        environment.set("API_SERVER_ADDRESS", "\(plan.apiServer.internalAddress)")
        environment.set("API_SERVER_PORT", "\(plan.apiServer.port)")
        environment.set("MASTER_NAMES", plan.masters.machines.map(\.name).joined(separator: " "))
        environment.set(
            "MASTER_ADDRESSES", plan.masters.machines.map { "\($0.address)" }.joined(separator: " "))
        let provisioning = plan.provisioning
        environment.set("HTTPS_PROXY", provisioning.proxy?.https ?? "")
        environment.set("HTTP_PROXY", provisioning.proxy?.http ?? "")
        environment.set("NO_PROXY", provisioning.proxy?.exceptions.joined(separator: ",") ?? "")
        environment.set("MIRROR", provisioning.mirror ?? "")
        environment.set("BUNDLE_URL", provisioning.bundle?.url ?? "")
        environment.set("BUNDLE_SHA256", provisioning.bundle?.sha256 ?? "")
        return WrittenFile("/etc/slipway/node.env", "0600", bytes: environment.bytes)
    }

    /// The model's kernel settings; its files are read after slipway's, so they win.
    private func sysctlFile(_ machine: MachinePlan) -> [WrittenFile] {
        guard !machine.sysctls.isEmpty else { return [] }
        let lines = machine.sysctls.entries.map { "\($0.key) = \($0.value)\n" }
        return [WrittenFile("/etc/sysctl.d/95-slipway-model.conf", bytes: Array(lines.joined().utf8))]
    }

    private func resolverFile() -> [WrittenFile] {
        guard plan.linux.searchDomain != nil || plan.linux.dnsServer != nil else { return [] }
        var text = "[Resolve]\n"
        if let server = plan.linux.dnsServer { text += "DNS=\(server)\n" }
        if let domain = plan.linux.searchDomain { text += "Domains=\(domain)\n" }
        return [WrittenFile("/etc/systemd/resolved.conf.d/slipway.conf", bytes: Array(text.utf8))]
    }

    private func json(_ path: String, _ value: JSONValue) -> WrittenFile {
        WrittenFile(path, "0600", bytes: JSONWriter.bytes(of: value, .compact))
    }
}
