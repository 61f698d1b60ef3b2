# shellcheck shell=sh
# Azure's instance metadata service, which answers the machine's own address only and never by a proxy.

METADATA=http://169.254.169.254/metadata
METADATA_VERSION=2021-02-01

# metadata PATH: a document.
metadata() {
    curl --fail --silent --noproxy '*' --connect-timeout 2 --max-time 10 --header 'Metadata: true' \
        "$METADATA/$1?api-version=$METADATA_VERSION&format=json"
}

# metadata_clock: the service's time in seconds since 1970, or failure.
metadata_clock() {
    clock_date=$(curl --silent --noproxy '*' --connect-timeout 2 --max-time 10 --header 'Metadata: true' \
        --dump-header - --output /dev/null "$METADATA/versions" | tr -d '\r' | sed -n 's/^[Dd]ate: *//p')
    [ -n "$clock_date" ] && date -u -d "$clock_date" +%s
}
