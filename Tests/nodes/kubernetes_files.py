"""Hands the kubeadm and containerd files in masters' user data to kubecheck: no error is allowed."""
import base64
import json
import pathlib
import subprocess
import sys
import tempfile

import yaml

checker, *files = sys.argv[1:]
for file in files:
    entries = {entry["path"]: entry for entry in yaml.safe_load(pathlib.Path(file).read_bytes())["write_files"]}
    with tempfile.TemporaryDirectory() as scratch:
        kubeadm = pathlib.Path(scratch, "kubeadm.yaml")
        documents = json.loads(base64.b64decode(entries["/etc/slipway/kubeadm.json"]["content"]))
        kubeadm.write_text("---\n".join(json.dumps(document) + "\n" for document in documents))
        containerd = pathlib.Path(scratch, "config.toml")
        containerd.write_text(entries["/etc/containerd/config.toml"]["content"])
        result = subprocess.run(
            [sys.executable, checker, kubeadm, containerd], capture_output=True, text=True)
        if result.returncode:
            sys.exit(f"{file}: {result.stdout}{result.stderr}")
print(f"kubecheck: {len(files)} masters accepted")
