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

    /// What is wrong with its signature. Weak keys cannot even be read.
    ///
    /// Source: Go's crypto/x509, which Kubernetes is made with, refuses SHA-1.
    func strengthProblem() -> CertificateProblem? {
        certificate.signatureAlgorithm == .sha1WithRSAEncryption ? .weakSignature("SHA-1") : nil
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
