public import Catalogue

/// What a plan is made from beside the model.
public struct PlanInputs: Sendable {
    /// The sizes that Azure has.
    public var vmSizes: VMSizes
    /// The regions that Azure has.
    public var regions: Regions
    /// The versions that can be installed.
    public var kubernetesVersions: KubernetesVersions
    /// SHA-256 of the bundled slipway-vnet, nil where none is bundled.
    public var pluginSHA256: String?
    /// Contents of the model's custom files, by the path that the model names.
    public var customFiles: [String: [UInt8]]

    /// All inputs.
    public init(
        vmSizes: VMSizes, regions: Regions, kubernetesVersions: KubernetesVersions, pluginSHA256: String?,
        customFiles: [String: [UInt8]] = [:]
    ) {
        self.vmSizes = vmSizes
        self.regions = regions
        self.kubernetesVersions = kubernetesVersions
        self.pluginSHA256 = pluginSHA256
        self.customFiles = customFiles
    }
}
