import ARM
import AddressPlan
import Catalogue
public import Certificates
import ClusterModel
import Document
public import Findings
import JSONText
public import NetworkPlan
public import NodeConfig
public import Rules

/// All files of a cluster.
public struct ClusterFiles: Sendable {
    /// The files, in order of path.
    public let files: [GeneratedFile]
    /// What is worth saying about them.
    public let findings: [Finding]
    /// What they were made from.
    public let plan: ClusterPlan
    /// The secrets among them.
    public let secrets: ClusterSecrets

    /// Why there are no files.
    public enum Failure: Error, Sendable {
        /// The model cannot be carried out, for a reason that only shows here (rule LM006).
        case refused([Finding])
        /// A template cannot be used.
        case template(TemplateError)
        /// An error of slipway's own.
        case gap(PlanGap)
    }

    /// ARM's limits cannot be met, even in nested deployments.
    ///
    /// Azure refuses the deployment with `JobSizeExceeded` or `RequestContentTooLarge`; `generate` says so
    /// before. Its limits are 4 MB a template and 800 resources in each deployment.
    ///
    /// ## Wrong
    /// `slipway generate` of a model whose tags make each of thousands of machines several kilobytes.
    ///
    /// ## Right
    /// `slipway generate` of the same model with its pools in scale sets.
    ///
    /// Severity: error.
    /// Source: Microsoft Learn, "Best practices for ARM templates".
    public static let armSize = RuleID("LM006", "ArmSize")
    /// The folder is made without `slipway-vnet`, because none is there to bundle.
    ///
    /// Nodes of such a folder join, and no pod gets an address. It is for looking at only.
    ///
    /// ## Wrong
    /// `slipway generate cluster.yaml -o out --no-plugin`
    ///
    /// ## Right
    /// `slipway generate cluster.yaml -o out`
    ///
    /// Severity: warning.
    /// Source: docs/plugin.md.
    public static let noPlugin = RuleID("KU014", "NoPlugin")
    /// The user data of a machine is larger than Azure takes.
    ///
    /// Azure answers `InvalidParameter` for `customData` above 64 KiB in base64. Templates that were changed
    /// with `--templates` are the usual reason.
    ///
    /// ## Wrong
    /// `slipway generate` with a template of 100 KB that does not compress.
    ///
    /// ## Right
    /// `slipway generate` with templates that fetch large files after the bring-up.
    ///
    /// Severity: error.
    /// Source: Microsoft Learn, "Custom data and cloud-init on Azure Virtual Machines".
    public static let userDataSize = RuleID("LM007", "UserDataSize")

    /// The files of the model in `review`, which must be accepted, with the secrets that were kept and, dated `now`,
    /// those that are missing.
    public init(
        _ review: Review, _ inputs: PlanInputs, templates: TemplateSource, plugin: PluginBinary?,
        kept: KeptSecrets,
        now: Moment
    ) throws(Failure) {
        let plan: ClusterPlan
        let nodes: NodeArtifacts
        do { plan = try ClusterPlan(review.cluster, review.addresses, inputs) } catch { throw .gap(error) }
        let pending = Meanwhile {
            Result { () throws(ClusterPKI.Failure) in
                let secrets = try ClusterSecrets(plan, kept: kept, now: now)
                return (secrets, values: secrets.parameterValues(plan), files: secrets.generatedFiles(plan))
            }
        }
        do { nodes = try NodeArtifacts(plan, templates: templates) } catch { throw .template(error) }
        let given = CertificateFindings.given(plan, now: now)
        guard !given.contains(where: { $0.severity == .error }) else { throw .refused(given) }
        let made: (secrets: ClusterSecrets, values: [String: String], files: [GeneratedFile])
        do { made = try pending.value.get() } catch {
            throw .refused([CertificateFindings.finding(of: error)])
        }
        secrets = made.secrets
        if let finding = Self.tooLarge(plan, nodes) { throw .refused([finding]) }
        let planFiles = Meanwhile { Self.files(review, plan, nodes) }
        let artifacts: DeploymentArtifacts
        do {
            let text = { (data: UserData) in UserDataText(common: data.common, own: data.own) }
            artifacts = try DeploymentArtifacts(
                plan, ClusterUserData(masters: text(nodes.masters), pools: nodes.pools.map(text)),
                secretValues: made.values)
        } catch {
            throw .refused([Finding(Self.armSize, .error, at: Paths.agentPoolProfiles, "\(error)")])
        }
        self.plan = plan
        findings = given + (plugin == nil && plan.plugin.url == nil ? [Self.lacksPlugin] : [])
        let all =
            Self.files(artifacts, plan, hasPlugin: plugin != nil) + made.files + planFiles.value
            + (plan.plugin.url == nil ? plugin.map { [$0.generatedFile] } ?? [] : [])
        files = all.sorted { $0.path < $1.path }
    }

