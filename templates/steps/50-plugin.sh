# step code=41 limit=300
# shellcheck shell=sh
# What belongs to slipway-vnet beside its program and the conflist: source addresses of packets that leave the virtual
# network, and the timer that asks Azure for the addresses of this machine.

run() {
    start_unit slipway-snat.service 104
    start_unit slipway-vnet-refresh.timer 4
    systemctl enable --quiet slipway-network.service || fail 4 "cannot enable slipway-network.service"
}

check() {
    for unit in slipway-snat.service slipway-vnet-refresh.timer slipway-network.service; do
        systemctl is-enabled --quiet "$unit" || return 1
    done
    nft list table ip slipway_snat >/dev/null 2>&1
}
