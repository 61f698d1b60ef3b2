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
    [ "$ROLE" = node ] || certificates_hold
}

# certificates_hold: kubeadm and etcd would say it minutes later and less clearly. What Key Vault brought, slipway has never seen.
certificates_hold() {
    find "$PKI" -name '*.crt' >"$STATE/certificates"
    while read -r certificate; do
        certificate_holds "$certificate"
        key=${certificate%.crt}.key
        [ ! -e "$key" ] || key_holds "$certificate" "$key"
    done <"$STATE/certificates"
}

certificate_holds() {
    openssl x509 -noout -startdate -pubkey -text -in "$1" >"$STATE/certificate" 2>/dev/null || fail 112 "$1 is no certificate"
    begins=$(sed -n 's/^notBefore=//p' "$STATE/certificate")
    [ "$(date -u -d "$begins" +%s)" -le "$(date -u +%s)" ] ||
        fail 116 "$1 is valid from $begins; this machine's clock is behind"
    openssl x509 -noout -checkend 0 -in "$1" >/dev/null || fail 112 "$1 has expired"
    bits=$(sed -n '/rsaEncryption/,/Exponent/s/.*Public-Key: (\([0-9]*\) bit).*/\1/p' "$STATE/certificate")
    [ "${bits:-2048}" -ge 2048 ] || fail 112 "$1 has an RSA key of $bits bits, and 2048 are the least"
}

# key_holds CERTIFICATE KEY: right after `certificate_holds`, which has left the certificate's own public key.
key_holds() {
    # An empty password: nobody is there to be asked for another.
    openssl pkey -in "$2" -passin pass: -pubout >"$STATE/public-key" 2>/dev/null ||
        fail 112 "$2 is no private key, or is an encrypted one"
    sed -n '/BEGIN PUBLIC/,/END PUBLIC/p' "$STATE/certificate" | cmp -s - "$STATE/public-key" ||
        fail 112 "$2 belongs to another certificate than $1"
}

check() { placed && { [ -e "$KUBELET_CONF" ] || arrived; }; }
