# step code=60 limit=120
# shellcheck shell=sh
# slipway-vnet looks at everything that pods' networking needs here.

run() { retry 4 5 looks_well || fail 60 "slipway-vnet check-node: $(found)"; }

# found: each fault with its remedy, or what else it said.
found() {
    { grep -A 1 '^FAIL' "$STATE/node-check.out" || tail -n 3 "$STATE/node-check.out"; } | tr -s '\n ' '  ' | cut -c 1-400
}

looks_well() { /opt/cni/bin/slipway-vnet check-node >"$STATE/node-check.out" 2>&1; }

check() { [ -s "$STATE/node-check.out" ]; }
