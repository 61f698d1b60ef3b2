"""Runs slipway, and makes models to run it on."""
import copy
import hashlib
import json
import os
import pathlib
import subprocess

SLIPWAY = os.environ["SLIPWAY"]
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/A0dIj67CqnLJ2Mv3cOUMT8"
SUBNET = ("/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network"
          "/virtualNetworks/corp/subnets/")

BASE = {
    "apiVersion": "vlabs",
    "location": "westeurope",
    "properties": {
        "orchestratorProfile": {"orchestratorRelease": "1.35", "kubernetesConfig": {"useManagedIdentity": True}},
        "masterProfile": {"count": 3, "dnsPrefix": "probe", "vmSize": "Standard_D2s_v5"},
        "agentPoolProfiles": [{"name": "agents", "count": 2, "vmSize": "Standard_D4s_v5"}],
        "linuxProfile": {"adminUsername": "azureuser", "ssh": {"publicKeys": [{"keyData": KEY}]}},
    },
}


def slipway(*arguments, stdin=None, env=None, cwd=None):
    return subprocess.run([SLIPWAY, *map(str, arguments)], input=stdin, capture_output=True, timeout=60, cwd=cwd,
                          env={**os.environ, **(env or {})})


def merged(base, change):
    """`base` with `change` laid over it: objects merge, None removes a key, anything else replaces."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return copy.deepcopy(change)
    result = dict(base)
    for key, value in change.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(base.get(key), value)
    return result


def model(properties=None, pool=None, master=None, kubernetes=None, top=None):
    """The base model with changes in its parts."""
    document = merged(copy.deepcopy(BASE), top or {})
    document["properties"] = merged(document["properties"], properties or {})
    if master:
        document["properties"]["masterProfile"] = merged(document["properties"]["masterProfile"], master)
    if pool:
        document["properties"]["agentPoolProfiles"][0] = merged(document["properties"]["agentPoolProfiles"][0], pool)
    if kubernetes:
        document["properties"]["orchestratorProfile"]["kubernetesConfig"] = merged(
            document["properties"]["orchestratorProfile"]["kubernetesConfig"], kubernetes)
    return document


def validate(data, *arguments):
    """Findings, plan and exit status of a model given as bytes, text or object."""
    if not isinstance(data, (bytes, str)):
        data = json.dumps(data)
    if isinstance(data, str):
        data = data.encode()
    result = slipway("validate", "-", "--format", "json", *arguments, stdin=data)
    report = json.loads(result.stdout)
    return report["findings"], report["plan"], result.returncode


def read(path):
    return pathlib.Path(path).read_text()


def tree(folder):
    """The files below a folder with their checksums."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}
