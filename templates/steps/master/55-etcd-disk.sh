# step code=13 limit=600
# shellcheck shell=sh
# Mounts the data disk on which etcd writes. A disk that holds something is never made anew: it may be the cluster.

LABEL=etcd_disk
TARGET=/var/lib/etcddisk
MOUNT=var-lib-etcddisk.mount

# SCSI sizes and NVMe sizes name the disk at LUN 0 differently.
find_disk() {
    for link in /dev/disk/azure/scsi1/lun0 /dev/disk/azure/data/by-lun/0; do
        if [ -b "$link" ]; then
            disk=$(readlink -f "$link")
            return 0
        fi
    done
    return 1
}

# on_disk NAME: what the disk's first blocks say, unasked any cache.
on_disk() { blkid --probe --output value --match-tag "$1" "$disk" || true; }

named() { [ -b "/dev/disk/by-label/$LABEL" ]; }

run() {
    retry 8 2 find_disk || fail 13 "there is no data disk at LUN 0"
    if [ "$(on_disk LABEL)" != "$LABEL" ]; then
        found=$(on_disk TYPE)$(on_disk PTTYPE)
        [ -z "$found" ] || fail 16 "the data disk at LUN 0 ($disk) already holds $found, which is not etcd's"
        mkfs.ext4 -q -L "$LABEL" -E lazy_itable_init=1,lazy_journal_init=1 "$disk" || fail 13 "cannot format $disk"
    fi
    udevadm trigger --settle "$disk" || true
    retry 8 1 named || fail 13 "the system does not see the filesystem $LABEL on $disk"
    systemctl daemon-reload
    systemctl enable --quiet "$MOUNT" || fail 4 "cannot enable $MOUNT"
    systemctl start "$MOUNT" || fail 13 "cannot mount $disk: $(unit_words "$MOUNT")"
    mountpoint -q "$TARGET" || fail 13 "$TARGET is not mounted"
    mkdir -p "$TARGET/etcd" || fail 10 "cannot make $TARGET/etcd"
    chmod 0700 "$TARGET/etcd"
}

check() { mountpoint -q "$TARGET" && [ -d "$TARGET/etcd" ] && systemctl is-enabled --quiet "$MOUNT"; }
