# step code=113 limit=3600
# shellcheck shell=sh
# The first master begins the cluster; each other one joins when the one before it is ready, so etcd grows by one member
# at a time. A first master that was made anew finds the others and joins, too.
#
# The internal load balancer drops what a master sends to itself through it. So a master takes the API server's name for
# its own address as soon as its own API server is there, and for another master's while it joins.

others() {
    for other in $MASTER_ADDRESSES; do
        [ "$other" = "$address" ] || echo "$other"
    done
}

# ready_peer: the first other master that answers.
ready_peer() {
    for other in $(others); do
        if answers "$other"; then
            peer=$other
            return 0
        fi
    done
    return 1
}

# predecessor: the address before this machine's own in the list.
predecessor() {
    before=
    for other in $MASTER_ADDRESSES; do
        [ "$other" != "$address" ] || break
        before=$other
    done
    echo "$before"
}

begin_cluster() {
    map_name "$address" "$API_SERVER_NAME"
    run_kubeadm 113 InitConfiguration ClusterConfiguration KubeletConfiguration KubeProxyConfiguration -- \
        init --skip-token-print
}

join_cluster() {
    # etcd takes one new member at a time; without the one before, whoever is there will do.
    before=$(predecessor)
    if [ -n "$before" ] && wait_for 1200 answers "$before"; then
        peer=$before
    else
        wait_for 300 ready_peer || fail 51 "no other master's API server answers"
    fi
    map_name "$peer" "$API_SERVER_NAME"
    run_kubeadm 114 JoinConfiguration -- join
}

run() {
    address=$(own_address)
    if [ ! -e "$STATE/control-plane-up" ]; then
        ports_free "$API_SERVER_PORT" 2379 2380 10250 10257 10259
        systemctl daemon-reload
        systemctl enable --quiet kubelet.service || fail 34 "cannot enable kubelet.service"
        if is_first_master && ! ready_peer; then
            retry 3 10 begin_cluster || kubeadm_failed 113 "kubeadm could not begin the cluster"
        else
            retry 3 10 join_cluster || kubeadm_failed 114 "kubeadm could not join the cluster"
        fi
        : >"$STATE/control-plane-up"
    fi
    wait_for 600 answers "$address" || fail 30 "the API server of this machine does not become ready"
    map_name "$address" "$API_SERVER_NAME"
}

check() {
    address=$(own_address)
    [ -e "$KUBELET_CONF" ] && [ -e "$ADMIN_CONF" ] && mapped "$address" "$API_SERVER_NAME" && answers "$address"
}
