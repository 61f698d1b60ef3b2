import Catalogue
import ClusterModel

extension RuleContext {
    /// The version of Kubernetes that the cluster gets; nil only where the table has none at all.
    var kubernetesVersion: KubernetesVersion? {
        let profile = properties.orchestratorProfile
        let versions = catalogues.kubernetesVersions
        return profile.orchestratorVersion.flatMap { versions[$0] }
            ?? profile.orchestratorRelease.flatMap { versions.newest(of: $0) } ?? versions.standard
    }
}
