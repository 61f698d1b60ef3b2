public import AddressPlan
public import Catalogue
public import ClusterModel
public import Document
public import Findings
public import Reachability

/// A model that was read and judged.
public struct Review: Sendable {
    /// The text as a tree.
    public let document: Document
    /// The typed model.
    public let cluster: Cluster
    /// What it asks of the address space.
    public let addresses: AddressPlan
    /// Follows packets through the network that it describes.
    public let tracer: Tracer
    /// All that reading and rules have to say, in the order of the text.
    public let findings: [Finding]

    /// Whether nothing forbids to make the cluster.
    public var isAccepted: Bool { !findings.contains { $0.severity == .error } }

    /// Read once: one run may judge hundreds of models.
    private static let defaults = Result { () throws(UnreadableDocument) in
        try Document(reading: Catalogues.defaults, file: "apimodels/defaults.json")
    }

    /// Reads the model in `document` and asks every rule.
    ///
    /// - Throws: if the defaults that are part of the program cannot be read.
    public init(_ document: Document, catalogues: Catalogues, isStrict: Bool) throws(UnreadableDocument) {
        var document = document
        let (cluster, findings) = Cluster.read(&document, defaults: try Self.defaults.get())
        let addresses = AddressPlan(cluster)
        let context = RuleContext(
            cluster: cluster, addresses: addresses, document: document, catalogues: catalogues,
            isStrict: isStrict)
        self.document = document
        self.cluster = cluster
        self.addresses = addresses
        tracer = context.tracer
        self.findings = document.locating(findings + RuleBook.findings(in: context))
    }
}
