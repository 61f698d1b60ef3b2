import AddressPlan
import ClusterModel
import Findings

/// A `vnetSubnetID` is not an ARM id of a subnet.
///
/// Source: acs-engine, validation of `vnetSubnetID`.
enum SubnetIDForm: Rule {
    static let id = RuleID("AZ003", "SubnetIDForm")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, _ in
            guard let text = machine.vnetSubnetID, SubnetID(text) == nil else { return nil }
            return Finding(
                id, .error, at: path["vnetSubnetID"], "\"\(text)\" is no id of a subnet",
                remedy:
                    "write /subscriptions/S/resourceGroups/R/providers/Microsoft.Network/virtualNetworks/V/subnets/N"
            )
        }
    }
}
