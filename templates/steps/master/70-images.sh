# step code=35 limit=1500
# shellcheck shell=sh
# Brings the control plane's images here before kubeadm's own time limits run. With a bundle they are here already.

run() {
    [ ! -e "$KUBELET_CONF" ] || return 0
    python3 /opt/slipway/lib/kubeadm_documents.py "$(hostname)" "$(own_address)" ClusterConfiguration |
        write "$STATE/images.yaml" 0600
    retry 5 5 pull || fail 35 "cannot pull the images of the control plane: $(tail -n 1 "$STATE/images.out" | cut -c 1-300)"
}

pull() { kubeadm config images pull --config "$STATE/images.yaml" >"$STATE/images.out" 2>&1; }

check() { [ -s "$STATE/images.yaml" ] || [ -e "$KUBELET_CONF" ]; }
