/// The user data of a kind of machine, in parts: what is the same for all kinds stands once in the template.
public struct UserDataText: Sendable, Hashable {
    /// The part that all machines of the kind share.
    public var common: String
    /// What follows for these machines, up to where the deployment's values go in base64.
    public var own: String

    /// User data whose deployment values follow `common` and `own`.
    public init(common: String, own: String) {
        self.common = common
        self.own = own
    }

    /// Bytes of the whole, with `values` bytes for the deployment's values.
    func size(withValues values: Int = 1_024) -> Int { common.utf8.count + own.utf8.count + values }
}

/// The user data of all machines.
public struct ClusterUserData: Sendable {
    /// The masters'.
    public var masters: UserDataText
    /// Each pool's, in the plan's order.
    public var pools: [UserDataText]

    /// All user data.
    public init(masters: UserDataText, pools: [UserDataText]) {
        self.masters = masters
        self.pools = pools
    }
}
