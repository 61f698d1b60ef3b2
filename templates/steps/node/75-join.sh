# step code=114 limit=3600
# shellcheck shell=sh
# Joins the cluster through the internal load balancer, whenever its API server comes.

join() { run_kubeadm 114 JoinConfiguration -- join; }

run() {
    map_name "$API_SERVER_ADDRESS" "$API_SERVER_NAME"
    if [ ! -e "$STATE/joined" ]; then
        ports_free 10250
        systemctl daemon-reload
        systemctl enable --quiet kubelet.service || fail 34 "cannot enable kubelet.service"
        connects "$API_SERVER_ADDRESS" || log "waiting for the API server at $API_SERVER_ADDRESS"
        wait_for 2400 connects "$API_SERVER_ADDRESS" ||
            fail 51 "nothing answers at $API_SERVER_ADDRESS, port $API_SERVER_PORT"
        retry 3 10 join || kubeadm_failed 114 "kubeadm could not join the cluster"
        : >"$STATE/joined"
    fi
    [ -e "$KUBELET_CONF" ] || fail 114 "kubeadm wrote no $KUBELET_CONF"
}

check() { [ -e "$KUBELET_CONF" ] && [ -e "$STATE/joined" ] && mapped "$API_SERVER_ADDRESS" "$API_SERVER_NAME"; }
