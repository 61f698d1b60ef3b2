# shellcheck shell=sh
# Downloads. Nothing is used whose SHA-256 was not compared.

CACHE=$STATE/downloads

# has_sum FILE SHA256: whether the file is there and has the checksum.
has_sum() {
    [ -f "$1" ] && printf '%s  %s\n' "$2" "$1" | sha256sum --check --status
}

# mirrored URL: where a program lies, where the model names a mirror. What the model names itself (the bundle, slipway-vnet) is
# asked where it says.
mirrored() {
    if [ -n "$MIRROR" ]; then printf '%s/%s' "${MIRROR%/}" "${1#https://}"; else printf '%s' "$1"; fi
}

# fetch NAME URL SHA256 CODE: puts a download into the cache, whole and with its checksum, or ends the step. CODE is for
# what has no code of its own.
fetch() {
    has_sum "$CACHE/$1" "$3" && return 0
    mkdir -p "$CACHE"
    fetch_url=$2
    fetch_tries=6
    fetch_pause=2
    while :; do
        fetch_status=0
        # A proxy is for the internet; curl reads NO_PROXY itself.
        https_proxy=$HTTPS_PROXY no_proxy=$NO_PROXY curl --fail --silent --show-error --location --proto '=https' \
            --tlsv1.2 --connect-timeout 20 --speed-limit 1024 --speed-time 60 --max-time 900 \
            --output "$CACHE/$1.part" "$fetch_url" || fetch_status=$?
        if [ "$fetch_status" -eq 0 ]; then
            has_sum "$CACHE/$1.part" "$3" && break
            rm -f "$CACHE/$1.part"
            fetch_status=checksum
        fi
        fetch_tries=$((fetch_tries - 1))
        # A checksum may differ because of a proxy's half page: once more, but no more than that.
        [ "$fetch_status" != checksum ] || fetch_tries=$((fetch_tries > 1 ? 1 : fetch_tries))
        [ "$fetch_tries" -gt 0 ] || fetch_failed "$1" "$fetch_url" "$3" "$4" "$fetch_status"
        sleep "$fetch_pause"
        fetch_pause=$((fetch_pause * 2 > 30 ? 30 : fetch_pause * 2))
    done
    mv "$CACHE/$1.part" "$CACHE/$1"
}

# fetch_failed NAME URL SHA256 CODE STATUS: ends the step with the code for what curl says.
fetch_failed() {
    rm -f "$CACHE/$1.part"
    case $5 in
        checksum) fail 110 "$1 from $2 has another SHA-256 than $3" ;;
        5 | 6) fail 52 "cannot fetch $1: the name in $2 does not resolve" ;;
        7 | 28) fail 50 "cannot fetch $1: no connection to $2, or it is too slow" ;;
        18) fail 56 "cannot fetch $1: $2 breaks off before its end" ;;
        22) fail 55 "cannot fetch $1: $2 is refused by the server" ;;
        23) fail 57 "cannot fetch $1: $CACHE cannot be written; is the disk full?" ;;
        35 | 51 | 53 | 58 | 59 | 60 | 77 | 83) fail 54 "cannot fetch $1: no trusted TLS connection to $2" ;;
        *) fail "$4" "cannot fetch $1 from $2: curl ends with $5" ;;
    esac
}
