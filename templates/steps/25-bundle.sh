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
    # The archive says itself what it holds: half of it after a full disk is found here.
    (cd "$STATE/bundle" && sha256sum --check --status --strict SHA256SUMS) ||
        fail 58 "the bundle's files have other checksums than its SHA256SUMS says"
    for file in "$STATE/bundle/downloads"/*; do
        [ ! -f "$file" ] || mv "$file" "$CACHE/"
    done
    : >"$STATE/bundle/whole"
    rm -f "$CACHE/bundle"
}

check() { [ -z "$BUNDLE_URL" ] || [ -e "$STATE/bundle/whole" ]; }
