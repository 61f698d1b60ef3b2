import Findings

/// Who logs in to the machines changes: user, SSH keys, certificates of Key Vault.
///
/// Azure puts them on a machine when it is made, and answers `PropertyChangeNotAllowed` for `linuxConfiguration.ssh.publicKeys`
/// of one that is there. Whoever must be locked out at once is taken out of `authorized_keys` on the machines.
///
/// ## Before
/// ```yaml
/// properties:
///   linuxProfile:
///     adminUsername: azureuser
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   linuxProfile:
///     adminUsername: operator
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   linuxProfile:
///     adminUsername: azureuser
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Resolve errors for resource property changes".
enum ChangedLogin: ChangeRule {
    static let id = RuleID("UP016", "ChangedLogin")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map {
            $0.change(
                self, .replacesNodes,
                "Azure puts users, keys and certificates on a machine when it is made (PropertyChangeNotAllowed)",
                machines: context.allKept)
        }
    }
}
