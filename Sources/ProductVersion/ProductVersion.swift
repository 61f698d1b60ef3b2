/// The version of slipway, of which the plugin is a part.
public enum ProductVersion {
    /// As `slipway --version` and `slipway-vnet version` print it (semver.org).
    public static let text = "0.1.0"
}
