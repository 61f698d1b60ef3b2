import NetworkPlan

/// containerd's `hosts.toml` of a registry whose images come from a mirror, and from nowhere else.
///
/// Source: containerd, docs/hosts.md: the values at the top are those of `server`, which is asked last. A file without any `host`
/// is passed over by containerd 1.6, so the mirror stands in both places.
enum RegistryMirror {
    static func file(for registry: String, at mirror: String) -> WrittenFile {
        // URLs are printable ASCII without quotes and backslashes (rule MD003).
        let url = "\(mirror)/v2/\(registry)"
        let settings = "capabilities = [\"pull\", \"resolve\"]\noverride_path = true\n"
        let text = "server = \"\(url)\"\n\(settings)\n[host.\"\(url)\"]\n\(settings)"
        return WrittenFile("/etc/containerd/certs.d/\(registry)/hosts.toml", text: Array(text.utf8))
    }
}
