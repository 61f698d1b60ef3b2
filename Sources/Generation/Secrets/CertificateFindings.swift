public import Certificates
public import Findings

/// What generation has to say about certificates that were kept.
public enum CertificateFindings {
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
