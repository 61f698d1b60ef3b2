import AddressPlan
import ClusterModel
import Document
import Findings
import JSONText

/// Another container runtime than containerd, or another etcd than the bundled one.
///
/// Docker is not usable by kubelet since Kubernetes 1.24; containerd takes its place with a warning.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       containerRuntime: docker
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       containerRuntime: containerd
/// ```
///
/// Source: Kubernetes, "Container Runtimes".
enum ContainerRuntimeRule: Rule {
    static let id = RuleID("KU010", "ContainerRuntime")

    static func findings(in context: RuleContext) -> [Finding] {
        let path = Paths.kubernetesConfig["containerRuntime"]
        var findings: [Finding] = []
        switch context.document.node(at: path)?.string ?? "" {
        case "docker":
            findings.append(
                Finding(
                    id, .warning, at: path, "Kubernetes has not run on Docker since 1.24; containerd is used",
                    remedy: "write containerd", fix: .safe(.replace(path, "containerd"))))
        case let name where ["clear-containers", "kata-containers"].contains(name):
            findings.append(
                Finding(
                    id, .error, at: path,
                    "\(name) is not installed; pods would run without the isolation it promises",
                    remedy: "write containerd"))
        default: break
        }
        if let version = context.kubernetesConfig.components.etcdVersion {
            findings.append(
                Finding(
                    id, .warning, at: Paths.kubernetesConfig["etcdVersion"],
                    "etcd \(version) is not used: kubeadm brings the etcd of its Kubernetes version",
                    remedy: "remove etcdVersion", fix: .safe(.remove(Paths.kubernetesConfig["etcdVersion"]))))
        }
        return findings
    }
}
