"""slipway certs."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from openssl import openssl
from program import model, slipway


class Certs(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.scratch)
        self.out = self.scratch / "out"
        result = slipway("generate", "-", "--no-plugin", "-o", self.out, stdin=json.dumps(model(master={"count": 1})).encode())
        self.assertEqual(0, result.returncode, result.stderr)
        self.pki = self.out / "secrets/pki"

    def files(self):
        return {str(path.relative_to(self.out)): path.read_bytes() for path in self.out.rglob("*") if path.is_file()}

    def test_list(self):
        result = slipway("certs", "list", self.out)
        self.assertEqual(0, result.returncode, result.stderr)
        lines = result.stdout.decode().splitlines()
        self.assertEqual(11, len(lines))
        self.assertTrue(lines[0].startswith("ca "))
        rows = json.loads(slipway("certs", "list", self.out, "--format", "json").stdout)
        self.assertEqual({"ca", "front-proxy-ca", "etcd/ca"}, {row["path"] for row in rows if row["days"] > 3000})

    def test_check(self):
        self.assertEqual((0, b""), (lambda r: (r.returncode, r.stdout))(slipway("certs", "check", self.out)))
        (self.pki / "admin.crt").write_text("nothing")
        shutil.copy(self.pki / "etcd/ca.key", self.pki / "ca.key")
        (self.pki / "front-proxy-client.crt").unlink()
        result = slipway("certs", "check", self.out)
        self.assertEqual(1, result.returncode)
        for line in ("error admin is no certificate", "error ca has a key that belongs to another certificate",
                     "error front-proxy-client is not there"):
            self.assertIn(line, result.stdout.decode())

    def test_rotate_keeps_the_cas(self):
        before = self.files()
        self.assertEqual(0, slipway("certs", "rotate", self.out).returncode)
        after = self.files()
        changed = {name for name in before if before[name] != after.get(name)}
        self.assertTrue(all(name.startswith("secrets/") for name in changed))
        for name in ("ca.crt", "ca.key", "sa.key", "etcd/ca.crt", "front-proxy-ca.key"):
            self.assertNotIn(f"secrets/pki/{name}", changed)
        for name in ("admin.crt", "masters/probe-master-0/apiserver.key", "etcd/healthcheck-client.crt"):
            self.assertIn(f"secrets/pki/{name}", changed)
        self.assertIn("secrets/parameters.json", changed)
        self.assertEqual(0, openssl("verify", "-CAfile", self.pki / "ca.crt", self.pki / "admin.crt").returncode)
        parameters = json.loads(after["secrets/parameters.json"])["parameters"]
        self.assertEqual(after["secrets/pki/masters/probe-master-0/apiserver.crt"].decode(),
                         json.loads(parameters["masterPki0"]["value"])["apiserver.crt"])

    def test_rotate_the_cas(self):
        before = self.files()
        self.assertEqual(0, slipway("certs", "rotate", self.out, "--ca").returncode)
        after = self.files()
        self.assertNotEqual(before["secrets/pki/ca.crt"], after["secrets/pki/ca.crt"])
        self.assertNotEqual(before["secrets/pki/sa.key"], after["secrets/pki/sa.key"])
        self.assertEqual(0, slipway("certs", "check", self.out).returncode)

    def test_vault(self):
        """The documented commands put every value into the vault, and the parameter file refers to each."""
        vault = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/corp"
        page = (pathlib.Path(__file__).resolve().parents[2] / "docs/operate/certificates.md").read_text()
        script = re.search(r"```bash\n(.*?)```", page, re.DOTALL)[1].replace("prod-", "probe-")
        # In the vault's place: the file's content by the secret's name, and what the argument list was.
        (self.scratch / "az").write_text(
            '#!/usr/bin/python3\nimport pathlib, sys\n'
            'values = dict(zip(sys.argv[4::2], sys.argv[5::2]))\nroot = pathlib.Path(sys.argv[0]).parent\n'
            'root.joinpath("set-" + values["--name"]).write_text(open(values["--file"]).read())\n'
            'open(root / "arguments", "a").write(" ".join(sys.argv) + "\\n")\n')
        (self.scratch / "az").chmod(0o755)
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=self.scratch, capture_output=True, text=True, timeout=60,
                              env=os.environ | {"PATH": f"{self.scratch}:{os.environ['PATH']}"})
        self.assertEqual(0, done.returncode, done.stderr)
        result = slipway("certs", "vault", self.out, "--vault-id", vault)
        self.assertEqual(0, result.returncode, result.stderr)
        referred = json.loads(result.stdout)["parameters"]
        values = json.loads((self.out / "secrets/parameters.json").read_text())["parameters"]
        self.assertEqual(set(values), set(referred))
        for name, parameter in referred.items():
            self.assertEqual(vault, parameter["reference"]["keyVault"]["id"])
            secret = parameter["reference"]["secretName"]
            self.assertRegex(secret, r"^[0-9a-zA-Z-]{1,127}$")
            self.assertEqual(values[name]["value"], (self.scratch / f"set-{secret}").read_text())
            self.assertNotIn(values[name]["value"], result.stdout.decode())
            self.assertNotIn(values[name]["value"], (self.scratch / "arguments").read_text())
        self.assertEqual(2, slipway("certs", "vault", self.out, "--vault-id", "corp").returncode)

    def test_no_folder(self):
        self.assertEqual(2, slipway("certs", "list", self.scratch / "none").returncode)
