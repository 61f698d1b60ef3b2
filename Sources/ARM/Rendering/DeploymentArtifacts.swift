public import JSONText

/// What the ARM room makes of a plan.
public struct DeploymentArtifacts: Sendable {
    /// The template, `azuredeploy.json`: its text, whose length ARM limits.
    public var template: [UInt8]
    /// The parameters without secrets, `azuredeploy.parameters.json`.
    public var parameters: JSONValue
    /// The secure parameters, `secrets/parameters.json`.
    public var secureParameters: JSONValue
    /// Names of parameters that nobody has given a value yet: the deployment must.
    public var openParameters: [String]
    /// Templates for others, such as the remote halves of peerings, by their paths in the folder.
    public var handover: [(path: String, template: JSONValue)]
}

/// The cluster is too large for ARM, also in nested deployments (rule LM006).
public struct TemplateTooLarge: Error, Sendable, CustomStringConvertible {
    /// What is too large, with the figures.
    public var description: String
}

/// ARM's limits.
///
/// Source: Microsoft Learn, "ARM template best practices": template limits.
enum ARMLimits {
    /// Bytes of a template, as a file and after expansion.
    static let templateBytes = 4 << 20
    /// Resources of a template, loops counted out.
    static let resources = 800
    /// Variables of a template.
    static let variables = 256
    /// What slipway leaves free of each limit in bytes, for what ARM adds.
    static let reserve = 256 << 10
}
