/// The part of `kubernetesConfig` about identity and safety.
public struct KubernetesSafetyConfig: ModelObject {
    /// Whether machines call Azure by a managed identity; when absent, whether there is no service principal.
    public var useManagedIdentity: Bool?
    /// The name of the managed identity that the template makes.
    public var userAssignedID: String?
    /// Whether secrets are encrypted in etcd.
    public var enableDataEncryptionAtRest = false
    /// The key for that, base64, as written.
    public var etcdEncryptionKey: Secret?
    /// Whether nodes ask the instance metadata service about themselves.
    public var useInstanceMetadata = true

    /// One that says nothing.
    public init() {}

    private static let staysOn = "it stays on"
    private static let noKMS = "no KMS plugin is installed, so secrets would lie in clear"
    private static let gone = "Kubernetes has had no pod security policies since 1.25"

    /// The keys.
    public static let keys: [ModelKey<KubernetesSafetyConfig>] = [
        .optional("useManagedIdentity", \.useManagedIdentity),
        .optional("userAssignedID", \.userAssignedID),
        .known("userAssignedClientID", String.self, .ignored(.said, because: "tools write it, not people")),
        .known("enableRbac", Bool.self, .ignored(.isFalse, because: staysOn)),
        .known("enableSecureKubelet", Bool.self, .ignored(.isFalse, because: staysOn)),
        .known("enableAggregatedAPIs", Bool.self, .ignored(.isFalse, because: staysOn)),
        .defaulted("enableDataEncryptionAtRest", \.enableDataEncryptionAtRest),
        .secret(
            "etcdEncryptionKey", \.etcdEncryptionKey,
            Constraint(Base64.shape) {
                Base64.isValid($0.revealed) ? nil : .init(message: "is not base64", remedy: nil)
            }),
        .known(
            "enableEncryptionWithExternalKms", Bool.self,
            .refused(.said, ModelRule.notSupported, because: noKMS)),
        .known("keyVaultSku", String.self, .refused(.said, ModelRule.notSupported, because: noKMS)),
        .known("enablePodSecurityPolicy", Bool.self, .ignored(.said, because: gone)),
        .known("podSecurityPolicyConfig", OpaqueObject.self, .ignored(.said, because: gone)),
        .defaulted("useInstanceMetadata", \.useInstanceMetadata),
        .known(
            "useCloudControllerManager", Bool.self,
            .ignored(.isFalse, because: "the cloud controller manager is the only way in today's Kubernetes")),
        .known(
            "customCcmImage", String.self,
            .ignored(.said, because: "images come from the versions table")),
    ]
}
