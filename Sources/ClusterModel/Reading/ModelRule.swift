public import Findings

/// The rules that hold for every key of a model, by themselves.
public enum ModelRule {
    /// A key that no model has.
    public static let unknownKey = RuleID("MD001", "UnknownKey")
    /// A value of another type than the key's.
    public static let wrongType = RuleID("MD002", "WrongType")
    /// A value outside the range, form or list that the key allows.
    public static let valueNotAllowed = RuleID("MD003", "ValueNotAllowed")
    /// A key that every model must have.
    public static let missingKey = RuleID("MD004", "MissingKey")
    /// A key or value that promises what the cluster would not do.
    public static let notSupported = RuleID("MD005", "NotSupported")
    /// A key or value that is accepted and has no effect here.
    public static let noEffect = RuleID("ST001", "NoEffect")
    /// Network policies, asked for in any form.
    public static let networkPolicy = RuleID("NW001", "NetworkPolicyNotSupported")
}
