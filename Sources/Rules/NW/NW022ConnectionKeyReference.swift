import AddressPlan
import ClusterModel
import Findings

/// The key of a connection is given twice, or by a reference to what is no Key Vault.
///
/// Only one of the two would count, silently; a wrong vault id fails after the deployment has begun with
/// `KeyVaultParameterReferenceNotFound`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/27}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         vpn: {deviceAddress: 203.0.113.5, sharedKeySecretRef: {vaultID: keys, secretName: hq}}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/27}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         vpn: {deviceAddress: 203.0.113.5, sharedKeySecretRef: {vaultID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.KeyVault/vaults/keys, secretName: hq}}
/// ```
///
/// Source: Microsoft Learn, "Use Azure Key Vault to pass secure parameter value".
enum ConnectionKeyReference: Rule {
    static let id = RuleID("NW022", "ConnectionKeyReference")

    static func findings(in context: RuleContext) -> [Finding] {
        context.properties.networkProfile.onPremises.enumerated().flatMap { index, site -> [Finding] in
            let path = Paths.networkProfile["onPremises"][index]
            return check(
                site.vpn?.sharedKey, site.vpn?.sharedKeySecretRef, at: path["vpn"]["sharedKeySecretRef"])
                + check(
                    site.expressRoute?.authorizationKey, site.expressRoute?.authorizationKeySecretRef,
                    at: path["expressRoute"]["authorizationKeySecretRef"])
        }
    }

    private static func check(
        _ key: Secret?, _ reference: KeyVaultSecretReference?, at path: ModelPath
    ) -> [Finding] {
        guard let reference else { return [] }
        if let key, !key.isEmpty {
            return [
                Finding(
                    id, .error, at: path, "the key is given in clear and by reference",
                    remedy: "keep the reference")
            ]
        }
        guard let vault = reference.vaultID,
            !ResourceIDForm.isID(vault, of: ["Microsoft.KeyVault", "vaults"])
        else { return [] }
        return [
            Finding(
                id, .error, at: path["vaultID"], "\"\(vault)\" is no id of a Key Vault",
                remedy: "write /subscriptions/S/resourceGroups/R/providers/Microsoft.KeyVault/vaults/NAME")
        ]
    }
}
