/// The form of a Key Vault's resource id.
package enum KeyVaultID {
    /// Whether `text` is one.
    package static func isValid(_ text: String) -> Bool { KeyVaultReference.isVault(text) }
}
