# step code=112 limit=3600
# shellcheck shell=sh
# Waits for the secrets that the extension brings, and puts certificates and keys in their places.

PKI=/etc/kubernetes/pki

arrived() { [ -s "$SECRETS" ]; }
placed() { [ "$ROLE" = node ] || { [ -s "$PKI/ca.crt" ] && [ -s "$PKI/sa.key" ]; }; }

run() {
    arrived || log "waiting for the extension to bring the secrets"
    if ! wait_for 3300 arrived; then
        # A machine that has joined needs them no more.
        [ ! -e "$KUBELET_CONF" ] || ! placed || return 0
        fail 112 "the extension has not brought the secrets"
    fi
    python3 /opt/slipway/lib/place_secrets.py "$SECRETS" "$SETTINGS/secret-files" "$PKI" ||
        fail 112 "the secrets are not complete"
    placed || fail 112 "the secrets hold no ca.crt or no sa.key"
    [ "$ROLE" = node ] || certificate_holds
}

certificate_holds() {
    begins=$(openssl x509 -noout -startdate -in "$PKI/ca.crt" | cut -d = -f 2-) || fail 112 "$PKI/ca.crt is no certificate"
    [ "$(date -u -d "$begins" +%s)" -le "$(date -u +%s)" ] ||
        fail 116 "the cluster's certificate is valid from $begins; this machine's clock is behind"
    openssl x509 -noout -checkend 0 -in "$PKI/ca.crt" >/dev/null || fail 112 "the cluster's certificate has expired"
}

check() { placed && { [ -e "$KUBELET_CONF" ] || arrived; }; }