    private static let lacksPlugin = Finding(
        noPlugin, .warning, at: Paths.networkProfile["plugin"],
        "this slipway has no slipway-vnet bundled, so the folder is incomplete: nodes will refuse to go on",
        remedy: "use a slipway that was built with make build or installed with make install")

    /// The first user data that Azure would not take.
    private static func tooLarge(_ plan: ClusterPlan, _ nodes: NodeArtifacts) -> Finding? {
        let pools = zip(plan.pools, nodes.pools).enumerated().map { index, pair in
            ("pool \(pair.0.name)", pair.1, Paths.agentPoolProfiles[index])
        }
        let all = [("the masters", nodes.masters, Paths.masterProfile["customFiles"])] + pools
        return all.first { $0.1.size > UserData.limit }.map { name, data, path in
            Finding(
                userDataSize, .error, at: path,
                "the user data of \(name) has \(data.size) bytes; Azure takes \(UserData.limit)",
                remedy: "make customFiles smaller, or fetch them from the machine")
        }
    }

    /// The files that say what is deployed.
    private static func files(
        _ artifacts: DeploymentArtifacts, _ plan: ClusterPlan, hasPlugin: Bool
    ) -> [GeneratedFile] {
        [
            GeneratedFile("azuredeploy.json", artifacts.template),
            GeneratedFile("azuredeploy.parameters.json", JSONWriter.bytes(of: artifacts.parameters)),
            GeneratedFile(
                "secrets/parameters.json", JSONWriter.bytes(of: artifacts.secureParameters), .owner),
            GeneratedFile(
                "README.md",
                text: FolderReadme.text(
                    of: plan, openParameters: artifacts.openParameters, hasPlugin: hasPlugin)),
        ] + artifacts.handover.map { GeneratedFile($0, JSONWriter.bytes(of: $1)) }
    }

    /// The files that say what is planned.
    private static func files(
        _ review: Review, _ plan: ClusterPlan, _ nodes: NodeArtifacts
    ) -> [GeneratedFile] {
        let model = CompletedModel.complete(review.cluster, review.addresses, plan)
        var files = [
            GeneratedFile("apimodel.json", JSONWriter.bytes(of: model.json)),
            GeneratedFile("network/ip-plan.json", JSONWriter.bytes(of: IPPlanJSON.value(of: plan))),
            GeneratedFile("network/ip-plan.md", text: IPPlanMarkdown.text(of: plan)),
            GeneratedFile("network/egress.json", JSONWriter.bytes(of: EgressFiles.json(of: plan))),
            GeneratedFile("network/egress.md", text: EgressFiles.markdown(of: plan)),
            GeneratedFile("network/\(CNIConflist.fileName)", nodes.conflist),
            GeneratedFile("nodes/masters/cloud-init.yaml", text: nodes.masters.readable),
        ]
        if let services = plan.services {
            files.append(GeneratedFile("network/services.yaml", text: ServiceExamples.text(of: services)))
        }
        for (pool, data) in zip(plan.pools, nodes.pools) {
            files.append(GeneratedFile("nodes/\(pool.name)/cloud-init.yaml", text: data.readable))
        }
        if let secrets = ModelSecrets.generatedFile(of: review.cluster) { files.append(secrets) }
        return files
    }
}
