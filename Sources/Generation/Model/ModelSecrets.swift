public import Document
import Findings
import JSONText

/// Secrets of a generated folder, for the model in it: `apimodel.json` holds none, they stand in `secrets/` beside it.
public enum ModelSecrets {
    /// Where the model has each secret: the parameter's name and the path of its key.
    private static let places: [(parameter: String, path: String)] =
        [
            ("servicePrincipalClientSecret", "servicePrincipalProfile.secret"),
            ("etcdEncryptionKey", "orchestratorProfile.kubernetesConfig.etcdEncryptionKey"),
        ]
        + [
            "caPrivateKey", "apiServerPrivateKey", "clientPrivateKey", "kubeConfigPrivateKey",
            "etcdServerPrivateKey",
            "etcdClientPrivateKey",
        ].map { ($0, "certificateProfile.\($0)") }
        + (0..<5).map { ("etcdPeerPrivateKey\($0)", "certificateProfile.etcdPeerPrivateKeys[\($0)]") }
        + (0..<100).flatMap { index in
            [
                ("vpnSharedKey\(index)", "networkProfile.onPremises[\(index)].vpn.sharedKey"),
                (
                    "expressRouteKey\(index)",
                    "networkProfile.onPremises[\(index)].expressRoute.authorizationKey"
                ),
            ]
        }

    /// `--set` assignments for the secrets that stand beside the model at `path` and that `document` leaves blank. None
    /// unless the model is the `apimodel.json` of a generated folder.
    public static func assignments(besides path: String, of document: Document) throws(UnreadableDocument)
        -> [String]
    {
        guard path == "apimodel.json" || path.hasSuffix("/apimodel.json") else { return [] }
        let file = path.dropLast("apimodel.json".count) + "secrets/parameters.json"
        guard (try? POSIX.kind(of: String(file))) == .file else { return [] }
        guard let bytes = try? POSIX.contents(of: String(file), limit: Document.sizeLimit),
            let parameters = (try? JSONValue(parsing: bytes))?["parameters"]
        else {
            throw UnreadableDocument(
                Finding(
                    ReadingRule.unreadable, .error, at: .root, "\(file) beside the model cannot be read",
                    location: SourceLocation(file: String(file), line: 1, column: 1)))
        }
        return places.compactMap { parameter, path in
            guard let value = parameters[parameter]?["value"]?.string, !value.isEmpty else { return nil }
            return "\(path)=\"\(value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined())\""
        }
    }
}
