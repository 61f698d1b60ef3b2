#!/bin/sh
# The machine's own settings: no swap, kernel modules, kernel settings, updates as the model wants them.
set -eu
# shellcheck source=templates/lib/common.sh
. /opt/slipway/lib/common.sh
# shellcheck source=/dev/null
. /etc/slipway/node.env

swapoff -a
sed -i '/[[:space:]]swap[[:space:]]/d' /etc/fstab

while read -r module; do
    case $module in '' | '#'*) continue ;; esac
    modprobe "$module" || fail 49 "cannot load kernel module $module"
done </etc/modules-load.d/slipway.conf

sysctl --system >/dev/null || fail 103 "cannot apply the kernel settings in /etc/sysctl.d"

if [ "$UNATTENDED_UPGRADES" = no ]; then
    systemctl disable --now unattended-upgrades.service apt-daily-upgrade.timer || true
fi
if [ -f /etc/systemd/resolved.conf.d/slipway.conf ]; then
    systemctl restart systemd-resolved || fail 53 "cannot restart systemd-resolved"
fi
