public import JSONText

/// What a deployment would do to one resource.
public struct ResourceChange: Sendable, Equatable {
    /// What would be done.
    public enum Kind: String, Sendable, CaseIterable {
        case create = "Create"
        case modify = "Modify"
        /// It is sent again; Azure does not say whether that changes anything.
        case deploy = "Deploy"
        case delete = "Delete"
        case noChange = "NoChange"
        /// It is in the group and not in the template.
        case ignore = "Ignore"
        /// Azure cannot tell.
        case unsupported = "Unsupported"
    }

    /// A property that would change.
    public struct Property: Sendable, Equatable {
        /// The path, such as `properties.hardwareProfile.vmSize`.
        public var path: String
        /// Before, nil where there was none.
        public var before: JSONValue?
        /// After, nil where there will be none.
        public var after: JSONValue?
        /// Whether Azure shows this for resources that do not change, too.
        public var isNoise: Bool
    }

    /// The resource's id.
    public var id: String
    /// Its type.
    public var type: String
    /// Its name, with those of its parents below the type.
    public var name: String
    /// What would be done.
    public var kind: Kind
    /// Properties that would change.
    public var properties: [Property]
    /// Why Azure cannot tell.
    public var reason: String?
    /// Whose it is.
    public var owner: Owner

    /// Whose a resource is.
    public enum Owner: String, Sendable {
        /// The cluster's, in its group.
        case cluster
        /// The network team's: the VNet and whatever belongs to it.
        case network
        /// A right on the network team's subnet, which the cluster's identity gets.
        case grant
    }

    /// Whether only noise would change.
    public var isNoise: Bool { kind == .modify && !properties.isEmpty && properties.allSatisfy(\.isNoise) }

    /// Whether anything would be done.
    public var isEffective: Bool {
        switch kind {
        case .create, .delete, .deploy, .unsupported: true
        case .modify: !isNoise
        case .noChange, .ignore: false
        }
    }
}
