import AddressPlan
import ClusterModel
import Findings

/// There is no key to log in with, or one that is no OpenSSH public key, too short, or private.
///
/// Azure answers `InvalidParameter` for the machine. A private key in a model is a leak: it is refused and never shown.
///
/// ## Wrong
/// ```yaml
/// properties:
///   linuxProfile:
///     ssh:
///       publicKeys:
///         - keyData: ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQCq
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   linuxProfile:
///     ssh:
///       publicKeys:
///         - keyData: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/A0dIj67CqnLJ2Mv3cOUMT8
/// ```
///
/// Source: Microsoft Learn, "Create SSH keys"; OpenSSH, `sshd(8)`, AUTHORIZED_KEYS FILE FORMAT.
enum SSHPublicKeys: Rule {
    static let id = RuleID("ID007", "SSHPublicKeys")

    static func findings(in context: RuleContext) -> [Finding] {
        let list = Paths.linuxProfile["ssh"]["publicKeys"]
        let keys = context.properties.linuxProfile.ssh.publicKeys
        if keys.isEmpty {
            return [
                Finding(
                    id, .error, at: list, "there is no public key to log in with",
                    remedy: "pass --set linuxProfile.ssh.publicKeys[0].keyData=\"ssh-ed25519 …\"")
            ]
        }
        var findings = keys.enumerated().compactMap { index, key in
            check(
                key.keyData, at: list[index]["keyData"],
                flag: "--set linuxProfile.ssh.publicKeys[\(index)].keyData=\"ssh-ed25519 …\"")
        }
        if let cluster = context.kubernetesConfig.network.privateCluster, cluster.enabled,
            let jumpbox = cluster.jumpboxProfile,
            let finding = check(
                jumpbox.publicKey,
                at: Paths.kubernetesConfig["privateCluster"]["jumpboxProfile"]["publicKey"],
                flag:
                    "--set orchestratorProfile.kubernetesConfig.privateCluster.jumpboxProfile.publicKey=\"…\""
            )
        {
            findings.append(finding)
        }
        return findings
    }

    private static func check(_ text: String?, at path: ModelPath, flag: String) -> Finding? {
        guard let text else {
            return Finding(id, .error, at: path, "\(path) is blank", remedy: "fill it in, or pass \(flag)")
        }
        if text.split(separator: " ").dropFirst().first == "PUBLICKEY" {
            // A word of the old tools' examples that stands for a key, as SUB_ID does in ids.
            return Finding(
                id, .warning, at: path, "\(path) has the placeholder PUBLICKEY; Azure will refuse it",
                remedy: "pass \(flag)")
        }
        switch OpenSSHPublicKey.problem(with: text) {
        case nil: return nil
        case .privateKey?:
            return Finding(
                id, .error, at: path, "\(path) holds a private key",
                remedy:
                    "take it out of the model at once and out of git's history, make a new pair, and write the "
                    + "public half")
        case .other(let reason)?:
            return Finding(
                id, .error, at: path, "\(path) is no OpenSSH public key: \(reason)", remedy: "pass \(flag)")
        }
    }
}
