# step code=36 limit=1800
# shellcheck shell=sh
# The first master applies the add-ons. NN-name.yaml is made what the file says, every time; NN-name.ensure.yaml is only
# made where it is missing, and people may change it. What earlier add-ons made and these do not name any more goes.

ADDONS=$SETTINGS/addons
# Their names; an archive of an upgrade leaves manifests of the last version beside them.
LIST=$SETTINGS/addon-files
NOTE=$STATE/addons.sha256
# Of every kind that slipway's add-ons have or had. Only the first sort carries the label.
KINDS=daemonsets,deployments,services,serviceaccounts,configmaps,roles,rolebindings,clusterroles,clusterrolebindings
KINDS=$KINDS,poddisruptionbudgets,csidrivers,storageclasses,apiservices

reconcile() {
    kubectl --kubeconfig "$ADMIN_CONF" apply --server-side --force-conflicts --filename "$1" >"$STATE/addons.out" 2>&1
}

ensure() {
    kubectl --kubeconfig "$ADMIN_CONF" create --filename "$1" >"$STATE/addons.out" 2>&1 ||
        ! grep -v 'AlreadyExists' "$STATE/addons.out" | grep -q '^Error'
}

labelled() {
    kubectl --kubeconfig "$ADMIN_CONF" get "$KINDS" --all-namespaces --selector slipway.io/addon --output json \
        >"$STATE/addons.there" 2>"$STATE/addons.out"
}

prune() {
    labelled && python3 /opt/slipway/lib/addons_gone.py "$ADDONS" "$LIST" "$STATE/addons.there" >"$STATE/addons.gone" || return 1
    while read -r kind namespace name; do
        set -- "$kind" "$name" --ignore-not-found --wait=false
        [ "$namespace" = - ] || set -- "$@" --namespace "$namespace"
        kubectl --kubeconfig "$ADMIN_CONF" delete "$@" >"$STATE/addons.out" 2>&1 || return 1
    done <"$STATE/addons.gone"
}

run() {
    is_first_master || return 0
    while read -r name; do
        case $name in
            *.ensure.yaml) apply=ensure ;;
            *) apply=reconcile ;;
        esac
        retry 8 5 "$apply" "$ADDONS/$name" ||
            fail 36 "the API server refuses $name: $(tail -n 1 "$STATE/addons.out" | cut -c 1-300)"
    done <"$LIST"
    retry 8 5 prune ||
        fail 36 "add-ons that are gone cannot be removed: $(tail -n 1 "$STATE/addons.out" | cut -c 1-300)"
    sums >"$NOTE.new"
    mv "$NOTE.new" "$NOTE"
}

sums() { (cd "$ADDONS" && xargs sha256sum <"$LIST") 2>/dev/null; }

check() { ! is_first_master || [ "$(sums)" = "$(cat "$NOTE")" ]; }
