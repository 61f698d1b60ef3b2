#!/bin/sh
# Starts containerd and makes sure that it answers.
set -eu
# shellcheck source=templates/lib/common.sh
. /opt/slipway/lib/common.sh

mkdir -p /etc/containerd/certs.d
systemctl daemon-reload
systemctl enable containerd.service || fail 4 "cannot enable containerd.service"
systemctl restart containerd.service || fail 28 "containerd does not start"
retry 10 1 ctr version >/dev/null || fail 28 "containerd does not answer"
