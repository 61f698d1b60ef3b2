"""Prints kubeadm's documents of the given kinds, with this machine's name, address and secrets in their places."""

import json
import sys

name, address, *kinds = sys.argv[1:]


def known(path):
    try:
        with open(path) as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


words = {"{nodeName}": name, "{address}": address}
for source, keys in (
    ("/etc/slipway/deployment.json", ("tenantId",)),
    ("/etc/slipway/secrets.json", ("bootstrapToken", "caCertHash")),
):
    values = known(source)
    words.update(("{%s}" % key, values[key]) for key in keys if key in values)


def filled(value):
    if isinstance(value, dict):
        return {key: filled(item) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item) for item in value]
    if isinstance(value, str):
        for word, text in words.items():
            value = value.replace(word, text)
    return value


with open("/etc/slipway/kubeadm.json") as file:
    documents = json.load(file)
print("---\n".join(json.dumps(filled(d), indent=1) + "\n" for d in documents if d["kind"] in kinds), end="")
