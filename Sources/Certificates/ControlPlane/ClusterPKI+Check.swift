extension ClusterPKI {
    /// Something about a pair of a PKI.
    public struct Remark: Sendable, Hashable {
        /// The pair's path without `.crt`.
        public var path: String
        /// What is wrong with it.
        public var problem: CertificateProblem
    }

    /// All that is wrong with `files`, which shall be what `order` wants: keys, dates, strength, signatures, names, usages.
    public static func remarks(on files: [String: String], _ order: Order, now: Moment) -> [Remark] {
        var remarks: [Remark] = []
        var authorities: [Authority: CertificateFacts] = [:]
        func judge(_ path: String) -> CertificateFacts? {
            guard let pem = files["\(path).crt"] else { return nil }
            do throws(CertificateProblem) {
                let facts = try CertificateFacts(pem: pem)
                let key = files["\(path).key"].flatMap { keyProblem($0, of: facts) }
                for problem in [key, facts.dateProblem(at: now), facts.strengthProblem()].compactMap(\.self) {
                    remarks.append(Remark(path: path, problem: problem))
                }
                return facts
            } catch {
                remarks.append(Remark(path: path, problem: error))
                return nil
            }
        }
        for authority in Authority.allCases {
            guard let facts = judge(authority.rawValue) else {
                if files["\(authority.rawValue).crt"] == nil, !order.elsewhere.contains(authority.rawValue) {
                    remarks.append(Remark(path: authority.rawValue, problem: .missing))
                }
                continue
            }
            authorities[authority] = facts
            if !facts.isAuthority { remarks.append(Remark(path: authority.rawValue, problem: .notAuthority)) }
        }
        for specification in order.controlPlane.certificates {
            let path = specification.path
            guard let facts = judge(path) else {
                if files["\(path).crt"] == nil, authorities[specification.authority] != nil,
                    !order.elsewhere.contains(path)
                {
                    remarks.append(Remark(path: path, problem: .missing))
                }
                continue
            }
            if let authority = authorities[specification.authority], !facts.isSigned(by: authority) {
                remarks.append(Remark(path: path, problem: .foreignIssuer(authority.subject)))
            }
            let missing = facts.missing(of: specification.names)
            if !missing.isEmpty {
                remarks.append(Remark(path: path, problem: .lacksNames(missing.map { "\($0)" })))
            }
            remarks += facts.usageProblems(specification).map { Remark(path: path, problem: $0) }
        }
        return remarks
    }

    private static func keyProblem(_ pem: String, of facts: CertificateFacts) -> CertificateProblem? {
        do throws(CertificateProblem) {
            return facts.matches(try SigningKey(pem: pem)) ? nil : .foreignKey
        } catch {
            return error
        }
    }

    /// What is wrong with the pairs that `order` gives, each judged with the CA that it would stand beside.
    public static func remarksOnGiven(_ order: Order, now: Moment) -> [Remark] {
        var files: [String: String] = [:]
        for (path, pair) in order.given {
            files["\(path).crt"] = pair.certificate
            files["\(path).key"] = pair.key
        }
        if order.sharesAuthority {
            files["\(Authority.etcd.rawValue).crt"] = files["\(Authority.cluster.rawValue).crt"]
        }
        return remarks(on: files, order, now: now).filter {
            $0.problem != .missing && order.given[$0.path] != nil
        }
    }

    /// Paths of all pairs in `files`, without `.crt`, CAs first.
    public static func paths(in files: [String: String]) -> [String] {
        let authorities = Authority.allCases.map(\.rawValue)
        let all = files.keys.filter { $0.hasSuffix(".crt") }.map { String($0.dropLast(4)) }
        return authorities.filter { all.contains($0) } + all.filter { !authorities.contains($0) }.sorted()
    }
}
