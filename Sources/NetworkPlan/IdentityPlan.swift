public import ClusterModel

/// The identity with which masters and nodes call Azure.
public enum IdentityPlan: Sendable {
    /// A managed identity that the template makes.
    case managedIdentity(name: String)
    /// A managed identity that exists, by id.
    case existingManagedIdentity(id: String)
    /// A service principal.
    case servicePrincipal(ServicePrincipalPlan)
}

/// A service principal.
public struct ServicePrincipalPlan: Sendable {
    /// The application's id.
    public var clientID: String
    /// The principal's object id.
    public var objectID: String?
    /// Where its secret comes from.
    public var secret: SecretSource
}

/// Where a secret comes from.
public enum SecretSource: Sendable {
    /// The model: it goes to the secure parameters in `secrets/`.
    case model(Secret)
    /// A Key Vault: the parameters file has a reference.
    case keyVault(vaultID: String, secretName: String, version: String?)
    /// Whoever deploys: the parameter has no value yet.
    case deployment
}
