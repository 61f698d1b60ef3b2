internal import X509

extension CertificateFacts {
    /// Days before its end from which a certificate is spoken about.
    public static let warningDays = 30

    /// What is wrong with its dates at `now`.
    public func dateProblem(at now: Moment) -> CertificateProblem? {
        if end < now { return .expired(end) }
        if now < begin { return .notYetValid(begin) }
        let days = end.days(since: now)
        return days < Self.warningDays ? .endsSoon(end, days: days) : nil
    }

    /// The names of `wanted` that it is not good for.
    func missing(of wanted: [AlternativeName]) -> [AlternativeName] {
        let names = names
        return wanted.filter { name in !names.contains { $0.covers(name) } }
    }

    /// What is wrong with its key and signature.
    ///
    /// Source: Go's crypto/x509, which Kubernetes is made with: RSA keys below 1,024 bits and SHA-1 are refused;
    /// NIST SP 800-57 takes RSA keys from 2,048 bits on.
    func strengthProblem() -> CertificateProblem? {
        let kind = keyKind
        if kind.hasPrefix("RSA"), let bits = Int(kind.dropFirst(3)), bits < 2_048 {
            return .weakKey("RSA with \(bits) bits; 2048 are the least")
        }
        let algorithm = certificate.signatureAlgorithm
        return algorithm == .sha1WithRSAEncryption ? .weakSignature("SHA-1") : nil
    }

    /// What keeps it from being used as `specification` wants.
    func usageProblems(_ specification: CertificateSpecification) -> [CertificateProblem] {
        var problems: [CertificateProblem] = []
        if let usages = (try? certificate.extensions.extendedKeyUsage) ?? nil {
            let isAny = usages.contains(.any)
            if specification.isServer, !isAny, !usages.contains(.serverAuth) {
                problems.append(.lacksUsage("server authentication"))
            }
            if specification.isClient, !isAny, !usages.contains(.clientAuth) {
                problems.append(.lacksUsage("client authentication"))
            }
        }
        return problems
    }
}
