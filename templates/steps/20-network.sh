#!/bin/sh
# The network interface carries the machine's own address only. Pods' addresses on it would be local to the machine, and
# answers to pods would never leave it.
set -eu
# shellcheck source=templates/lib/common.sh
. /opt/slipway/lib/common.sh
# shellcheck source=/dev/null
. /etc/slipway/node.env

plan=/etc/netplan/50-cloud-init.yaml
if [ -f "$plan" ] && grep -q '^[[:space:]]*addresses:' "$plan"; then
    # A list of addresses, its items included; name servers have a list of that name, too, two levels deeper.
    python3 - "$plan" <<'PYTHON' || fail 111 "cannot take the secondary addresses out of $plan"
import os, sys, yaml

path = sys.argv[1]
with open(path) as file:
    plan = yaml.safe_load(file)
for interface in plan.get("network", {}).get("ethernets", {}).values():
    interface.pop("addresses", None)
with open(path + ".new", "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
    yaml.safe_dump(plan, file)
os.replace(path + ".new", path)
PYTHON
    netplan apply || fail 111 "netplan refuses $plan"
fi

primary=$(ip -4 -o address show dev "$INTERFACE" primary | awk 'NR == 1 { print $4 }')
[ -n "$primary" ] || fail 173 "$INTERFACE has no address"
ip -4 -o address show dev "$INTERFACE" | awk '{ print $4 }' | while read -r address; do
    [ "$address" = "$primary" ] || ip address del "$address" dev "$INTERFACE"
done
[ "$(ip -4 -o address show dev "$INTERFACE" | wc -l)" -eq 1 ] || fail 111 "$INTERFACE still has secondary addresses"

ip link set dev "$INTERFACE" mtu "$MTU"
