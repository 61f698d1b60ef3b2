/// An image of the user's, managed or in a gallery.
public struct ImageReference: ModelObject {
    /// The image's name.
    public var name: String?
    /// Its resource group.
    public var resourceGroup: String?
    /// Its subscription; the deployment's when absent.
    public var subscriptionId: String?
    /// The gallery that holds it.
    public var gallery: String?
    /// Its version in the gallery.
    public var version: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ImageReference>] = [
        .optional("name", \.name, required: true),
        .optional("resourceGroup", \.resourceGroup, required: true),
        .optional("subscriptionId", \.subscriptionId),
        .optional("gallery", \.gallery),
        .optional("version", \.version),
    ]
}
