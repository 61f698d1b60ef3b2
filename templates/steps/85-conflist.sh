# step code=115 limit=60
# shellcheck shell=sh
# The conflist comes last of all that the plugin needs: with it the node says that pods may come.

SOURCE=$SETTINGS/10-slipway.conflist
TARGET=/etc/cni/net.d/10-slipway.conflist

run() {
    python3 -m json.tool "$SOURCE" >/dev/null || fail 115 "$SOURCE is not JSON"
    [ -x /opt/cni/bin/slipway-vnet ] || fail 41 "/opt/cni/bin/slipway-vnet is not there"
    place "$SOURCE" "$TARGET" 0644
}

check() { same "$SOURCE" "$TARGET"; }
