public import Catalogue
public import Certificates
import ClusterModel
public import Findings
import NetworkPlan
public import Rules

/// What generation has to say about certificates that were kept.
public enum CertificateFindings {
    /// A certificate or key of `certificateProfile` cannot be used.
    ///
    /// The key belongs to another certificate or is encrypted, the certificate has ended, is weak, was not signed by the CA
    /// beside it, or lacks a name or a usage. kubeadm or a component would refuse it on the machine, twenty minutes later.
    ///
    /// ## Wrong
    /// `slipway generate` of a model whose `apiServerCertificate` lacks the name `api.NAME.internal`.
    ///
    /// ## Right
    /// `slipway generate` of the same model with a certificate for all names that the finding lists.
    ///
    /// Severity: error.
    /// Source: kubeadm, which checks keys, chains and names of certificates that it finds; Go, crypto/x509.
    public static let unusable = RuleID("PK001", "GivenCertificate")
    /// A certificate of `certificateProfile` ends within 30 days.
    ///
    /// The cluster comes up, and stops a few weeks later.
    ///
    /// ## Wrong
    /// `slipway generate` of a model whose `caCertificate` ends next week.
    ///
    /// ## Right
    /// `slipway generate` of the same model with a renewed certificate.
    ///
    /// Severity: warning.
    /// Source: RFC 5280, section 4.1.2.5.
    public static let endsSoon = RuleID("PK002", "GivenCertificateEndsSoon")
    /// A certificate is needed that nothing here can sign.
    ///
    /// A kept certificate does not fit any more (a master was added, a name changed, it ended), and the key of the CA that would
    /// sign another is not in `secrets/pki`. kubeadm would refuse the old one on the machine.
    ///
    /// ## Wrong
    /// ```console
    /// $ rm out/secrets/pki/ca.key && slipway generate model.json --set masterProfile.count=5 -o out
    /// ```
    ///
    /// ## Right
    /// ```console
    /// $ cp /safe/ca.key out/secrets/pki/ && slipway generate model.json --set masterProfile.count=5 -o out
    /// ```
    ///
    /// Severity: error.
    /// Source: kubeadm, "Certificate Management with kubeadm": external CA mode.
    public static let cannotSign = RuleID("PK007", "CannotSign")
    /// A CA that was kept or given cannot be used.
    ///
    /// It has ended, its key belongs to another certificate, or the files are damaged. Everything that is signed by it would be
    /// refused by every machine, so slipway makes nothing with it.
    ///
    /// ## Wrong
    /// ```console
    /// $ cp other/secrets/pki/ca.key out/secrets/pki/ca.key && slipway generate model.json -o out
    /// ```
    ///
    /// ## Right
    /// ```console
    /// $ slipway certs rotate out --ca
    /// ```
    ///
    /// Severity: error.
    /// Source: RFC 5280, section 6; kubeadm, which compares certificate and key before it uses them.
    public static let authority = RuleID("PK008", "UnusableAuthority")

    private static let path = ModelPath.properties["certificateProfile"]

    /// What is wrong with the pairs that the model in `review` gives, as of `now`. Nothing, where the model cannot be planned: then
    /// other findings say why.
    public static func given(
        of review: Review, _ catalogues: Catalogues, now: Moment
    ) -> [Finding] {
        guard review.cluster.properties.certificateProfile != nil,
            let plan = try? ClusterPlan(
                review.cluster, review.addresses,
                PlanInputs(catalogues: catalogues, unreadFilesOf: review.cluster))
        else { return [] }
        return given(plan, now: now)
    }

    /// The certificate's name in the model, and the place of what `problem` is about: the certificate, or its key.
    private static func place(
        of use: CertificatePlan.Use, _ problem: CertificateProblem
    ) -> (String, ModelPath) {
        let part = problem.isAboutKey ? "PrivateKey" : "Certificate"
        guard case .etcdPeer(let index) = use else {
            return ("\(use.prefix)Certificate", path["\(use.prefix)\(part)"])
        }
        return ("\(use.prefix)Certificates[\(index)]", path["\(use.prefix)\(part)s"][index])
    }

    /// What is wrong with the pairs that the model gives.
    static func given(_ plan: ClusterPlan, now: Moment) -> [Finding] {
        guard !plan.certificates.isEmpty else { return [] }
        var seen: Set<String> = []
        return ClusterPKI.remarksOnGiven(plan.pkiOrder, now: now).compactMap { remark in
            let pair = plan.certificates.first { plan.paths(of: $0.use).contains(remark.path) }
            let (name, place) = pair.map { Self.place(of: $0.use, remark.problem) } ?? (remark.path, path)
            let message = "\(name) \(remark.problem)"
            // A pair that stands in several places is judged in each.
            guard seen.insert(message).inserted else { return nil }
            return Finding(
                remark.problem.isTolerable ? endsSoon : unusable,
                remark.problem.isTolerable ? .warning : .error,
                at: place, message,
                remedy: "bring another pair, or remove both keys: slipway makes what is missing")
        }
    }

    /// The reason why there are no certificates, as a finding.
    public static func finding(of failure: ClusterPKI.Failure) -> Finding {
        switch failure {
        case .cannotSign(let problem):
            let reason = problem.reason.map { "\(problem.path) \($0)" } ?? "there is no \(problem.path)"
            return Finding(
                cannotSign, .error, at: path,
                "\(reason), and the key of \(problem.authority), which would sign another, is not in secrets/pki",
                remedy:
                    "put \(problem.authority).key beside \(problem.authority).crt, or bring the certificate")
        case .authority(let name, let problem):
            return Finding(
                authority, .error, at: path, "the CA \(name) \(problem)",
                remedy: "bring the right pair, or make new CAs with slipway certs rotate --ca")
        case .library(let text):
            return Finding(authority, .error, at: path, "certificates cannot be made: \(text)")
        }
    }
}
