"""Runs every model of the shelf: as it stands it is refused for its blanks, and with them filled in it is accepted."""
import pathlib
import re
import subprocess
import sys
import tempfile

slipway, shared = sys.argv[1], pathlib.Path(sys.argv[2])
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/A0dIj67CqnLJ2Mv3cOUMT8"
BLANKS = {
    "AZ001": "masterProfile.dnsPrefix=shelf",
    "ID001": "servicePrincipalProfile.clientId=11111111-2222-3333-4444-555555555555,servicePrincipalProfile.secret=hush",
    "ID007": f'linuxProfile.ssh.publicKeys[0].keyData="{KEY}"',
    "jumpbox": f'orchestratorProfile.kubernetesConfig.privateCluster.jumpboxProfile.publicKey="{KEY}"',
    # Three etcd peers for one master, and the CA's key is in Key Vault: nothing could sign others.
    "ID008": "masterProfile.count=3",
}


def generate(model, target, values):
    command = [slipway, "generate", model, "--no-plugin", "-o", target]
    for value in values:
        command += ["--set", value]
    return subprocess.run(command, capture_output=True, text=True)


with tempfile.TemporaryDirectory() as scratch:
    models = sorted((shared / "models").glob("*.json"))
    for model in models:
        target = pathlib.Path(scratch, model.stem)
        first = generate(model, target, [])
        rules = set(re.findall(r"error ([A-Z]{2}\d{3})", first.stderr))
        if first.returncode != 1 or target.exists() or not rules or rules - set(BLANKS):
            sys.exit(f"{model.name}: status {first.returncode}, rules {rules}: {first.stderr}")
        values = [BLANKS[rule] for rule in sorted(rules)] + ["location=westeurope"]
        if "jumpboxProfile.publicKey" in first.stderr:
            values.append(BLANKS["jumpbox"])
        second = generate(model, target, values)
        if second.returncode:
            sys.exit(f"{model.name}: {second.stderr}")
        judged = subprocess.run(
            [sys.executable, shared / "armcheck/armcheck.py", target / "azuredeploy.json"], capture_output=True, text=True)
        if judged.returncode:
            sys.exit(f"{model.name}: {judged.stdout}")
        leaks = [f for f in target.rglob("*") if f.is_file() and f.parent.name != "secrets" and b"hush" in f.read_bytes()]
        if leaks:
            sys.exit(f"{model.name}: a secret in {leaks}")
    print(f"shelf: {len(models)} models refused for their blanks, and accepted with them filled in")
