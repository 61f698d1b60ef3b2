"""A log for each failure, as the programs write it."""

LOGS = {
    "unit-start": "2026-11-26T08:10:00Z error code=4 cannot enable slipway-network.service",
    "await-timeout": "slipway: the bring-up did not end within 4800 seconds",
    "wait-file": "slipway: code=6 step=60-secrets name=wait-file: A file that the bring-up waits for did not come",
    "etcd-folder": "2026-11-26T08:10:11Z error code=10 cannot make /var/lib/etcddisk/etcd",
    "etcd-disk": "2026-11-26T08:10:11Z error code=13 there is no data disk at LUN 0",
    "etcd-timeout": (
        "{\"level\":\"warn\",\"caller\":\"etcdserver/v3_server.go:920\",\"msg\":\"timed out waiting for read index "
        "response\",\"error\":\"etcdserver: request timed out\"}"),
    "etcd-foreign-disk": (
        "2026-11-26T08:10:11Z error code=16 the data disk at LUN 0 (/dev/sdc) already holds xfs, which is"
        " not etcd's"),
    "containerd": "systemd[1]: containerd.service: Failed to start containerd container runtime.",
    "programs": "2026-11-26T08:10:11Z error code=29 cannot unpack containerd",
    "not-ready": (
        "Ready False KubeletNotReady container runtime network not ready: NetworkReady=false reason:Netwo"
        "rkPluginNotReady message:Network plugin returns error: cni plugin not initialized"),
    "download": "2026-11-26T08:10:11Z error code=31 cannot fetch kubelet",
    "kubelet": (
        "kubelet[2113]: E1126 08:11:05.102 run.go:74] \"command failed\" err=\"failed to parse kubelet flag:"
        " unknown flag: --network-plugin\""),
    "image-pull": (
        "E1126 08:12:00.1 remote_image.go:180] \"PullImage from image service failed\" err=\"rpc error: code"
        " = NotFound desc = failed to pull and unpack image \\\"registry.k8s.io/pause:3.99\\\": not found\""),
    "addons": (
        "2026-11-26T08:10:11Z error code=36 the API server refuses 30-metrics-server.yaml: error validati"
        "ng data"),
    "cloud-provider": (
        "0/3 nodes are available: 3 node(s) had untolerated taint {node.cloudprovider.kubernetes.io/unini"
        "tialized: true}."),
    "plugin": "2026-11-26T08:10:11Z error code=41 /etc/slipway/deployment.json names no pluginUrl",
    "kernel-module": "modprobe: FATAL: Module br_netfilter not found in directory /lib/modules/6.8.0-1017-azure",
    "no-outbound": "curl: (7) Failed to connect to dl.k8s.io port 443 after 2 ms: Network is unreachable",
    "api-server": (
        "E1126 08:20:00 discovery.go: Get \"https://api.shop.internal:6443/api/v1/namespaces/kube-public/c"
        "onfigmaps/cluster-info\": dial tcp 10.240.0.15:6443: i/o timeout"),
    "name-resolution": "curl: (6) Could not resolve host: dl.k8s.io",
    "resolver": "2026-11-26T08:10:11Z error code=53 cannot restart systemd-resolved",
    "tls": "curl: (60) SSL certificate problem: unable to get local issuer certificate",
    "server-refuses": "curl: (22) The requested URL returned error: 404",
    "half-download": "curl: (18) transfer closed with 1733 bytes remaining to read",
    "disk-full": "tar: kubelet: Cannot write: No space left on device",
    "bundle": "2026-11-26T08:10:11Z error code=58 cannot unpack the bundle",
    "node-check": (
        "2026-11-26T08:40:00Z error code=60 slipway-vnet check-node: eth0 carries 10.240.0.9, an address "
        "of a pod"),
    "await-missing": "/bin/sh: 5: exec: /opt/slipway/bin/await-bring-up: not found",
    "sysctl": "sysctl: setting key \"net.core.somaxconn\": Invalid argument",
    "snat": "/dev/stdin:9:7-19: Error: Could not process rule: No such file or directory\nslipway-vnet: nft refuses the table: exit code 1",
    "checksum": (
        "2026-11-26T08:10:11Z error code=110 kubelet from https://m.example/kubelet has another SHA-256 t"
        "han 0123"),
    "secondaries": "2026-11-26T08:10:11Z error code=111 eth0 still has secondary addresses",
    "secrets": "2026-11-26T08:10:11Z error code=112 the extension has not brought the secrets",
    "kubeadm-init": (
        "error execution phase wait-control-plane: failed while waiting for the control plane to start\nTo"
        " see the stack trace of this error execute with --v=5 or higher\n2026-11-26T08:30:00Z error code="
        "113 kubeadm init failed"),
    "kubeadm-join": (
        "error execution phase preflight: couldn't validate the identity of the API Server: could not fin"
        "d a JWS signature in the cluster-info ConfigMap for token ID \"abcdef\""),
    "conflist": "2026-11-26T08:10:11Z error code=115 /etc/slipway/10-slipway.conflist is not JSON",
    "clock": (
        "Unable to connect to the server: tls: failed to verify certificate: x509: certificate has expire"
        "d or is not yet valid: current time 2026-11-26T07:00:00Z is before 2026-11-26T08:00:00Z"),
    "port": "[ERROR Port-10250]: Port 10250 is in use",
    "no-address": "2026-11-26T08:10:11Z error code=173 eth0 has no address",
    "metadata": "2026-11-26T08:10:11Z error code=234 Azure's metadata service does not tell the addresses of eth0",
    "no-secondaries": "2026-11-26T08:10:11Z error code=243 eth0 has 1 address for pods, the plan says 30",
    "cert-expired": (
        "Unable to connect to the server: x509: certificate has expired or is not yet valid: current time"
        " 2027-12-01T00:00:00Z is after 2027-11-26T08:12:00Z"),
    "cert-foreign": (
        "Unable to connect to the server: x509: certificate signed by unknown authority (possibly because"
        " of \"crypto/rsa: verification error\" while trying to verify candidate authority certificate \"kub"
        "ernetes\")"),
    "cert-names": (
        "Unable to connect to the server: x509: certificate is valid for kubernetes, kubernetes.default, "
        "api.shop.internal, not shop.example.org"),
    "token-expired": (
        "error execution phase preflight: token id \"abcdef\" is invalid for this cluster or it has expired"
        ". Use \"kubeadm token create\" on the control-plane node"),
    "cgroup": (
        "failed to run Kubelet: misconfiguration: kubelet cgroup driver: \"systemd\" is different from dock"
        "er cgroup driver: \"cgroupfs\""),
    "swap": "[ERROR Swap]: running with swap on is not supported. Please disable swap",
    "subnet-full": (
        "{\"code\":\"SubnetIsFull\",\"message\":\"Subnet nodes with address prefix 10.240.0.0/24 does not have e"
        "nough capacity for 31 IP addresses.\"}"),
    "address-taken": (
        "{\"code\":\"PrivateIPAddressInUse\",\"message\":\"Private IP address 10.240.0.5 is already allocated to"
        " resource /subscriptions/x/nic.\"}"),
    "address-reserved": (
        "{\"code\":\"PrivateIPAddressInReservedRange\",\"message\":\"Private static IP address 10.240.0.3 falls "
        "within reserved IP range of subnet prefix 10.240.0.0/24.\"}"),
    "quota": (
        "{\"code\":\"OperationNotAllowed\",\"message\":\"Operation could not be completed as it results in excee"
        "ding approved standardDSv5Family Cores quota. Current Limit: 10, Current Usage: 8, Additional Re"
        "quired: 8\"}"),
    "sku": (
        "{\"code\":\"SkuNotAvailable\",\"message\":\"The requested VM size for resource is currently not availab"
        "le in location 'westeurope'.\"}"),
    "allocation": (
        "{\"code\":\"AllocationFailed\",\"message\":\"Allocation failed. We do not have sufficient capacity for "
        "the requested VM size in this region.\"}"),
    "rights": (
        "{\"code\":\"LinkedAuthorizationFailed\",\"message\":\"The client has permission to perform action but d"
        "oes not have permission to perform action 'Microsoft.Network/virtualNetworks/subnets/join/action"
        "' on the linked scope(s)\"}"),
    "dns-label": (
        "{\"code\":\"DnsRecordInUse\",\"message\":\"DNS record shop.westeurope.cloudapp.azure.com is already use"
        "d by another public IP.\"}"),
    "policy": (
        "{\"code\":\"RequestDisallowedByPolicy\",\"message\":\"Resource 'shop-api-ip' was disallowed by policy.\""
        "}"),
    "os-timeout": (
        "{\"code\":\"OSProvisioningTimedOut\",\"message\":\"OS Provisioning for VM 'shop-master-0' did not finis"
        "h in the allotted time.\"}"),
    "extension": (
        "{\"code\":\"VMExtensionProvisioningError\",\"message\":\"VM has reported a failure when processing exte"
        "nsion 'bring-up'.\"}"),
    "template-size": "{\"code\":\"JobSizeExceeded\",\"message\":\"The job size exceeds the limit.\"}",
    "role-exists": "{\"code\":\"RoleAssignmentExists\",\"message\":\"The role assignment already exists.\"}",
    "cloud-init": "2026-11-26 08:01:00,123 - util.py[WARNING]: Failed at writing file /etc/slipway/node.env",
    "oom": "kernel: Out of memory: Killed process 2211 (kube-apiserver) total-vm:1523712kB",
}
