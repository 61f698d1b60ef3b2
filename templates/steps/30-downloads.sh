#!/bin/sh
# Fetches what Kubernetes needs and puts it in its place. Nothing runs whose SHA-256 was not compared.
set -eu
# shellcheck source=templates/lib/common.sh
. /opt/slipway/lib/common.sh

# One line a program: name, URL, SHA-256.
while read -r name url sum; do
    [ -n "$name" ] || continue
    fetch "$name" "$url" "$sum" 31
done </etc/slipway/downloads

for program in kubeadm kubectl kubelet; do
    place "$CACHE/$program" "/usr/local/bin/$program" 0755
done
place "$CACHE/runc" /usr/local/sbin/runc 0755
tar -C /usr/local -xzf "$CACHE/containerd" || fail 28 "cannot unpack containerd"
tar -C /usr/local/bin -xzf "$CACHE/crictl" || fail 117 "cannot unpack crictl"
mkdir -p /opt/cni/bin
tar -C /opt/cni/bin -xzf "$CACHE/cni-plugins" ./loopback ./portmap ./bandwidth ||
    fail 41 "cannot unpack the CNI plugins"
