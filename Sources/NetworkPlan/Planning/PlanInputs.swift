public import Catalogue

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
}
