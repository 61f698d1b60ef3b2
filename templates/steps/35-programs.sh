# step code=29 limit=600
# shellcheck shell=sh
# Puts the programs in their places, each in one move, and notes their checksums: half a file after a crash is found.

NOTES=$STATE/programs.sha256

# install_archive NAME FOLDER MEMBER…: programs of an archive.
install_archive() {
    archive=$1
    folder=$2
    shift 2
    unpacked=$STATE/unpacked
    rm -rf "$unpacked"
    mkdir -p "$unpacked"
    tar --no-same-owner -C "$unpacked" -xzf "$CACHE/$archive" || fail 29 "cannot unpack $archive"
    for member in "$@"; do
        # A member named with * may be several files.
        for file in "$unpacked"/$member; do
            [ -f "$file" ] || fail 29 "$archive has no $member"
            target=${file##*/}
            install_program "$file" "$folder/${target#azure-}"
        done
    done
    rm -rf "$unpacked"
}

install_program() {
    place "$1" "$2" 0755
    sha256sum "$2" >>"$NOTES.new"
}

run() {
    mkdir -p "$STATE" && : >"$NOTES.new"
    for program in kubeadm kubectl kubelet; do
        install_program "$CACHE/$program" "/usr/local/bin/$program"
    done
    install_program "$CACHE/runc" /usr/local/sbin/runc
    install_archive containerd /usr/local/bin 'bin/*'
    install_archive crictl /usr/local/bin crictl
    install_archive cni-plugins /opt/cni/bin loopback portmap bandwidth
    install_program "$CACHE/slipway-vnet" /opt/cni/bin/slipway-vnet
    if [ -f "$CACHE/acr-credential-provider" ]; then
        # kubelet looks for the name by which its configuration calls it.
        install_archive acr-credential-provider /opt/slipway/credential-provider azure-acr-credential-provider
    fi
    mv "$NOTES.new" "$NOTES"
}

check() { sha256sum --check --status "$NOTES" 2>/dev/null; }
