# shellcheck shell=sh
# What the steps know: /etc/slipway/node.env, which slipway writes with every value quoted; what only the deployment
# knows; and secrets, which come with the extension.

SETTINGS=/etc/slipway
DEPLOYMENT=${SLIPWAY_DEPLOYMENT:-$SETTINGS/deployment.json}
# shellcheck disable=SC2034 # read by the steps
SECRETS=$SETTINGS/secrets.json

# json_value FILE KEY: the text of a key, or failure.
json_value() {
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$1" "$2" 2>/dev/null
}

# deployment KEY
deployment() { json_value "$DEPLOYMENT" "$1"; }

# own_address: the address of the machine itself.
own_address() { ip -4 -o address show dev "$INTERFACE" primary | awk 'NR == 1 { sub("/.*", "", $4); print $4 }'; }

# is_first_master: whether this machine begins the cluster.
is_first_master() { [ "$(hostname)" = "${MASTER_NAMES%% *}" ]; }
