public import Catalogue
public import ClusterModel

/// What a plan is made from beside the model.
public struct PlanInputs: Sendable {
    /// Sizes, regions and versions.
    public var catalogues: Catalogues
    /// SHA-256 of the bundled slipway-vnet, nil where none is bundled.
    public var pluginSHA256: String?
    /// Contents of the model's custom files, by the path that the model names.
    public var customFiles: [String: [UInt8]]

    /// All inputs.
    public init(catalogues: Catalogues, pluginSHA256: String?, customFiles: [String: [UInt8]] = [:]) {
        self.catalogues = catalogues
        self.pluginSHA256 = pluginSHA256
        self.customFiles = customFiles
    }

    /// Inputs for plans of which nobody asks for slipway-vnet or the files that `cluster` puts on masters: those are empty.
    public init(catalogues: Catalogues, unreadFilesOf cluster: Cluster) {
        var files: [String: [UInt8]] = [:]
        for file in cluster.properties.masterProfile.customFiles { files[file.source ?? ""] = [] }
        self.init(catalogues: catalogues, pluginSHA256: nil, customFiles: files)
    }
}
