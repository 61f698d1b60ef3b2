public import Document
public import Findings

/// A cluster model as acs-engine's `vlabs` has it, with slipway's own keys. What it leaves out holds the default
/// of `apimodels/defaults.json`, or nil where the default depends on other keys or there is none.
///
/// Source of names, types and forms: acs-engine and aks-engine, `pkg/api/vlabs/types.go`.
public struct Cluster: ModelObject {
    /// The version of the language: `vlabs`.
    public var apiVersion: String?
    /// The resource's id; data for Azure, without effect.
    public var id: String?
    /// The cluster's name; the DNS prefix when absent.
    public var name: String?
    /// The Azure region; the resource group's when absent.
    public var location: String?
    /// Tags of every resource.
    public var tags = StringMap()
    /// Everything else.
    public var properties = Properties()

    /// A model that says nothing.
    public init() {}

    /// The keys of the top level.
    public static let keys: [ModelKey<Cluster>] = [
        .optional(
            "apiVersion", \.apiVersion, .honoured, required: true,
            Constraint(.words(["vlabs"])) { version in
                version == "vlabs"
                    ? nil
                    : .init(
                        message: "is \"\(version)\"; models are read in version vlabs",
                        remedy: "write \"vlabs\"")
            }),
        .optional("id", \.id),
        .optional("name", \.name),
        .optional("location", \.location),
        /// The resource's type; data for Azure, without effect.
        .known("type", String.self, .honoured),
        /// The resource's plan; data for Azure, without effect.
        .known("plan", OpaqueObject.self, .honoured),
        .map("tags", \.tags),
        ModelKey.required("properties", \.properties),
    ]
}

extension Cluster {
    /// The model that `document` says, with what it leaves out taken from `defaults`, and all that is wrong with its
    /// keys, types and single values. The values that must not be shown are concealed in `document`.
    public static func read(
        _ document: inout Document, defaults: Document
    ) -> (cluster: Cluster, findings: [Finding]) {
        var reading = Reading()
        let cluster = Cluster.read(document.root, defaults: defaults.root, at: .root, into: &reading)
        document.concealed += reading.secrets
        return (cluster ?? Cluster(), document.duplicateKeys() + reading.findings)
    }
}
