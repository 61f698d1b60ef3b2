public import Findings

/// The rules about accepting findings.
public enum SuppressionRule {
    /// A suppression that has nothing to suppress.
    ///
    /// What it was written for is gone, or was never found there. Left in place it hides the next mistake of that kind.
    ///
    /// ## Wrong
    /// ```text
    /// # slipway: ignore IP001 -- the subnet is shared with nobody
    /// apiVersion: vlabs
    /// ```
    ///
    /// ## Right
    /// ```text
    /// # slipway: ignore-file MD004 -- a script adds the properties
    /// apiVersion: vlabs
    /// ```
    ///
    /// Severity: warning.
    /// Source: docs/validate.md.
    public static let unused = RuleID("ST004", "UnusedSuppression")
    /// A suppression without a reason, or without a rule that exists. It suppresses nothing.
    ///
    /// Whoever reads the model later must be able to tell whether the reason still holds.
    ///
    /// ## Wrong
    /// ```text
    /// # slipway: ignore-file MD004
    /// apiVersion: vlabs
    /// ```
    ///
    /// ## Right
    /// ```text
    /// # slipway: ignore-file MD004 -- a script adds the properties
    /// apiVersion: vlabs
    /// ```
    ///
    /// Severity: warning.
    /// Source: docs/validate.md.
    public static let withoutReason = RuleID("ST005", "SuppressionWithoutReason")
}
