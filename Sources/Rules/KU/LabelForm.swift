import ClusterModel

/// The forms of label keys and values.
///
/// Source: Kubernetes, "Labels and Selectors": syntax and character set.
enum LabelForm {
    /// What is wrong with `key`, nil for nothing.
    static func problem(withKey key: String) -> String? {
        let parts = key.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { return "a key has one \"/\" at most" }
        if parts.count == 2, !isSubdomain(parts[0]) { return "what stands before \"/\" is a DNS name" }
        guard let name = parts.last, isName(name) else {
            return "the name is 1 to 63 letters, digits and ._- with a letter or digit at both ends"
        }
        return nil
    }

    /// What is wrong with `value`, nil for nothing.
    static func problem(withValue value: String) -> String? {
        value.isEmpty || isName(value[...])
            ? nil : "a value is empty, or 1 to 63 letters, digits and ._- with a letter or digit at both ends"
    }

    /// Whether `key` has a prefix that Kubernetes keeps for itself and kubelet may not set.
    ///
    /// Source: Kubernetes, "Using Admission Controllers": NodeRestriction.
    static func isReserved(_ key: String) -> Bool {
        guard let slash = key.firstIndex(of: "/") else { return false }
        let prefix = key[..<slash]
        let isKubernetes = ["kubernetes.io", "k8s.io"].contains { prefix == $0 || prefix.hasSuffix(".\($0)") }
        guard isKubernetes else { return false }
        if ["kubelet.kubernetes.io", "node.kubernetes.io"].contains(where: {
            prefix == $0 || prefix.hasSuffix(".\($0)")
        }) {
            return false
        }
        return ![
            "kubernetes.io/hostname", "kubernetes.io/arch", "kubernetes.io/os",
            "topology.kubernetes.io/region", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "failure-domain.beta.kubernetes.io/zone",
            "beta.kubernetes.io/instance-type", "beta.kubernetes.io/os", "beta.kubernetes.io/arch",
        ].contains(key)
    }

    private static func isName(_ text: Substring) -> Bool {
        let bytes = Array(text.utf8)
        guard (1...63).contains(bytes.count), let first = bytes.first, let last = bytes.last else {
            return false
        }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && bytes.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
    }

    private static func isSubdomain(_ text: Substring) -> Bool {
        text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
                let bytes = Array(part.utf8)
                guard (1...63).contains(bytes.count), let first = bytes.first, let last = bytes.last else {
                    return false
                }
                let isLower = { (byte: UInt8) in byte.isASCIILowercase || byte.isASCIIDigit }
                return isLower(first) && isLower(last)
                    && bytes.allSatisfy { isLower($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }
}
