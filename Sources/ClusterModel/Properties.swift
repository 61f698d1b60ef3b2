/// The object `properties`.
public struct Properties: ModelObject {
    /// What runs the containers, and how.
    public var orchestratorProfile = OrchestratorProfile()
    /// The masters.
    public var masterProfile = MasterProfile()
    /// The pools of nodes.
    public var agentPoolProfiles: [AgentPoolProfile] = []
    /// Users, keys and name resolution of the machines.
    public var linuxProfile = LinuxProfile()
    /// The identity with which the cluster calls Azure, where it is a service principal.
    public var servicePrincipalProfile: ServicePrincipalProfile?
    /// Certificates that are given, not made.
    public var certificateProfile: CertificateProfile?
    /// People's log-in by Microsoft Entra ID.
    public var aadProfile: AADProfile?
    /// Switches.
    public var featureFlags = FeatureFlags()
    /// slipway's own: the network around the cluster.
    public var networkProfile = NetworkProfile()
    /// slipway's own: checksums of downloads that the versions table does not pin.
    public var downloads: [Download] = []
    /// slipway's own: proxy, mirror and bundle of machines.
    public var provisioning: ProvisioningProfile?

    /// One that says nothing.
    public init() {}

    private static let openShift = "slipway makes Kubernetes clusters only"

    /// The keys.
    public static let keys: [ModelKey<Properties>] = [
        .defaulted("orchestratorProfile", \.orchestratorProfile),
        .required("masterProfile", \.masterProfile),
        .list("agentPoolProfiles", \.agentPoolProfiles),
        .required("linuxProfile", \.linuxProfile),
        .optional("servicePrincipalProfile", \.servicePrincipalProfile),
        .optional("certificateProfile", \.certificateProfile),
        .optional("aadProfile", \.aadProfile),
        .defaulted("featureFlags", \.featureFlags),
        .defaulted("networkProfile", \.networkProfile),
        .list("downloads", \.downloads),
        .optional("provisioning", \.provisioning),
        .known(
            "extensionProfiles", [OpaqueObject].self,
            .refused(
                .said, ModelRule.notSupported, because: "scripts would be fetched at boot without a checksum")
        ),
        .known(
            "windowsProfile", OpaqueObject.self,
            .ignored(.said, because: "there are no Windows pools")),
        .known("azProfile", OpaqueObject.self, .refused(.said, ModelRule.notSupported, because: openShift)),
        .known(
            "customCloudProfile", OpaqueObject.self,
            .refused(.said, ModelRule.notSupported, because: "Azure Stack is not supported")),
        .known("telemetryProfile", OpaqueObject.self, .ignored(.said, because: "slipway sends no telemetry")),
        .known("provisioningState", String.self, .ignored(.said, because: "Azure writes it, not people")),
    ]
}
