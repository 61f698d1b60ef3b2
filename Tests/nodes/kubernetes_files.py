"""Hands the kubeadm and containerd files in masters' user data to kubecheck: no error is allowed."""
import base64
import json
import pathlib
import subprocess
import sys
import tempfile

import yaml

WORDS = {
    "{nodeName}": "node-0", "{address}": "10.255.255.5", "{tenantId}": "11111111-2222-3333-4444-555555555555",
    "{bootstrapToken}": "abcdef.0123456789abcdef", "{caCertHash}": "sha256:" + "0" * 64}

checker, *files = sys.argv[1:]
for file in files:
    entries = {entry["path"]: entry for entry in yaml.safe_load(pathlib.Path(file).read_bytes())["write_files"]}
    with tempfile.TemporaryDirectory() as scratch:
        # The words that a step on the machine fills in, where the checker wants the things themselves.
        text = base64.b64decode(entries["/etc/slipway/kubeadm.json"]["content"]).decode()
        for word, value in WORDS.items():
            text = text.replace(word, value)
        # The first master gets all but the document with which the others join.
        begin, join = pathlib.Path(scratch, "init.yaml"), pathlib.Path(scratch, "join.yaml")
        for path, joins in ((begin, False), (join, True)):
            path.write_text("---\n".join(
                json.dumps(document) + "\n" for document in json.loads(text)
                if (document["kind"] == "JoinConfiguration") == joins))
        containerd = pathlib.Path(scratch, "config.toml")
        containerd.write_text(entries["/etc/containerd/config.toml"]["content"])
        result = subprocess.run(
            [sys.executable, checker, begin, join, containerd], capture_output=True, text=True)
        if result.returncode:
            sys.exit(f"{file}: {result.stdout}{result.stderr}")
print(f"kubecheck: {len(files)} masters accepted")
