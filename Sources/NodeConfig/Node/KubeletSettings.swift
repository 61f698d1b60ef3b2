import Addressing
import ClusterModel
import JSONText
import NetworkPlan

/// kubelet's configuration: the cluster's, and what differs from machine to machine as a patch that kubeadm lays over it.
///
/// Source: Kubernetes, "Kubelet Configuration (v1beta1)"; kubeadm, "Customizing with patches".
enum KubeletSettings {
    /// Where kubeadm finds patches.
    static let patchFolder = "/etc/slipway/kubelet-patches"
    /// The patch's file: kubeadm tells by its name what it changes and how.
    static let patchPath = "\(patchFolder)/kubeletconfiguration+merge.json"

    static func ofCluster(_ plan: ClusterPlan) -> JSONValue {
        [
            "apiVersion": "kubelet.config.k8s.io/v1beta1",
            "kind": "KubeletConfiguration",
            "authentication": ["anonymous": ["enabled": false], "webhook": ["enabled": true]],
            "authorization": ["mode": "Webhook"],
            "cgroupDriver": "systemd",
            "clusterDNS": [.string("\(plan.network.dnsServiceIP)")],
            "clusterDomain": "cluster.local",
            "imageGCHighThresholdPercent": .integer(plan.kubernetes.imageGCHighThreshold),
            "imageGCLowThresholdPercent": .integer(plan.kubernetes.imageGCLowThreshold),
            "maxParallelImagePulls": 5,
            "protectKernelDefaults": false,
            "readOnlyPort": 0,
            "resolvConf": "/run/systemd/resolve/resolv.conf",
            "rotateCertificates": true,
            "serializeImagePulls": false,
        ]
    }

    /// The patch for machines with `nic` and `machine`.
    static func patch(_ nic: NICPlan, _ machine: MachinePlan) -> JSONValue {
        let reserved = machine.reserved
        return [
            "apiVersion": "kubelet.config.k8s.io/v1beta1",
            "kind": "KubeletConfiguration",
            "maxPods": .integer(maxPods(nic)),
            "podPidsLimit": 4096,
            "kubeReserved": [
                "cpu": .string("\(reserved.milliCPU)m"), "memory": .string("\(reserved.memoryMiB)Mi"),
                "pid": "1000",
            ],
            "systemReserved": ["cpu": "100m", "memory": "256Mi"],
            "evictionHard": [
                "memory.available": "200Mi", "nodefs.available": "10%", "nodefs.inodesFree": "5%",
                "imagefs.available": "15%", "pid.available": "5%",
            ],
        ]
    }

    /// The pods that kubelet takes: no more than there are addresses, or the last ones never start.
    static func maxPods(_ nic: NICPlan) -> Int { min(nic.maxPods, nic.ipConfigurations - 1) }
}

/// kube-proxy's configuration.
///
/// Source: Kubernetes, "kube-proxy Configuration (v1alpha1)".
enum KubeProxySettings {
    static func value(of plan: ClusterPlan) -> JSONValue {
        [
            "apiVersion": "kubeproxy.config.k8s.io/v1alpha1",
            "kind": "KubeProxyConfiguration",
            "mode": .string(plan.kubernetes.kubeProxyMode.rawValue),
            // Nodes have no range of pods of their own, so traffic is local by the interface it comes from.
            "detectLocalMode": "InterfaceNamePrefix",
            "detectLocal": ["interfaceNamePrefix": .string(KubeadmDocuments.podInterfacePrefix)],
        ]
    }
}
