public import Catalogue
public import Certificates
import ClusterModel
public import JSONText
public import NetworkPlan
public import Rules

/// The certificates of a generated folder, for `slipway certs`.
public struct FolderCertificates: Sendable {
    private let plan: ClusterPlan
    private let kept: KeptSecrets
    private let now: Moment

    /// A line of `certs list`.
    public struct Row: Sendable {
        /// The pair's path below `secrets/pki`, without `.crt`.
        public var path: String
        /// What it says, or why it cannot be read.
        public var facts: Result<CertificateFacts, CertificateProblem>
    }

    /// Which secrets are made anew.
    public enum Rotation: Sendable {
        /// Every certificate that a CA of the cluster signed.
        case certificates
        /// Those, the CAs and the service accounts' key: machines must be made anew or get the files at once.
        case authorities
    }

    /// The certificates of the folder whose model is `review` and whose secrets are `kept`, as of `now`.
    public init(
        _ review: Review, _ catalogues: Catalogues, kept: KeptSecrets, now: Moment
    ) throws(PlanGap) {
        let inputs = PlanInputs(catalogues: catalogues, unreadFilesOf: review.cluster)
        plan = try ClusterPlan(review.cluster, review.addresses, inputs)
        self.kept = kept
        self.now = now
    }

    /// Every certificate, CAs first.
    public var rows: [Row] {
        let files = kept.files(below: ClusterSecrets.pkiFolder)
        return ClusterPKI.paths(in: files).map { path in
            do throws(CertificateProblem) {
                return Row(path: path, facts: .success(try CertificateFacts(pem: files["\(path).crt"] ?? "")))
            } catch {
                return Row(path: path, facts: .failure(error))
            }
        }
    }

    /// What is wrong with them.
    public var remarks: [ClusterPKI.Remark] {
        ClusterPKI.remarks(on: kept.files(below: ClusterSecrets.pkiFolder), plan.pkiOrder, now: now)
    }

    /// The files of `secrets/` after a rotation.
    ///
    /// - Throws: where a CA's key is not there.
    public func rotated(_ rotation: Rotation) throws(ClusterPKI.Failure) -> [GeneratedFile] {
        var kept = kept
        let prefix = "\(ClusterSecrets.pkiFolder)/"
        let stays = Set(Authority.allCases.map(\.rawValue) + ["sa"])
        for path in kept.files.keys where path.hasPrefix(prefix) {
            let name = path.dropFirst(prefix.count).split(separator: ".").first.map { String($0) } ?? ""
            if rotation == .authorities || !stays.contains(name) { kept.files[path] = nil }
        }
        let secrets = try ClusterSecrets(plan, kept: kept, now: now)
        return secrets.generatedFiles(plan) + [parameters(secrets.parameterValues(plan))].compactMap(\.self)
    }

    /// A parameter file that names a Key Vault secret `CLUSTER-PARAMETER` in place of each value of `secrets/parameters.json`; nil
    /// where that is not there. It holds no secret itself.
    ///
    /// Source: Microsoft Learn, "Use Azure Key Vault to pass secure parameter value during deployment".
    public func references(toVault vaultID: String) -> JSONValue? {
        guard let text = kept.files["parameters.json"],
            let document = try? JSONValue(parsing: Array(text.utf8)),
            case .object(let parameters)? = document["parameters"]
        else { return nil }
        return [
            "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
            "contentVersion": "1.0.0.0",
            "parameters": .object(
                parameters.map { parameter in
                    JSONMember(
                        parameter.name,
                        [
                            "reference": [
                                "keyVault": ["id": .string(vaultID)],
                                "secretName": .string("\(plan.name)-\(parameter.name)"),
                            ]
                        ])
                }),
        ]
    }

    /// The parameters file with new values in the places that it has.
    private func parameters(_ values: [String: String]) -> GeneratedFile? {
        guard let text = kept.files["parameters.json"],
            case .object(var members)? = try? JSONValue(parsing: Array(text.utf8)),
            let index = members.firstIndex(where: { $0.name == "parameters" }),
            case .object(var parameters) = members[index].value
        else { return nil }
        for (place, parameter) in parameters.enumerated() {
            if let value = values[parameter.name] { parameters[place].value = ["value": .string(value)] }
        }
        members[index].value = .object(parameters)
        return GeneratedFile(
            "\(KeptSecrets.folder)/parameters.json", JSONWriter.bytes(of: .object(members)), .owner)
    }
}
