import ClusterModel
import NetworkPlan

/// A secret that the deployment needs, and where it comes from.
struct SecureParameter {
    /// Where a parameter's value comes from.
    enum Source {
        /// slipway made it: it stands in `secrets/`.
        case made
        /// The model gives it.
        case given(SecretSource)
    }

    var name: String
    var source: Source
    var description: String
}

/// A secret of a machine: its key in `/etc/slipway/secrets.json` and the parameter that holds it.
struct MachineSecret {
    var key: String
    var parameter: String

    init(_ key: String, parameter: String? = nil) {
        self.key = key
        self.parameter = parameter ?? key
    }
}

extension Renderer {
    /// The parameters of a master's own certificates.
    private func masterPKI(_ index: Int) -> String { "masterPki\(index)" }

    /// Whether joining machines can be told by what they know the cluster's CA; else they get the CA itself.
    private var knowsAuthority: Bool {
        !plan.certificates.contains { certificate in
            if case .authority = certificate.use, case .keyVault = certificate.certificate {
                true
            } else {
                false
            }
        }
    }

    /// Every secret of the deployment.
    func secureParameters() -> [SecureParameter] {
        var parameters = [
            SecureParameter(
                name: "pki", source: .made,
                description: "Certificates and keys of all masters, JSON: PEM text by file.")
        ]
        for (index, master) in plan.masters.machines.enumerated() {
            parameters.append(
                SecureParameter(
                    name: masterPKI(index), source: .made,
                    description: "Certificates and keys of \(master.name), JSON: PEM text by file."))
        }
        parameters.append(
            SecureParameter(
                name: "bootstrapToken", source: .made,
                description: "Token with which machines join the cluster."))
        if knowsAuthority {
            parameters.append(
                SecureParameter(
                    name: "caCertHash", source: .made,
                    description: "SHA-256 by which joining machines know the cluster's CA."))
        }
        if case .servicePrincipal(let principal) = plan.identity {
            parameters.append(
                SecureParameter(
                    name: "servicePrincipalClientSecret", source: .given(principal.secret),
                    description: "Secret of the service principal with which the cluster calls Azure."))
        }
        if plan.kubernetes.encryptsSecrets {
            parameters.append(
                SecureParameter(
                    name: "etcdEncryptionKey", source: .made,
                    description: "Key with which secrets are encrypted in etcd, base64."))
        }
        return parameters + vaultCertificates().map(\.parameter)
    }

    /// The secrets of the master at `index`.
    func secrets(ofMaster index: Int) -> [MachineSecret] {
        let fixed: Set = [
            "pki", "bootstrapToken", "caCertHash", "servicePrincipalClientSecret", "etcdEncryptionKey",
        ]
        var secrets = secureParameters().map(\.name).filter { fixed.contains($0) }.map { MachineSecret($0) }
        secrets.append(MachineSecret("masterPki", parameter: masterPKI(index)))
        return secrets
            + vaultCertificates().compactMap { key, parameter, use in
                if case .etcdPeer(let number) = use, number != index { return nil }
                return MachineSecret(key, parameter: parameter.name)
            }
    }

    /// The secrets of a node: what it needs to join.
    func secretsOfNodes() -> [MachineSecret] {
        [MachineSecret("bootstrapToken"), MachineSecret(knowsAuthority ? "caCertHash" : "caCertificate")]
    }

    /// Certificates and keys that the deployment takes from Key Vault.
    private func vaultCertificates() -> [(key: String, parameter: SecureParameter, use: CertificatePlan.Use)]
    {
        plan.certificates.flatMap { certificate in
            [
                ("Certificate", certificate.certificateName, certificate.certificate),
                ("PrivateKey", certificate.keyName, certificate.key),
            ].compactMap { part, name, source in
                guard case .keyVault = source else { return nil }
                let parameter = SecureParameter(
                    name: name, source: .given(source), description: "Given by certificateProfile: \(name).")
                return ("\(certificate.use.prefix)\(part)", parameter, certificate.use)
            }
        }
    }
}
