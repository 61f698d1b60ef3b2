#!/bin/sh
# Mounts the data disk on which etcd writes. A disk that has a filesystem is never made anew: it may hold the cluster.
set -eu
# shellcheck source=templates/lib/common.sh
. /opt/slipway/lib/common.sh

LABEL=etcd_disk
TARGET=/var/lib/etcddisk

find_disk() {
    # SCSI sizes and NVMe sizes name the disk at LUN 0 differently.
    for link in /dev/disk/azure/scsi1/lun0 /dev/disk/azure/data/by-lun/0; do
        [ -b "$link" ] && readlink -f "$link" && return 0
    done
    return 1
}

if ! blkid -L "$LABEL" >/dev/null; then
    disk=$(retry 8 2 find_disk) || fail 13 "there is no data disk at LUN 0"
    [ -z "$(blkid -o value -s TYPE "$disk")" ] || fail 13 "$disk has a filesystem that is not etcd's"
    mkfs.ext4 -q -L "$LABEL" -E lazy_itable_init=1,lazy_journal_init=1 "$disk" || fail 13 "cannot format $disk"
fi
mkdir -p "$TARGET"
grep -q "^LABEL=$LABEL " /etc/fstab || printf 'LABEL=%s %s ext4 defaults,noatime 0 2\n' "$LABEL" "$TARGET" >>/etc/fstab
mountpoint -q "$TARGET" || mount "$TARGET" || fail 13 "cannot mount $TARGET"
mkdir -p "$TARGET/etcd"
chmod 0700 "$TARGET/etcd"
