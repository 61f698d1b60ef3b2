import ClusterModel
import JSONText
import NetworkPlan

/// kubelet's flags that kubeadm writes for a machine: what has no place in kubelet's configuration file, and the model's.
enum KubeletArguments {
    static func list(_ plan: ClusterPlan, _ flags: [CommandFlag], labels: StringMap) -> JSONValue {
        var all = [
            CommandFlag("--cloud-provider", "external"),
            // The name is the virtual machine's, as the cloud provider wants it.
            CommandFlag("--node-ip", KubeadmDocuments.address),
        ]
        if !labels.isEmpty {
            let pairs = labels.entries.map { "\($0.key)=\($0.value)" }
            all.append(CommandFlag("--node-labels", pairs.joined(separator: ",")))
        }
        return (all + RegistryLogIn.flags(plan) + flags).kubeadmArguments
    }
}

extension [CommandFlag] {
    /// kubeadm's form of flags: a list of names without hyphens and values.
    var kubeadmArguments: JSONValue {
        .array(map { ["name": .string(String($0.name.drop { $0 == "-" })), "value": .string($0.value)] })
    }
}
