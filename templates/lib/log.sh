# shellcheck shell=sh
# The log of the bring-up, and how a step ends early. Codes: docs/bring-up.md.

# Paths that tests move elsewhere.
STATE=${SLIPWAY_STATE:-/var/lib/slipway}
# shellcheck disable=SC2034 # read by the files that source this one
STEPS=${SLIPWAY_STEPS:-/opt/slipway/steps}
# shellcheck disable=SC2034
STAMPS=$STATE/stages

log() {
    mkdir -p "$STATE"
    printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" | tee -a "$STATE/bootstrap.log"
}

# fail CODE MESSAGE: ends the step. The file tells the bootstrap that this code is meant, also from within a pipe.
fail() {
    failed_code=$1
    shift
    log "error code=$failed_code $*" >&2
    printf '%s\n' "$failed_code" >"$STATE/failing"
    exit "$failed_code"
}

# retry TIMES SECONDS COMMAND…: runs the command until it succeeds, with a pause that doubles up to 30 seconds.
retry() {
    retry_times=$1
    retry_pause=$2
    shift 2
    until "$@"; do
        retry_times=$((retry_times - 1))
        [ "$retry_times" -gt 0 ] || return 1
        sleep "$retry_pause"
        retry_pause=$((retry_pause * 2 > 30 ? 30 : retry_pause * 2))
    done
}
