# step code=58 limit=2400
# shellcheck shell=sh
# Where the model names a bundle, everything comes in one archive: programs into the cache of downloads, images for
# containerd. The archive's own checksum is pinned; the programs' are compared as those of any download.

run() {
    [ -n "$BUNDLE_URL" ] || return 0
    [ ! -e "$STATE/bundle/whole" ] || return 0
    fetch bundle "$BUNDLE_URL" "$BUNDLE_SHA256" 58
    rm -rf "$STATE/bundle"
    mkdir -p "$STATE/bundle"
    tar --no-same-owner -C "$STATE/bundle" -xf "$CACHE/bundle" || fail 58 "cannot unpack the bundle"
    for file in "$STATE/bundle/downloads"/*; do
        [ ! -f "$file" ] || mv "$file" "$CACHE/"
    done
    : >"$STATE/bundle/whole"
    rm -f "$CACHE/bundle"
}

check() { [ -z "$BUNDLE_URL" ] || [ -e "$STATE/bundle/whole" ]; }
