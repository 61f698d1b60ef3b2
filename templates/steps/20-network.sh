# step code=111 limit=600
# shellcheck shell=sh
# The network interface carries the machine's own address only. Pods' addresses on it would be local to the machine, and
# answers to pods would never leave it. slipway-network.service runs this step at every boot, too.

PLAN=/etc/netplan/50-cloud-init.yaml

addresses() { ip -4 -o address show dev "$INTERFACE" | awk '{ print $4 }'; }

# configured FILE: takes the lists of addresses out of the interfaces of a netplan file, or says by exit 3 that it has none.
strip_plan() {
    python3 - "$PLAN" <<'PYTHON'
import os, sys, yaml

path = sys.argv[1]
with open(path) as file:
    plan = yaml.safe_load(file) or {}
interfaces = list((plan.get("network") or {}).get("ethernets", {}).values())
if not any("addresses" in interface for interface in interfaces):
    sys.exit(3)
for interface in interfaces:
    interface.pop("addresses", None)
with open(path + ".new", "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
    yaml.safe_dump(plan, file)
os.replace(path + ".new", path)
PYTHON
}

# pod_addresses: how many addresses beyond the first Azure has given this interface.
pod_addresses() {
    hardware=$(tr -d : <"/sys/class/net/$INTERFACE/address")
    metadata instance/network/interface | python3 -c '
import json, sys

try:
    interfaces = json.load(sys.stdin)
except ValueError:
    sys.exit(1)
for interface in interfaces:
    if interface["macAddress"].lower() == sys.argv[1]:
        print(len(interface["ipv4"]["ipAddress"]) - 1)
' "$hardware"
}

ask_azure() { count=$(pod_addresses) && [ -n "$count" ]; }
enough() { ask_azure && [ "$count" -ge "$POD_ADDRESSES" ]; }

run() {
    [ -d "/sys/class/net/$INTERFACE" ] || fail 173 "there is no interface $INTERFACE"
    if [ -f "$PLAN" ]; then
        stripped=0
        strip_plan || stripped=$?
        case $stripped in
            0) netplan apply || fail 111 "netplan refuses $PLAN" ;;
            3) ;;
            *) fail 111 "cannot take the secondary addresses out of $PLAN" ;;
        esac
    fi
    primary=$(ip -4 -o address show dev "$INTERFACE" primary | awk 'NR == 1 { print $4 }')
    [ -n "$primary" ] || fail 173 "$INTERFACE has no address"
    for address in $(addresses); do
        [ "$address" = "$primary" ] || ip address del "$address" dev "$INTERFACE"
    done
    [ "$(addresses | wc -l)" -eq 1 ] || fail 111 "$INTERFACE still has secondary addresses"
    ip link set dev "$INTERFACE" mtu "$MTU"

    # Azure tells of new addresses seconds after the machine has started.
    retry 8 2 ask_azure || fail 234 "Azure's metadata service does not tell the addresses of $INTERFACE"
    retry 8 2 enough || fail 243 \
        "the network interface has $count addresses for pods, and this machine was made for $POD_ADDRESSES"
}

check() { [ "$(addresses | wc -l)" -eq 1 ]; }
