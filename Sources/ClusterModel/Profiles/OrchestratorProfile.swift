import Document

/// What runs the containers.
public struct OrchestratorProfile: ModelObject {
    /// `Kubernetes`, in any case.
    public var orchestratorType: String?
    /// The wished minor version, `1.N`.
    public var orchestratorRelease: String?
    /// The demanded version, `1.N.P`.
    public var orchestratorVersion: String?
    /// Kubernetes' settings.
    public var kubernetesConfig = KubernetesConfig()

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<OrchestratorProfile>] = [
        .optional(
            "orchestratorType", \.orchestratorType, .honoured, required: false,
            Constraint(.form("Kubernetes", pattern: "^[Kk][Uu][Bb][Ee][Rr][Nn][Ee][Tt][Ee][Ss]$")) { type in
                type.equalsIgnoringCase("Kubernetes")
                    ? nil
                    : .init(
                        message: "is \"\(type)\"; slipway makes Kubernetes clusters only",
                        remedy: "write \"Kubernetes\"")
            }),
        .optional(
            "orchestratorRelease", \.orchestratorRelease, .honoured, required: false,
            .form("of the form 1.N", pattern: "^0{0,3}1\\.[0-9]{1,4}$", KubernetesVersionForm.isRelease)),
        .optional(
            "orchestratorVersion", \.orchestratorVersion, .honoured, required: false,
            .form(
                "of the form 1.N.P", pattern: "^0{0,3}1(\\.[0-9]{1,4}){2}$", KubernetesVersionForm.isVersion)),
        .defaulted("kubernetesConfig", \.kubernetesConfig),
        .known(
            "dcosConfig", OpaqueObject.self,
            .refused(.said, ModelRule.notSupported, because: "slipway makes Kubernetes clusters only")),
        .known(
            "openShiftConfig", OpaqueObject.self,
            .refused(.said, ModelRule.notSupported, because: "slipway makes Kubernetes clusters only")),
    ]
}

/// The forms in which models name a Kubernetes version.
enum KubernetesVersionForm {
    @Sendable static func isRelease(_ text: String) -> Bool { numbers(text)?.count == 2 }
    @Sendable static func isVersion(_ text: String) -> Bool { numbers(text)?.count == 3 }

    private static func numbers(_ text: String) -> [Int]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } && part.utf8.count <= 4 ? Int(part) : nil
        }
        return numbers.count == parts.count && numbers.first == 1 ? numbers : nil
    }
}
