# step code=30 limit=1800
# shellcheck shell=sh
# Waits until Kubernetes calls this node ready and the cloud provider knows it; before that no pod comes here.

node() {
    kubectl --kubeconfig "$KUBELET_CONF" get node "$(hostname)" --output jsonpath="$1" 2>"$STATE/ready.out"
}

is_ready() { [ "$(node '{.status.conditions[?(@.type=="Ready")].status}')" = True ]; }

is_known() {
    taints=$(node '{.spec.taints[*].key}') || return 1
    case $taints in *node.cloudprovider.kubernetes.io/uninitialized*) return 1 ;; esac
}

run() {
    wait_for 900 is_ready ||
        fail 30 "the node does not become ready: $(node '{.status.conditions[?(@.type=="Ready")].message}')"
    wait_for 600 is_known || fail 37 "the cloud provider does not take the node on; see the cloud-controller-manager's log"
}

check() { is_ready && is_known; }
