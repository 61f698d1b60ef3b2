"""Writes the cloud provider's azure.json and, where asked for, the encryption of secrets, as this deployment has them."""

import json
import os


def read(path):
    try:
        with open(path) as file:
            return json.load(file)
    except FileNotFoundError:
        return None


def write(path, text):
    with open(path + ".new", "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(path + ".new", path)


known = read("/etc/slipway/deployment.json")
secrets = read("/etc/slipway/secrets.json") or {}
values = read("/etc/slipway/azure.json")
if values is not None:
    for key in ("tenantId", "subscriptionId", "resourceGroup", "location"):
        values[key] = known[key]
    if values.get("useManagedIdentityExtension"):
        values["userAssignedIdentityID"] = known["identityClientId"]
    if secrets.get("servicePrincipalClientSecret"):
        values["aadClientSecret"] = secrets["servicePrincipalClientSecret"]
    for key in ("vnetResourceGroup", "securityGroupResourceGroup"):
        values.setdefault(key, known["resourceGroup"])
    write("/etc/kubernetes/azure.json", json.dumps(values, indent=2) + "\n")

registry = read("/etc/slipway/registry.json")
if registry is not None:
    write("/etc/kubernetes/registry.json", json.dumps(registry | {"userAssignedIdentityID": known["registryClientId"]}) + "\n")

if os.path.exists("/etc/slipway/encryption.json"):
    with open("/etc/slipway/encryption.json") as file:
        text = file.read()
    key = secrets["etcdEncryptionKey"]
    # The word stands inside a JSON string; base64 needs no escape there.
    write("/etc/kubernetes/encryption-config.yaml", text.replace("{etcdEncryptionKey}", key))
