#!/bin/sh
# Writes what kubeadm and the cloud provider read on this master.
set -eu
# shellcheck source=templates/lib/common.sh
. /opt/slipway/lib/common.sh
# shellcheck source=/dev/null
. /etc/slipway/node.env

umask 077
mkdir -p /etc/kubernetes
# The cloud provider's file: what the plan says and what the deployment knows. A service principal's secret comes with the
# extension, later; until then the file goes without.
python3 - /etc/slipway/azure.json "$DEPLOYMENT" /etc/slipway/secrets.json /etc/kubernetes/azure.json <<'PYTHON' ||
import json, os, sys

settings, deployment, secrets, target = sys.argv[1:]
with open(settings) as file:
    values = json.load(file)
with open(deployment) as file:
    known = json.load(file)
for key in ("tenantId", "subscriptionId", "resourceGroup", "location"):
    values[key] = known[key]
if values.get("useManagedIdentityExtension"):
    values["userAssignedIdentityID"] = known["identityClientId"]
if os.path.exists(secrets):
    with open(secrets) as file:
        secret = json.load(file).get("servicePrincipalClientSecret")
    if secret:
        values["aadClientSecret"] = secret
for key in ("vnetResourceGroup", "securityGroupResourceGroup"):
    values.setdefault(key, known["resourceGroup"])
with open(target + ".new", "w") as file:
    json.dump(values, file, indent=2)
os.replace(target + ".new", target)
PYTHON
    fail 112 "cannot write /etc/kubernetes/azure.json"

name=$(hostname)
address=$(ip -4 -o address show dev "$INTERFACE" | awk 'NR == 1 { sub("/.*", "", $4); print $4 }')
grep -q "$API_SERVER_NAME" /etc/hosts || printf '%s %s\n' "$API_SERVER_ADDRESS" "$API_SERVER_NAME" >>/etc/hosts
python3 - "$name" "$address" "$(deployment tenantId)" /etc/slipway/kubeadm.json /etc/kubernetes/kubeadm.yaml <<'PYTHON' ||
import json, os, sys

name, address, tenant, source, target = sys.argv[1:]
with open(source) as file:
    documents = json.loads(file.read().replace("{tenantId}", tenant))
for document in documents:
    if document["kind"] == "InitConfiguration":
        document["localAPIEndpoint"]["advertiseAddress"] = address
        document["nodeRegistration"]["name"] = name
        document["nodeRegistration"]["kubeletExtraArgs"].append({"name": "node-ip", "value": address})
with open(target + ".new", "w") as file:
    file.write("---\n".join(json.dumps(document, indent=2) + "\n" for document in documents))
os.replace(target + ".new", target)
PYTHON
    fail 113 "cannot write /etc/kubernetes/kubeadm.yaml"

systemctl daemon-reload
systemctl enable kubelet.service || fail 34 "cannot enable kubelet.service"
