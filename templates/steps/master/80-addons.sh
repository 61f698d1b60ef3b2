# step code=36 limit=1800
# shellcheck shell=sh
# The first master applies the add-ons. NN-name.yaml is made what the file says, every time; NN-name.ensure.yaml is only
# made where it is missing, and people may change it.

ADDONS=$SETTINGS/addons
NOTE=$STATE/addons.sha256

reconcile() {
    kubectl --kubeconfig "$ADMIN_CONF" apply --server-side --force-conflicts --filename "$1" >"$STATE/addons.out" 2>&1
}

ensure() {
    kubectl --kubeconfig "$ADMIN_CONF" create --filename "$1" >"$STATE/addons.out" 2>&1 ||
        ! grep -v 'AlreadyExists' "$STATE/addons.out" | grep -q '^Error'
}

run() {
    is_first_master || return 0
    for file in "$ADDONS"/*.yaml; do
        [ -f "$file" ] || continue
        case $file in
            *.ensure.yaml) apply=ensure ;;
            *) apply=reconcile ;;
        esac
        retry 8 5 "$apply" "$file" ||
            fail 36 "the API server refuses ${file##*/}: $(tail -n 1 "$STATE/addons.out" | cut -c 1-300)"
    done
    sums >"$NOTE.new"
    mv "$NOTE.new" "$NOTE"
}

sums() { find "$ADDONS" -name '*.yaml' -exec sha256sum '{}' + 2>/dev/null | sort; }

check() { ! is_first_master || [ "$(sums)" = "$(cat "$NOTE")" ]; }
