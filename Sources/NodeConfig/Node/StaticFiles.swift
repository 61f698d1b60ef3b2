/// The static files of a machine: programs, steps and units, as they stand in `templates/`. They are the same in every
/// cluster and go out as one compressed archive.
struct StaticFiles {
    /// What a machine is.
    enum Role: String {
        case master
        case node
    }

    /// Where cloud-init puts the archive, which the first command unpacks.
    static let archive = "/opt/slipway/static.tar"

    let templates: TemplateSource
    let role: Role

    /// The files, in order of path below `templates/`.
    func packed() throws(TemplateError) -> [PackedFile] {
        var files: [PackedFile] = []
        for (template, path, permissions) in Self.everywhere + (role == .master ? Self.masters : Self.nodes) {
            files.append(
                PackedFile(path: path, permissions: permissions, bytes: try templates.bytes(template)))
        }
        return files
    }

    private typealias Placement = (template: String, path: String, permissions: String)

    private static let everywhere: [Placement] =
        ["bootstrap", "run-step"].map { ("bin/\($0)", "/opt/slipway/bin/\($0)", "0755") }
        + [("bin/slipway-node", "/usr/local/bin/slipway-node", "0755")]
        + [
            "complete_settings.py", "download.sh", "files.sh", "kubeadm_documents.py", "kubernetes.sh",
            "log.sh",
            "metadata.sh", "place_secrets.py", "settings.sh", "units.sh",
        ].map { ("lib/\($0)", "/opt/slipway/lib/\($0)", "0644") }
        + steps(
            [
                "10-clock", "15-host", "20-network", "25-bundle", "30-fetch", "35-programs", "40-containerd",
                "50-plugin", "60-secrets", "65-settings", "85-conflist", "90-ready", "95-node-check",
            ], in: "steps")
        + units([
            "containerd.service", "kubelet.service", "slipway-bootstrap.service", "slipway-network.service",
            "slipway-snat.service", "slipway-vnet-refresh.service", "slipway-vnet-refresh.timer",
        ])
        + [
            ("conf/cloud-init-azure.cfg", "/etc/cloud/cloud.cfg.d/90-slipway-azure.cfg", "0644"),
            ("conf/crictl.yaml", "/etc/crictl.yaml", "0644"),
            ("conf/modules.conf", "/etc/modules-load.d/slipway.conf", "0644"),
            ("conf/sysctl.conf", "/etc/sysctl.d/90-slipway.conf", "0644"),
        ]

    private static let masters: [Placement] =
        steps(["55-etcd-disk", "70-images", "75-control-plane", "80-addons"], in: "steps/master")
        + units(["var-lib-etcddisk.mount"])
        + [
            (
                "units/kubelet-etcd-disk.conf", "/etc/systemd/system/kubelet.service.d/10-etcd-disk.conf",
                "0644"
            )
        ]

    private static let nodes: [Placement] = steps(["75-join"], in: "steps/node")

    private static func steps(_ names: [String], in folder: String) -> [Placement] {
        names.map { ("\(folder)/\($0).sh", "/opt/slipway/steps/\($0).sh", "0644") }
    }

    private static func units(_ names: [String]) -> [Placement] {
        names.map { ("units/\($0)", "/etc/systemd/system/\($0)", "0644") }
    }
}
