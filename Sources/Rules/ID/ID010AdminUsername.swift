import AddressPlan
import ClusterModel
import Findings
import JSONText

/// The user's name is one that Azure reserves, or not in lower case.
///
/// Azure answers `InvalidParameter` ("The Admin Username specified is not allowed"). Upper case only gets a warning: Linux
/// takes it, some tools do not.
///
/// ## Wrong
/// ```yaml
/// properties:
///   linuxProfile:
///     adminUsername: admin
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   linuxProfile:
///     adminUsername: azureuser
/// ```
///
/// Source: Microsoft Learn, "Frequently asked questions about Linux VMs": user names.
enum AdminUsername: Rule {
    static let id = RuleID("ID010", "AdminUsername")
    private static let reserved: Set<String> = [
        "administrator", "admin", "user", "user1", "test", "user2", "test1", "user3", "admin1", "1", "123",
        "a",
        "actuser", "adm", "admin2", "aspnet", "backup", "console", "david", "guest", "john", "owner", "root",
        "server", "sql", "support", "support_388945a0", "sys", "test2", "test3", "user4", "user5",
    ]

    static func findings(in context: RuleContext) -> [Finding] {
        let box = Paths.kubernetesConfig["privateCluster"]["jumpboxProfile"]["username"]
        return [
            (context.properties.linuxProfile.adminUsername, Paths.linuxProfile["adminUsername"]),
            (context.kubernetesConfig.network.privateCluster?.jumpboxProfile?.username, box),
        ].compactMap { name, path in
            guard let name else { return nil }
            if reserved.contains(name.lowercased()) {
                return Finding(
                    id, .error, at: path, "\"\(name)\" is a name that Azure reserves",
                    remedy: "write azureuser")
            }
            guard name != name.lowercased() else { return nil }
            return Finding(
                id, .warning, at: path, "\"\(name)\" has upper-case letters, which some Linux tools refuse",
                remedy: "write \(name.lowercased())", fix: .unsafe(.replace(path, .string(name.lowercased())))
            )
        }
    }
}
