# step code=116 limit=600
# shellcheck shell=sh
# A wrong clock makes every certificate look expired or not yet valid, so it is compared with Azure's first.

# Seconds that certificates bear: they are valid from five minutes before they were made.
TOLERANCE=240

off_by() {
    clock=$(metadata_clock) || return 1
    here=$(date -u +%s)
    echo $((here > clock ? here - clock : clock - here))
}

corrected() {
    difference=$(off_by) || return 0
    [ "$difference" -gt "$TOLERANCE" ] || return 0
    if command -v chronyc >/dev/null; then chronyc -a makestep >/dev/null 2>&1 || true; fi
    return 1
}

run() {
    retry 6 5 corrected || fail 116 "this machine's clock is off by $difference seconds and does not set itself right"
}

check() {
    difference=$(off_by) || return 0
    [ "$difference" -le "$TOLERANCE" ]
}
