import ClusterModel
public import Document
import Findings
import JSONText

/// The secrets that a model itself gives: `apimodel.json` holds none, they stand in `secrets/model.json` beside it, by
/// path below `properties`.
public enum ModelSecrets {
    private static let file = "model.json"

    /// The file for the secrets of `cluster`, or nil where it gives none.
    static func generatedFile(of cluster: Cluster) -> GeneratedFile? {
        let values = values(of: cluster.properties)
        guard !values.isEmpty else { return nil }
        let json = JSONValue.object(values.map { JSONMember($0.path, .string($0.secret.revealed)) })
        return GeneratedFile("\(KeptSecrets.folder)/\(file)", JSONWriter.bytes(of: json), .owner)
    }

    /// `--set` assignments for the secrets that stand beside the model at `path`. None unless the model is the
    /// `apimodel.json` of a generated folder.
    public static func assignments(besides path: String, of document: Document) throws(UnreadableDocument)
        -> [String]
    {
        guard path == "apimodel.json" || path.hasSuffix("/apimodel.json") else { return [] }
        let file = "\(path.dropLast("apimodel.json".count))\(KeptSecrets.folder)/\(file)"
        guard (try? POSIX.kind(of: file)) == .file else { return [] }
        guard let bytes = try? POSIX.contents(of: file, limit: Document.sizeLimit),
            case .object(let members)? = try? JSONValue(parsing: bytes)
        else {
            throw UnreadableDocument(
                Finding(
                    ReadingRule.unreadable, .error, at: .root, "\(file) beside the model cannot be read",
                    location: SourceLocation(file: file, line: 1, column: 1)))
        }
        return members.compactMap { member in
            guard let value = member.value.string, !value.isEmpty else { return nil }
            return
                "\(member.name)=\"\(value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined())\""
        }
    }

    private static func values(of properties: Properties) -> [(path: String, secret: Secret)] {
        let certificates = properties.certificateProfile
        let safety = properties.orchestratorProfile.kubernetesConfig.safety
        let single: [(String, Secret?)] = [
            ("servicePrincipalProfile.secret", properties.servicePrincipalProfile?.secret),
            ("orchestratorProfile.kubernetesConfig.etcdEncryptionKey", safety.etcdEncryptionKey),
            ("certificateProfile.caPrivateKey", certificates?.caPrivateKey),
            ("certificateProfile.apiServerPrivateKey", certificates?.apiServerPrivateKey),
            ("certificateProfile.clientPrivateKey", certificates?.clientPrivateKey),
            ("certificateProfile.kubeConfigPrivateKey", certificates?.kubeConfigPrivateKey),
            ("certificateProfile.etcdServerPrivateKey", certificates?.etcdServerPrivateKey),
            ("certificateProfile.etcdClientPrivateKey", certificates?.etcdClientPrivateKey),
        ]
        let peers = (certificates?.etcdPeerPrivateKeys ?? []).enumerated().map {
            ("certificateProfile.etcdPeerPrivateKeys[\($0)]", Optional($1))
        }
        let sites = properties.networkProfile.onPremises.enumerated().flatMap { index, site in
            [
                ("networkProfile.onPremises[\(index)].vpn.sharedKey", site.vpn?.sharedKey),
                (
                    "networkProfile.onPremises[\(index)].expressRoute.authorizationKey",
                    site.expressRoute?.authorizationKey
                ),
            ]
        }
        return (single + peers + sites).compactMap { path, secret in
            secret.flatMap { $0.isEmpty ? nil : (path, $0) }
        }
    }
}
