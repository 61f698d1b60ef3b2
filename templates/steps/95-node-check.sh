# step code=60 limit=120
# shellcheck shell=sh
# slipway-vnet looks at everything that pods' networking needs here.

run() { retry 4 5 looks_well || fail 60 "slipway-vnet check-node: $(tail -n 3 "$STATE/node-check.out" | tr '\n' ' ' | cut -c 1-400)"; }

looks_well() { /opt/cni/bin/slipway-vnet check-node >"$STATE/node-check.out" 2>&1; }

check() { [ -s "$STATE/node-check.out" ]; }
