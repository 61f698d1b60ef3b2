# shellcheck shell=sh
# kubeadm and the API server.

# shellcheck disable=SC2034 # read by the steps
KUBELET_CONF=/etc/kubernetes/kubelet.conf
# shellcheck disable=SC2034
ADMIN_CONF=/etc/kubernetes/admin.conf
CLUSTER_CA=/etc/kubernetes/pki/ca.crt
# Once kubeadm has begun, the files and open ports that it finds are its own work, and it goes on with them. Its other
# checks hold always.
BEGUN=$STATE/kubeadm-begun
OWN_WORK=Port-6443,Port-10250,Port-10257,Port-10259,Port-2379,Port-2380,DirAvailable--var-lib-etcddisk-etcd
OWN_WORK=$OWN_WORK,DirAvailable--etc-kubernetes-manifests
for own_file in manifests-etcd.yaml manifests-kube-apiserver.yaml manifests-kube-controller-manager.yaml \
    manifests-kube-scheduler.yaml kubelet.conf bootstrap-kubelet.conf pki-ca.crt; do
    OWN_WORK=$OWN_WORK,FileAvailable--etc-kubernetes-$own_file
done

# answers ADDRESS: whether the API server there is ready. Its certificate must be the cluster's.
answers() {
    curl --fail --silent --noproxy '*' --output /dev/null --connect-timeout 3 --max-time 10 --cacert "$CLUSTER_CA" \
        --resolve "$API_SERVER_NAME:$API_SERVER_PORT:$1" "https://$API_SERVER_NAME:$API_SERVER_PORT/readyz"
}

# connects ADDRESS: whether somebody listens there; for machines that have no certificate yet.
connects() {
    python3 -c 'import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 3)' \
        "$1" "$API_SERVER_PORT" 2>/dev/null
}

# wait_for SECONDS COMMAND…: until the command succeeds, asked every five seconds.
wait_for() {
    wait_rounds=$(($1 / 5))
    shift
    until "$@"; do
        wait_rounds=$((wait_rounds - 1))
        [ "$wait_rounds" -gt 0 ] || return 1
        sleep 5
    done
}

# ports_free PORT…: ends the step if a foreign program listens on one of them.
ports_free() {
    [ ! -e "$BEGUN" ] || return 0
    for port in "$@"; do
        owner=$(ss -Hltnp "sport = :$port" | awk 'NR == 1 { print $NF }')
        [ -z "$owner" ] || fail 118 "port $port is in use: $owner"
    done
}

# proxied COMMAND…: with the proxy in its environment, where there is one. kubeadm hands it on to the API server, which asks the
# internet for the keys of people's tokens.
proxied() {
    if [ -n "$HTTPS_PROXY$HTTP_PROXY" ]; then
        (
            export NO_PROXY
            [ -z "$HTTPS_PROXY" ] || export HTTPS_PROXY
            [ -z "$HTTP_PROXY" ] || export HTTP_PROXY
            exec "$@"
        )
    else
        "$@"
    fi
}

# run_kubeadm CODE KIND… -- ARGUMENT…: runs kubeadm with the documents of these kinds; if it fails, ends the step with the
# code for what it says. The configuration holds a token and goes with the run.
run_kubeadm() {
    kubeadm_code=$1
    shift
    kubeadm_kinds=
    while [ "$1" != -- ]; do
        kubeadm_kinds="$kubeadm_kinds $1"
        shift
    done
    shift
    kubeadm_config=/etc/kubernetes/kubeadm.yaml
    # shellcheck disable=SC2086 # a list of words
    python3 /opt/slipway/lib/kubeadm_documents.py "$(hostname)" "$(own_address)" $kubeadm_kinds |
        write "$kubeadm_config" 0600
    [ -s "$kubeadm_config" ] || fail "$kubeadm_code" "cannot write $kubeadm_config"
    [ ! -e "$BEGUN" ] || set -- "$@" --ignore-preflight-errors "$OWN_WORK"
    : >"$BEGUN"
    kubeadm_status=0
    (umask 077 && proxied kubeadm "$@" --config "$kubeadm_config" >"$STATE/kubeadm.out" 2>&1) || kubeadm_status=$?
    rm -f "$kubeadm_config"
    kubeadm_words
    return "$kubeadm_status"
}

# kubeadm_words: what kubeadm said, into its log, without tokens.
kubeadm_words() {
    sed 's/[a-z0-9]\{6\}\.[a-z0-9]\{16\}/(token)/g' "$STATE/kubeadm.out" | tee -a "$STATE/kubeadm.log" >/dev/null
}

# kubeadm_failed CODE WHAT: ends the step with the code for what kubeadm said last, or with CODE.
kubeadm_failed() {
    said=$STATE/kubeadm.out
    reason=$(grep -E -i 'error|timed out|fail' "$said" | tail -n 1 | cut -c 1-300 |
        sed 's/[a-z0-9]\{6\}\.[a-z0-9]\{16\}/(token)/g')
    code=$1
    if grep -q 'ERROR Port-' "$said"; then
        code=118
    elif grep -q -i 'certificate has expired or is not yet valid' "$said"; then
        code=116
    elif grep -q -i -E 'failed to pull image|ERROR ImagePull' "$said"; then
        code=35
    elif grep -q -i -E 'kubelet (is not|isn.t) (running|healthy)|kubelet-check.*unhealthy' "$said"; then
        code=34
    elif grep -q -i -E 'etcd.*(timed out|timeout|unhealthy|deadline)|etcd cluster is not healthy' "$said"; then
        code=14
    elif grep -q -i -E 'couldn.t validate the identity of the API Server|connection refused|i/o timeout' "$said"; then
        code=51
    fi
    fail "$code" "$2: $reason"
}
