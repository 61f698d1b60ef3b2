# step code=103 limit=300
# shellcheck shell=sh
# The machine's own settings: no swap, no foreign firewall, kernel modules, kernel settings, updates as the model wants them.

modules() { grep -v '^#' /etc/modules-load.d/slipway.conf; }

run() {
    swapoff -a
    if grep -q '[[:space:]]swap[[:space:]]' /etc/fstab; then
        grep -v '[[:space:]]swap[[:space:]]' /etc/fstab | write /etc/fstab 0644
    fi
    if command -v ufw >/dev/null; then ufw disable >/dev/null || true; fi

    for module in $(modules); do
        modprobe "$module" || fail 49 "cannot load kernel module $module"
    done
    sysctl --system >/dev/null || fail 103 "cannot apply the kernel settings in /etc/sysctl.d"

    if [ "$UNATTENDED_UPGRADES" = no ]; then
        systemctl disable --now unattended-upgrades.service apt-daily-upgrade.timer 2>/dev/null || true
    fi
    if [ -f /etc/systemd/resolved.conf.d/slipway.conf ]; then
        systemctl restart systemd-resolved.service || fail 53 "cannot restart systemd-resolved"
    fi
}

check() {
    [ "$(sysctl -n net.ipv4.ip_forward)" = 1 ] && ! grep -q '[[:space:]]swap[[:space:]]' /etc/fstab
}
