#!/bin/sh
# Writes kubelet's flags of this pool and makes kubelet ready for joining.
set -eu
# shellcheck source=templates/lib/common.sh
. /opt/slipway/lib/common.sh
# shellcheck source=/dev/null
. /etc/slipway/node.env

grep -q "$API_SERVER_NAME" /etc/hosts || printf '%s %s\n' "$API_SERVER_ADDRESS" "$API_SERVER_NAME" >>/etc/hosts
address=$(ip -4 -o address show dev "$INTERFACE" | awk 'NR == 1 { sub("/.*", "", $4); print $4 }')
mkdir -p /etc/default
printf 'KUBELET_EXTRA_ARGS=%s --node-ip=%s\n' "$KUBELET_FLAGS" "$address" >/etc/default/kubelet.new
mv /etc/default/kubelet.new /etc/default/kubelet

systemctl daemon-reload
systemctl enable kubelet.service || fail 34 "cannot enable kubelet.service"
