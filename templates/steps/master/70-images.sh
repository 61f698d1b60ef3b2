# step code=35 limit=1500
# shellcheck shell=sh
# Brings the control plane's images here before kubeadm's own time limits run. Those that a bundle brought are here already.

run() {
    [ ! -e "$KUBELET_CONF" ] || return 0
    python3 /opt/slipway/lib/kubeadm_documents.py "$(hostname)" "$(own_address)" ClusterConfiguration |
        write "$STATE/images.yaml" 0600
    ! all_here || return 0
    retry 5 5 pull || fail 35 "cannot pull the images of the control plane: $(tail -n 1 "$STATE/images.out" | cut -c 1-300)"
}

# all_here: whether nothing is to be pulled. Only a bundle can have brought images before.
all_here() {
    [ -n "$BUNDLE_URL" ] || return 1
    kubeadm config images list --config "$STATE/images.yaml" 2>/dev/null >"$STATE/images.wanted" || return 1
    ctr --namespace k8s.io images list --quiet >"$STATE/images.here" || return 1
    ! grep -vxFf "$STATE/images.here" "$STATE/images.wanted" | grep -q .
}

pull() { proxied kubeadm config images pull --config "$STATE/images.yaml" >"$STATE/images.out" 2>&1; }

check() { [ -s "$STATE/images.yaml" ] || [ -e "$KUBELET_CONF" ]; }
