import AddressPlan
import ClusterModel
import Findings

extension Planner {
    func identity() throws(PlanGap) -> IdentityPlan {
        let principal = properties.servicePrincipalProfile
        let safety = kubernetesConfig.safety
        if safety.useManagedIdentity ?? (principal?.clientId == nil) {
            guard let said = safety.userAssignedID else { return .managedIdentity(name: "\(name)-identity") }
            return said.hasPrefix("/") ? .existingManagedIdentity(id: said) : .managedIdentity(name: said)
        }
        let path = ModelPath.properties["servicePrincipalProfile"]
        return .servicePrincipal(
            ServicePrincipalPlan(
                clientID: try (principal?.clientId).orGap(path["clientId"]), objectID: principal?.objectId,
                secret: try secret(of: principal, at: path)))
    }

    private func secret(
        of principal: ServicePrincipalProfile?, at path: ModelPath
    ) throws(PlanGap) -> SecretSource {
        if let reference = principal?.keyvaultSecretRef {
            return .keyVault(
                vaultID: try reference.vaultID.orGap(path["keyvaultSecretRef"]["vaultID"]),
                secretName: try reference.secretName.orGap(path["keyvaultSecretRef"]["secretName"]),
                version: reference.version)
        }
        return .model(try (principal?.secret).orGap(path["secret"]))
    }

    func access() throws(PlanGap) -> AccessPlan {
        let profile = properties.linuxProfile
        return AccessPlan(
            adminUsername: try profile.adminUsername.orGap(Paths.linuxProfile["adminUsername"]),
            publicKeys: profile.ssh.publicKeys.compactMap(\.keyData),
            vaultCertificates: profile.secrets.compactMap { secret in
                secret.sourceVault.id.map { vault in
                    VaultCertificatesPlan(
                        vaultID: vault, certificateURLs: secret.vaultCertificates.compactMap(\.certificateUrl)
                    )
                }
            })
    }

    func jumpbox() throws(PlanGap) -> JumpboxPlan? {
        guard let cluster = kubernetesConfig.network.privateCluster, cluster.enabled,
            let profile = cluster.jumpboxProfile
        else { return nil }
        let path = Paths.kubernetesConfig["privateCluster"]["jumpboxProfile"]
        let boxName = try profile.name.orGap(path["name"])
        var machineProfile = MachineProfile()
        machineProfile.vmSize = profile.vmSize
        machineProfile.osDiskSizeGB = profile.osDiskSizeGB ?? Self.standardJumpboxDiskGB
        return JumpboxPlan(
            name: boxName, nicName: "\(boxName)-nic", publicIPName: "\(boxName)-ip",
            securityGroupName: "\(boxName)-nsg",
            subnet: try (addresses.masters?.subnet).orGap(Paths.masterProfile),
            machine: try machine(machineProfile, accelerated: nil, pods: 0, at: path),
            username: profile.username ?? "azureuser",
            publicKey: try profile.publicKey.orGap(path["publicKey"]))
    }

    /// The jumpbox's disk where the model says nothing, as in both old tools.
    private static let standardJumpboxDiskGB = 30

    func certificates() -> [CertificatePlan] {
        guard let profile = properties.certificateProfile else { return [] }
        typealias Pair = (use: CertificatePlan.Use, certificate: String?, key: Secret?)
        let pairs: [Pair] = [
            (.authority, profile.caCertificate, profile.caPrivateKey),
            (.apiServer, profile.apiServerCertificate, profile.apiServerPrivateKey),
            (.kubeletClient, profile.clientCertificate, profile.clientPrivateKey),
            (.operator, profile.kubeConfigCertificate, profile.kubeConfigPrivateKey),
            (.etcdServer, profile.etcdServerCertificate, profile.etcdServerPrivateKey),
            (.etcdClient, profile.etcdClientCertificate, profile.etcdClientPrivateKey),
        ]
        let masters = properties.masterProfile.count ?? 0
        let peers: [Pair] =
            profile.etcdPeerCertificates.count == masters && profile.etcdPeerPrivateKeys.count == masters
            ? zip(profile.etcdPeerCertificates, profile.etcdPeerPrivateKeys).enumerated().map {
                (.etcdPeer($0), $1.0, $1.1)
            } : []
        // Half a pair is of no use: the rule has warned, and both are made anew.
        return (pairs + peers).compactMap { use, certificate, key in
            guard let certificate, let key, !key.isEmpty else { return nil }
            return CertificatePlan(
                use: use, certificate: Self.source(of: certificate), key: Self.source(of: key.revealed))
        }
    }

    func keyAlgorithm() -> KeyAlgorithmPlan {
        properties.certificateProfile?.keyAlgorithm == .rsa2048 ? .rsa2048 : .ecdsaP256
    }

    /// A Key Vault secret's id `<vaultID>/secrets/NAME[/VERSION]`, or the text itself.
    private static func source(of text: String) -> SecretSource {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.hasPrefix("/"), parts.count == 11 || parts.count == 12, parts[9].lowercased() == "secrets"
        else {
            return .model(Secret(text))
        }
        return .keyVault(
            vaultID: parts[..<9].joined(separator: "/"), secretName: String(parts[10]),
            version: parts.count == 12 ? String(parts[11]) : nil)
    }
}
