import AddressPlan
import ClusterModel
import Findings

/// An enabled add-on that slipway does not install, or one that would bring network policies.
///
/// A model that lists an add-on promises that it is there; whoever relies on it finds out from what does not
/// happen.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       addons:
///         - name: tiller
///           enabled: true
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       addons:
///         - name: metrics-server
///           enabled: true
/// ```
///
/// Source: docs/model-keys.md; the add-ons of acs-engine and aks-engine.
enum Addons: Rule {
    static let id = RuleID("KU009", "Addons")
    /// Add-ons that are installed without a manifest of the user's.
    private static let installed = AddonCatalogue.all.map(\.name)
    /// Add-ons that enforce network policies.
    private static let policies = [
        "calico", "calico-daemonset", "cilium", "antrea", "flannel", "azure-npm", "azure-npm-daemonset",
    ]

    static func findings(in context: RuleContext) -> [Finding] {
        let path = Paths.kubernetesConfig["addons"]
        var seen: Set<String> = []
        return context.kubernetesConfig.components.addons.enumerated().compactMap { index, addon in
            guard let name = addon.name else { return nil }
            if !seen.insert(name).inserted {
                return Finding(
                    id, .error, at: path[index]["name"], "add-on \"\(name)\" stands twice in the list")
            }
            guard addon.enabled == true else { return nil }
            if policies.contains(name) {
                return Finding(
                    ModelRule.networkPolicy, .error, at: path[index]["enabled"],
                    "add-on \"\(name)\" is refused: slipway's own plugin connects the pods and has no native network "
                        + "policies",
                    remedy: "remove it, and use network security groups on the pools' subnets")
            }
            if addon.data != nil, !installed.contains(name), !isFileName(name) {
                return Finding(
                    id, .error, at: path[index]["name"],
                    "add-on \"\(name)\" brings a manifest, so its name must be one of a file: 1 to 63 lower-case letters, "
                        + "digits and hyphens",
                    remedy: "rename it")
            }
            if name == AddonCatalogue.registryLogIn { return identityFinding(addon, at: path[index]) }
            if name == AddonCatalogue.diskDriver { return skuFinding(addon, at: path[index]) }
            guard !installed.contains(name), addon.data == nil else { return nil }
            return Finding(
                id, .warning, at: path[index]["enabled"],
                "add-on \"\(name)\" is not installed; slipway installs \(installed.joined(separator: ", "))",
                remedy: "give its manifest in data, or install it with its own chart and remove it here")
        }
    }

    private static func isFileName(_ name: String) -> Bool {
        (1...63).contains(name.utf8.count) && !name.hasPrefix("-")
            && name.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    private static func identityFinding(_ addon: Addon, at path: ModelPath) -> Finding? {
        let id = addon.config[AddonCatalogue.registryIdentity] ?? ""
        guard !ResourceIDForm.isID(id, of: ["Microsoft.ManagedIdentity", "userAssignedIdentities"]) else {
            return nil
        }
        return Finding(
            Self.id, .error, at: path["config"],
            "add-on \"\(AddonCatalogue.registryLogIn)\" needs \(AddonCatalogue.registryIdentity), the id of a managed identity "
                + "that may pull (AcrPull)",
            remedy:
                "write config: {identityID: /subscriptions/S/resourceGroups/R/providers/Microsoft.ManagedIdentity/"
                + "userAssignedIdentities/NAME}")
    }

    private static func skuFinding(_ addon: Addon, at path: ModelPath) -> Finding? {
        guard let sku = addon.config[AddonCatalogue.diskSKU], !AddonCatalogue.diskSKUs.contains(sku) else {
            return nil
        }
        return Finding(
            id, .error, at: path["config"][AddonCatalogue.diskSKU],
            "there are no disks of kind \"\(sku)\" for a StorageClass, but \(AddonCatalogue.diskSKUs.joined(separator: ", "))",
            remedy: Spelling.nearest(to: sku, among: AddonCatalogue.diskSKUs).map { "write \($0)" })
    }
}
