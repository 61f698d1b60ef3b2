/// The kind of keys that are made.
public enum KeyAlgorithm: String, Sendable, CaseIterable {
    /// ECDSA on NIST's curve P-256: small and fast.
    case ecdsaP256 = "ECDSA-P256"
    /// RSA with 2,048 bits, for what cannot read the other.
    case rsa2048 = "RSA-2048"
}
