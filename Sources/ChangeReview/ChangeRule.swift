import Findings

/// A kind of change. A rule is a file with an enum, whose doc comment is the rule's manual page.
///
/// A rule says what a difference does, with the reason; it never compares texts of models, but plans and values with
/// their defaults, so that spelling and defaults are no change.
protocol ChangeRule: Sendable {
    /// The rule's permanent name.
    static var id: RuleID { get }
    /// What it has to say about the difference between the two sides.
    static func changes(in context: ChangeContext) -> [Change]
}

/// All kinds of change.
enum ChangeBook {
    /// In order of id.
    static let rules: [any ChangeRule.Type] = [
        SubnetOfInterface.self, VNetRangeInUse.self, SubnetPrefixInUse.self, ChangedAvailability.self,
        ChangedPlacement.self, ChangedRegion.self, ChangedClusterName.self, ChangedServiceRange.self,
        ChangedMasterCount.self, ChangedFixedAddress.self, PodsAboveAddresses.self, InterfaceAddresses.self,
        ShrunkDisk.self, ChangedMachine.self, ChangedDataDisks.self, ChangedLogin.self,
        KubernetesStepRefused.self, KubernetesUpgrade.self, NodeSettings.self, ControlPlaneSettings.self,
        NodesAdded.self, NodesRemoved.self, NoRoomForChange.self, ChangedEgress.self,
        ChangedNetworkParts.self,
        ChangedKnownRanges.self, ChangedTags.self, ScaleSetPolicy.self, EncryptionAtRest.self,
        ClusterCertificates.self, ChangedJumpbox.self,
    ]
}
