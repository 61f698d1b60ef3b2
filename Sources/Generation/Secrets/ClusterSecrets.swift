public import Certificates
import ClusterModel
import JSONText
public import NetworkPlan

/// All secrets of a cluster: those that were kept, and what was missing.
public struct ClusterSecrets: Sendable {
    /// Certificates and keys.
    public let pki: ClusterPKI
    /// The token with which machines join.
    public let bootstrapToken: BootstrapToken
    /// The key with which secrets are encrypted in etcd, base64; nil where they are not.
    public let encryptionKey: String?

    /// Where certificates and keys stand below `secrets/`.
    static let pkiFolder = "pki"
    private static let encryptionKeyFile = "etcd-encryption-key"
    private static let kubeconfigFile = "admin.kubeconfig"

    /// The secrets of `plan`.
    ///
    /// - Throws: where the CA's key is needed and not there, or a CA cannot be used.
    public init(_ plan: ClusterPlan, kept: KeptSecrets, now: Moment) throws(ClusterPKI.Failure) {
        pki = try ClusterPKI(plan.pkiOrder, kept: kept.files(below: Self.pkiFolder), now: now)
        bootstrapToken =
            kept.files[BootstrapToken.file].flatMap { BootstrapToken($0) } ?? BootstrapToken.make()
        encryptionKey =
            plan.kubernetes.encryptsSecrets
            ? plan.kubernetes.encryptionKey?.revealed
                ?? kept.files[Self.encryptionKeyFile].map { Self.firstLine($0) } ?? EncryptionKey.make() : nil
    }

    private static func firstLine(_ text: String) -> String {
        text.split(separator: "\n", maxSplits: 1).first.map { String($0) } ?? ""
    }

    /// The values of the secure parameters that slipway makes, by name.
    func parameterValues(_ plan: ClusterPlan) -> [String: String] {
        var values = ["pki": Self.jsonText(pki.shared), "bootstrapToken": bootstrapToken.text]
        values["caCertHash"] = pki.authorityHash
        values["etcdEncryptionKey"] = encryptionKey
        for (index, master) in plan.masters.machines.enumerated() {
            values["masterPki\(index)"] = Self.jsonText(pki.own(of: master.name))
        }
        return values
    }

    private static func jsonText(_ files: [String: String]) -> String {
        let members = files.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) }
        return JSONWriter.text(of: .object(members), .compact)
    }

    /// The files in `secrets/`, without the parameters.
    func generatedFiles(_ plan: ClusterPlan) -> [GeneratedFile] {
        var files = pki.files.map { path, text in
            GeneratedFile("\(KeptSecrets.folder)/\(Self.pkiFolder)/\(path)", Array(text.utf8), .owner)
        }
        func add(_ name: String, _ text: String?) {
            guard let text else { return }
            files.append(GeneratedFile("\(KeptSecrets.folder)/\(name)", Array(text.utf8), .owner))
        }
        add(BootstrapToken.file, bootstrapToken.text + "\n")
        add(Self.encryptionKeyFile, encryptionKey.map { $0 + "\n" })
        add(Self.kubeconfigFile, AdminKubeconfig.text(of: plan, pki))
        return files
    }
}
