# step code=28 limit=300
# shellcheck shell=sh
# Starts containerd, makes sure that it answers, and gives it the bundle's images.

answering() { ctr --connect-timeout 5s version >/dev/null 2>&1; }

run() {
    mkdir -p /etc/containerd/certs.d
    start_unit containerd.service 28
    retry 10 1 answering || fail 28 "containerd does not answer: $(unit_words containerd.service)"
    for archive in "$STATE"/bundle/images/*.tar; do
        [ ! -f "$archive" ] || ctr --namespace k8s.io images import "$archive" >/dev/null ||
            fail 35 "containerd refuses the image archive ${archive##*/}"
    done
}

check() { systemctl is-enabled --quiet containerd.service && answering; }
