extension KubernetesComponentsConfig {
    /// The id of the identity with which nodes pull from Azure's registries; nil where the add-on for it is not wanted.
    public var registryIdentity: String? {
        let addon = addons.first { $0.name == AddonCatalogue.registryLogIn && $0.enabled == true }
        return addon?.config[AddonCatalogue.registryIdentity]
    }
}
