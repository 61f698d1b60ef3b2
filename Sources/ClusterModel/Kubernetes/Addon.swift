/// An add-on of the cluster.
public struct Addon: ModelObject {
    /// Which one.
    public var name: String?
    /// Whether it is wanted; the add-on's own default when absent.
    public var enabled: Bool?
    /// Whether it is put back when somebody changes it.
    public var mode: AddonMode?
    /// Images and resources of its containers.
    public var containers: [AddonContainer] = []
    /// Settings of its own.
    public var config = StringMap()
    /// A manifest of the user's in its place, base64.
    public var data: String?
    /// That manifest.
    public var manifest: [UInt8]? { data.flatMap { Base64.bytes(of: $0) } }

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<Addon>] = [
        .optional("name", \.name, required: true),
        .optional("enabled", \.enabled),
        .optional("mode", \.mode),
        .list("containers", \.containers),
        .map("config", \.config),
        .known("pools", [OpaqueObject].self, .ignored(.said, because: "no add-on here is set by pool")),
        .optional(
            "data", \.data, .honoured, required: false,
            .init(Base64.shape) { Base64.isValid($0) ? nil : .init(message: "is not base64", remedy: nil) }),
    ]
}

/// What happens to an add-on's objects after they were made.
public enum AddonMode: String, ModelEnum {
    /// They are made where they are missing.
    case ensureExists = "EnsureExists"
    /// They are put back where they were changed.
    case reconcile = "Reconcile"
}

/// Image and resources of a container of an add-on.
public struct AddonContainer: ModelObject {
    /// The container's name.
    public var name: String?
    /// Its image.
    public var image: String?
    /// Requested CPU, a Kubernetes quantity.
    public var cpuRequests: String?
    /// Requested memory, a Kubernetes quantity.
    public var memoryRequests: String?
    /// Most CPU, a Kubernetes quantity.
    public var cpuLimits: String?
    /// Most memory, a Kubernetes quantity.
    public var memoryLimits: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<AddonContainer>] = [
        .optional("name", \.name, required: true),
        .optional("image", \.image),
        .optional("cpuRequests", \.cpuRequests),
        .optional("memoryRequests", \.memoryRequests),
        .optional("cpuLimits", \.cpuLimits),
        .optional("memoryLimits", \.memoryLimits),
    ]
}
