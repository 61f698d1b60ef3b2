"""Judges large clusters in availability sets, whose machines stand in nested deployments.

A nested deployment with inner scope is a deployment of its own for ARM, with limits of its own; armcheck adds the sizes of
all of them up. So each is taken out and judged alone, with the parameters that the outer one gives it."""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

slipway, armcheck = sys.argv[1:]
sys.path.insert(0, armcheck)
from armcheck import check  # noqa: E402

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/A0dIj67CqnLJ2Mv3cOUMT8"


def model(pools, nodes, addresses):
    return {
        "apiVersion": "vlabs",
        "location": "westeurope",
        "properties": {
            "masterProfile": {"count": 3, "dnsPrefix": "big", "vmSize": "Standard_D4s_v5"},
            "agentPoolProfiles": [
                {
                    "name": f"p{index}", "count": nodes, "vmSize": "Standard_D2s_v5",
                    "availabilityProfile": "AvailabilitySet", "ipAddressCount": addresses,
                    "kubernetesConfig": {"maxPods": max(5, addresses - 1)},
                }
                for index in range(pools)
            ],
            "linuxProfile": {"adminUsername": "azureuser", "ssh": {"publicKeys": [{"keyData": KEY}]}},
            "networkProfile": {"egress": {"type": "natGateway", "publicIPCount": 8}},
        },
    }


def judge(name, template, size):
    report, _ = check(template, size)
    errors = [finding for finding in report.findings if finding.level == "error"]
    if errors:
        sys.exit(f"{name}: " + "; ".join(f"{f.pointer} {f.code} {f.message}" for f in errors[:5]))


def user_data_length(outer):
    """As many characters as nodes' user data has: the shared part, and more than the pool's own part."""
    return len(outer["variables"]["nodeUserData"]) + 2048


def run(scratch, pools, nodes, addresses):
    name = f"{pools} pools of {nodes} with {addresses} addresses"
    source, target = scratch / "cluster.json", scratch / "out"
    source.write_text(json.dumps(model(pools, nodes, addresses)))
    subprocess.run([slipway, "generate", source, "--no-plugin", "-o", target], check=True, capture_output=True)
    text = (target / "azuredeploy.json").read_text()
    outer = json.loads(text)
    machines = 0
    for resource in outer["resources"]:
        inner = resource.get("properties", {}).get("template")
        if resource["type"] != "Microsoft.Resources/deployments" or "userData" not in inner["parameters"]:
            continue
        alone = copy.deepcopy(inner)
        alone["parameters"]["userData"]["defaultValue"] = "x" * user_data_length(outer)
        alone["parameters"]["location"]["defaultValue"] = "westeurope"
        judge(f"{name}, {resource['name']}", alone, len(json.dumps(alone)))
        machines += next(r["copy"]["count"] for r in inner["resources"] if r["type"].endswith("/virtualMachines"))
        inner["resources"] = []
    if machines != pools * nodes:
        sys.exit(f"{name}: {machines} machines in nested deployments, {pools * nodes} wanted")
    judge(f"{name}, outer", outer, len(text))
    print(f"nested: {name} accepted, {len(text)} bytes")


with tempfile.TemporaryDirectory() as scratch:
    for shape in ((40, 100, 5), (5, 100, 31), (1, 63, 251)):
        run(pathlib.Path(scratch), *shape)
