internal import X509

/// A cluster's certificates and keys: those that were kept or given, and what was missing.
public struct ClusterPKI: Sendable {
    /// PEM text by path below the PKI's folder, such as `etcd/ca.crt`. What belongs to one master stands below
    /// `masters/NAME`.
    public private(set) var files: [String: String] = [:]
    /// Paths of the pairs that were made anew, without `.crt`.
    public private(set) var made: [String] = []
    /// By what joining machines know the cluster's CA, nil where it comes from elsewhere.
    public private(set) var authorityHash: String?

    /// What a PKI is made of.
    public struct Order: Sendable {
        /// What the certificates must say.
        public var controlPlane: ControlPlane
        /// The kind of new keys.
        public var algorithm = KeyAlgorithm.ecdsaP256
        /// Pairs that the model gives, by path without `.crt`.
        public var given: [String: CertificatePair] = [:]
        /// Pairs that machines get from elsewhere, by path without `.crt`.
        public var elsewhere: Set<String> = []
        /// Whether the cluster's CA signs for etcd, too.
        public var sharesAuthority = false

        /// An order.
        public init(_ controlPlane: ControlPlane) { self.controlPlane = controlPlane }
    }

    /// A certificate that is needed and that nothing here can sign, because the CA's key is not there.
    public struct CannotSign: Error, Sendable {
        /// The certificate's path, without `.crt`.
        public var path: String
        /// The CA's.
        public var authority: String
        /// Why the one that is there cannot serve, nil where there is none.
        public var reason: CertificateProblem?
    }

    /// Why there is no PKI.
    public enum Failure: Error, Sendable {
        /// Something cannot be signed.
        case cannotSign(CannotSign)
        /// A CA cannot be used.
        case authority(path: String, CertificateProblem)
        /// The library refused.
        case library(String)
    }

    /// What `order` wants: what `kept` holds and still fits stays as it is, byte by byte, the rest is made.
    public init(_ order: Order, kept: [String: String], now: Moment) throws(Failure) {
        let issuer = CertificateIssuer(algorithm: order.algorithm, now: now)
        do {
            var authorities: [Authority: SigningAuthority] = [:]
            for authority in Authority.allCases {
                authorities[authority] =
                    authority == .etcd && order.sharesAuthority
                    ? authorities[.cluster] : try self.authority(authority, order, kept, issuer)
                if let found = authorities[authority] {
                    files["\(authority.rawValue).crt"] = found.pem
                    files["\(authority.rawValue).key"] = found.key?.pem
                }
            }
            authorityHash = authorities[.cluster]?.facts.publicKeyHash
            try addServiceAccountKey(kept, issuer)
            for specification in order.controlPlane.certificates {
                try add(specification, order, kept, authorities[specification.authority], issuer)
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .library("\(error)")
        }
    }

    private mutating func authority(
        _ authority: Authority, _ order: Order, _ kept: [String: String], _ issuer: CertificateIssuer
    ) throws -> SigningAuthority? {
        let path = authority.rawValue
        let given = order.given[path]
        let isElsewhere = order.elsewhere.contains(path)
        guard let certificate = given?.certificate ?? (isElsewhere ? nil : kept["\(path).crt"]) else {
            if isElsewhere { return nil }
            made.append(path)
            return try issuer.authority(authority)
        }
        let facts: CertificateFacts
        let key: SigningKey?
        do throws(CertificateProblem) {
            facts = try CertificateFacts(pem: certificate)
            key = try (given != nil ? given?.key : kept["\(path).key"]).map(SigningKey.init(pem:))
            if let key, !facts.matches(key) { throw .foreignKey }
            if let problem = facts.dateProblem(at: issuer.now), !problem.isTolerable { throw problem }
        } catch {
            throw Failure.authority(path: path, error)
        }
        return SigningAuthority(
            facts: facts, pem: certificate.hasSuffix("\n") ? certificate : certificate + "\n", key: key)
    }

    private mutating func addServiceAccountKey(_ kept: [String: String], _ issuer: CertificateIssuer) throws {
        if let key = kept["sa.key"], let publicKey = kept["sa.pub"] {
            (files["sa.key"], files["sa.pub"]) = (key, publicKey)
            return
        }
        let key = try kept["sa.key"].map(SigningKey.init(pem:)) ?? SigningKey.make(issuer.algorithm)
        (files["sa.key"], files["sa.pub"]) = (key.pem, try key.publicPEM())
        made.append("sa")
    }

    private mutating func add(
        _ specification: CertificateSpecification, _ order: Order, _ kept: [String: String],
        _ authority: SigningAuthority?, _ issuer: CertificateIssuer
    ) throws {
        let path = specification.path
        if let pair = order.given[path] { return add(pair, at: path) }
        if order.elsewhere.contains(path) { return }
        // Where the CA's key comes from elsewhere, kubeadm makes the rest on the masters, which get it.
        let isElsewhere =
            order.elsewhere.contains(specification.authority.rawValue)
            || order.sharesAuthority && specification.authority == .etcd
                && order.elsewhere.contains(Authority.cluster.rawValue)
        guard let authority, authority.key != nil || !isElsewhere else { return }
        var reason: CertificateProblem?
        if let certificate = kept["\(path).crt"], let key = kept["\(path).key"] {
            reason = Self.misfit(certificate, specification, authority, now: issuer.now)
            if reason == nil { return add(CertificatePair(certificate: certificate, key: key), at: path) }
        }
        guard authority.key != nil else {
            throw Failure.cannotSign(
                CannotSign(path: path, authority: specification.authority.rawValue, reason: reason))
        }
        add(try issuer.certificate(specification, by: authority), at: path)
        made.append(path)
    }

    private mutating func add(_ pair: CertificatePair, at path: String) {
        files["\(path).crt"] = pair.certificate
        files["\(path).key"] = pair.key
    }

    /// Why a kept certificate cannot serve any more; that its CA signed it is only looked up, not computed.
    private static func misfit(
        _ pem: String, _ specification: CertificateSpecification, _ authority: SigningAuthority, now: Moment
    ) -> CertificateProblem? {
        let facts: CertificateFacts
        do { facts = try CertificateFacts(pem: pem) } catch { return error }
        if let problem = facts.dateProblem(at: now), !problem.isTolerable { return problem }
        if !facts.namesIssuer(authority.facts) {
            return .foreignIssuer(authority.facts.subject)
        }
        let missing = facts.missing(of: specification.names)
        return missing.isEmpty ? nil : .lacksNames(missing.map { "\($0)" })
    }
}

extension ClusterPKI {
    /// What every master gets, by path below kubeadm's folder.
    public var shared: [String: String] {
        files.filter { path, _ in
            !path.hasPrefix("masters/") && !path.hasPrefix("\(ControlPlane.operatorPath).")
        }
    }

    /// What only the master `name` gets, by path below kubeadm's folder.
    public func own(of name: String) -> [String: String] {
        let folder = ControlPlane.folder(of: name) + "/"
        return [String: String](
            uniqueKeysWithValues: files.filter { $0.key.hasPrefix(folder) }.map {
                ($0.key.dropFirst(folder.count).description, $0.value)
            })
    }

    /// The operator's pair, nil where it could not be made here.
    public var operatorPair: CertificatePair? {
        files["\(ControlPlane.operatorPath).crt"].map {
            CertificatePair(certificate: $0, key: files["\(ControlPlane.operatorPath).key"])
        }
    }

    /// The cluster's CA, PEM, nil where it comes from elsewhere.
    public var authority: String? { files["\(Authority.cluster.rawValue).crt"] }
}
