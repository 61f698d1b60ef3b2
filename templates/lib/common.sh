# shellcheck shell=sh
# What steps share. Codes: docs/bring-up.md.

# Paths that a test can move elsewhere.
STATE=${SLIPWAY_STATE:-/var/lib/slipway}
# shellcheck disable=SC2034 # the program that sources this file reads it
STEPS=${SLIPWAY_STEPS:-/opt/slipway/steps}
# shellcheck disable=SC2034
STAMPS=$STATE/stages
CACHE=$STATE/downloads
DEPLOYMENT=${SLIPWAY_DEPLOYMENT:-/etc/slipway/deployment.json}

log() {
    mkdir -p "$STATE"
    printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" | tee -a "$STATE/bootstrap.log"
}

# fail CODE MESSAGE: ends the step.
fail() {
    code=$1
    shift
    log "error code=$code $*"
    exit "$code"
}

# retry TIMES SECONDS COMMAND…: runs the command until it succeeds, with a pause that grows.
retry() {
    times=$1
    pause=$2
    shift 2
    while ! "$@"; do
        times=$((times - 1))
        [ "$times" -gt 0 ] || return 1
        sleep "$pause"
        pause=$((pause * 2))
    done
}

# deployment KEY: what only the deployment knows.
deployment() {
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$DEPLOYMENT" "$1"
}

# has_sum FILE SHA256: whether the file is there and has the checksum.
has_sum() {
    [ -f "$1" ] && printf '%s  %s\n' "$2" "$1" | sha256sum --check --status
}

# fetch NAME URL SHA256 CODE: puts a download into the cache, whole and with its checksum, or ends the step.
fetch() {
    mkdir -p "$CACHE"
    has_sum "$CACHE/$1" "$3" && return 0
    retry 6 2 curl --fail --silent --show-error --location --proto '=https' --tlsv1.2 --connect-timeout 20 \
        --max-time 600 --output "$CACHE/$1.part" "$2" || fail "$4" "cannot fetch $1 from $2"
    has_sum "$CACHE/$1.part" "$3" || {
        rm -f "$CACHE/$1.part"
        fail 110 "$1 from $2 has another SHA-256 than $3"
    }
    mv "$CACHE/$1.part" "$CACHE/$1"
}

# place SOURCE TARGET MODE: puts a file in its place in one move, so that nobody sees half of it.
place() {
    mkdir -p "$(dirname "$2")"
    cp "$1" "$2.new"
    chmod "$3" "$2.new"
    mv "$2.new" "$2"
}
