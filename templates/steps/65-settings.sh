# step code=112 limit=120
# shellcheck shell=sh
# Completes what Kubernetes and the cloud provider read: the plan's part came with cloud-init, the deployment's part and
# the secrets are filled in here. A node has the registries' log-in alone.

run() {
    umask 077
    mkdir -p /etc/kubernetes /var/log/kubernetes/audit
    python3 /opt/slipway/lib/complete_settings.py || fail 112 "cannot complete the settings of the cloud provider"
}

check() {
    { [ "$ROLE" = node ] || [ -s /etc/kubernetes/azure.json ]; } &&
        { [ ! -e "$SETTINGS/registry.json" ] || [ -s /etc/kubernetes/registry.json ]; }
}
