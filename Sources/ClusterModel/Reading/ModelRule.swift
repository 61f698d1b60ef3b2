public import Findings

/// The rules that hold for every key of a model, by themselves.
public enum ModelRule {
    /// A key that no model has.
    ///
    /// A misspelt key has no effect, and what it was to change stays as it was; nobody notices before it matters.
    /// Keys match without regard to case, and the finding names the nearest key that exists.
    ///
    /// ## Wrong
    /// ```yaml
    /// properties:
    ///   masterProfile:
    ///     vmSise: Standard_D2s_v5
    /// ```
    ///
    /// ## Right
    /// ```yaml
    /// properties:
    ///   masterProfile:
    ///     vmSize: Standard_D2s_v5
    /// ```
    ///
    /// Source: acs-engine, which refuses unknown keys, too; docs/model-keys.md.
    public static let unknownKey = RuleID("MD001", "UnknownKey")
    /// A value of another type than the key's.
    ///
    /// A number in quotes is no number, and YAML reads an unquoted `1.30` as a number that ends in 3.
    ///
    /// ## Wrong
    /// ```yaml
    /// properties:
    ///   masterProfile:
    ///     count: "3"
    /// ```
    ///
    /// ## Right
    /// ```yaml
    /// properties:
    ///   masterProfile:
    ///     count: 3
    /// ```
    ///
    /// Source: acs-engine and aks-engine, `pkg/api/vlabs/types.go`.
    public static let wrongType = RuleID("MD002", "WrongType")
    /// A value outside the range, form or list that the key allows.
    ///
    /// Azure or a component would refuse it later, after minutes, with a message that names no line of the model.
    ///
    /// ## Wrong
    /// ```yaml
    /// properties:
    ///   masterProfile:
    ///     count: 2
    /// ```
    ///
    /// ## Right
    /// ```yaml
    /// properties:
    ///   masterProfile:
    ///     count: 3
    /// ```
    ///
    /// Source: docs/model-keys.md, where each key has its source.
    public static let valueNotAllowed = RuleID("MD003", "ValueNotAllowed")
    /// A key that every model must have is missing.
    ///
    /// There is no value that would be right for everybody, so slipway guesses none.
    ///
    /// ## Wrong
    /// ```yaml
    /// properties:
    ///   linuxProfile:
    ///     adminUsername: null
    /// ```
    ///
    /// ## Right
    /// ```yaml
    /// properties:
    ///   linuxProfile:
    ///     adminUsername: azureuser
    /// ```
    ///
    /// Source: docs/model-keys.md.
    public static let missingKey = RuleID("MD004", "MissingKey")
    /// A key or value that promises what the cluster would not do.
    ///
    /// The old tools had it; slipway makes clusters without it. A model that is accepted must mean what it says.
    ///
    /// ## Wrong
    /// ```yaml
    /// properties:
    ///   orchestratorProfile:
    ///     kubernetesConfig:
    ///       networkPlugin: kubenet
    /// ```
    ///
    /// ## Right
    /// ```yaml
    /// properties:
    ///   orchestratorProfile:
    ///     kubernetesConfig:
    ///       networkPlugin: azure
    /// ```
    ///
    /// Source: docs/model-keys.md.
    public static let notSupported = RuleID("MD005", "NotSupported")
    /// A key or value that is accepted and has no effect here.
    ///
    /// Models of the old tools stay readable; whoever reads one later should not believe that the key does something.
    ///
    /// ## Wrong
    /// ```yaml
    /// properties:
    ///   orchestratorProfile:
    ///     kubernetesConfig:
    ///       dockerBridgeSubnet: 172.17.0.1/16
    /// ```
    ///
    /// ## Right
    /// ```yaml
    /// properties:
    ///   orchestratorProfile:
    ///     kubernetesConfig:
    ///       serviceCidr: 10.0.0.0/16
    ///       dnsServiceIP: 10.0.0.10
    /// ```
    ///
    /// Severity: warning.
    /// Source: docs/model-keys.md.
    public static let noEffect = RuleID("ST001", "NoEffect")
    /// A key in another spelling than the usual one: the case of letters differs.
    ///
    /// Keys match without regard to case, but people and their tools search for one spelling.
    ///
    /// ## Wrong
    /// ```yaml
    /// properties:
    ///   masterProfile:
    ///     vnetCIDR: 10.240.0.0/12
    /// ```
    ///
    /// ## Right
    /// ```yaml
    /// properties:
    ///   masterProfile:
    ///     vnetCidr: 10.240.0.0/12
    /// ```
    ///
    /// Severity: info.
    /// Source: docs/model-keys.md.
    public static let keySpelling = RuleID("ST003", "KeySpelling")
    /// Network policies are asked for, by `networkPolicy` or by an add-on.
    ///
    /// slipway's own plugin connects the pods and has no native network policies: the model would promise a separation
    /// that the cluster does not have. Use network security groups on the pools' subnets.
    ///
    /// ## Wrong
    /// ```yaml
    /// properties:
    ///   orchestratorProfile:
    ///     kubernetesConfig:
    ///       networkPolicy: calico
    /// ```
    ///
    /// ## Right
    /// ```yaml
    /// properties:
    ///   orchestratorProfile:
    ///     kubernetesConfig:
    ///       networkPolicy: ""
    /// ```
    ///
    /// Source: docs/model-keys.md.
    public static let networkPolicy = RuleID("NW001", "NetworkPolicyNotSupported")
}
