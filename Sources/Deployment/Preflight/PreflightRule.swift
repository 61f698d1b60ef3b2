import Findings

/// A rule of preflight: judges what Azure said, asks nothing itself.
protocol PreflightRule: Sendable {
    /// Its permanent name.
    static var id: RuleID { get }
    /// What it has to say.
    static func findings(in context: PreflightContext) -> [Finding]
}

/// All rules of preflight, in the order of their ids.
enum PreflightBook {
    static let rules: [any (PreflightRule & Sendable).Type] = [
        PF002Subscription.self, PF003ProviderNotRegistered.self, PF004ResourceGroup.self,
        PF005GroupRights.self,
        PF006SubnetRights.self, PF007RoleAssignmentRights.self, PF010VNetMissing.self, PF011VNetRegion.self,
        PF012VNetAddressSpace.self, PF013SubnetPrefix.self, PF014LivePeerings.self, PF015SubnetFull.self,
        PF016SubnetPeak.self, PF017StaticAddressTaken.self, PF018SubnetDelegated.self,
        PF019SecurityGroup.self,
        PF020RouteTable.self, PF021NATGateway.self, PF022EndpointPolicy.self, PF023DNSServers.self,
        PF024Policy.self, PF025SizeNotOffered.self, PF026SizeRestricted.self, PF027ZoneNotOffered.self,
        PF028CoreQuota.self, PF029NetworkQuota.self, PF030ImageMissing.self, PF031DNSLabelTaken.self,
        PF032NameTaken.self, PF033ClusterDiffers.self, PF034KeyVault.self, PF035IdentityMissing.self,
        PF036Validation.self, PF037OpenParameter.self, PF040Unknown.self,
    ]

    /// The ids and names of all rules, in order; PF001 is said by the login itself.
    static var ids: [RuleID] { [Preflight.login] + rules.map { $0.id } }
}
