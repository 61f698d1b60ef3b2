"""What slipway makes: files, rights, chains, names, and that nothing of it stands anywhere else."""
import json
import pathlib
import re
import shutil
import tempfile
import unittest

from openssl import openssl
from program import model, slipway

SHARED = ["apiserver-etcd-client", "apiserver-kubelet-client", "etcd/healthcheck-client", "front-proxy-client"]
AUTHORITY = {"apiserver-etcd-client": "etcd/ca", "etcd/healthcheck-client": "etcd/ca", "front-proxy-client": "front-proxy-ca"}


class Made(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.scratch)
        self.out = self.scratch / "out"
        self.pki = self.out / "secrets/pki"

    def generate(self, *arguments, **parts):
        result = slipway("generate", "-", "--no-plugin", "-o", self.out, *arguments, stdin=json.dumps(model(**parts)).encode())
        self.assertEqual(0, result.returncode, result.stderr.decode())

    def leaves(self):
        masters = [f"masters/probe-master-{index}" for index in range(3)]
        own = [(f"{master}/{name}", "etcd/ca" if name.startswith("etcd") else "ca")
               for master in masters for name in ("apiserver", "etcd/server", "etcd/peer")]
        return [(name, AUTHORITY.get(name, "ca")) for name in SHARED] + [("admin", "ca")] + own

    def test_chains_and_keys(self):
        for algorithm in ("ECDSA-P256", "RSA-2048"):
            with self.subTest(algorithm):
                shutil.rmtree(self.out, ignore_errors=True)
                self.generate(properties={"certificateProfile": {"keyAlgorithm": algorithm}})
                for name, authority in self.leaves():
                    purposes = ["sslclient"] if "client" in name or name == "admin" else ["sslserver"]
                    purposes += ["sslclient"] if name.endswith(("etcd/server", "etcd/peer")) else []
                    for purpose in purposes:
                        result = openssl("verify", "-x509_strict", "-purpose", purpose, "-CAfile",
                                         self.pki / f"{authority}.crt", self.pki / f"{name}.crt")
                        self.assertEqual(0, result.returncode, (name, result.stdout, result.stderr))
                    public = openssl("x509", "-in", self.pki / f"{name}.crt", "-noout", "-pubkey").stdout
                    self.assertEqual(public, openssl("pkey", "-in", self.pki / f"{name}.key", "-pubout").stdout)
                public = openssl("pkey", "-in", self.pki / "sa.key", "-pubout").stdout
                self.assertEqual(public.split(), (self.pki / "sa.pub").read_bytes().split())

    def text(self, name):
        return openssl("x509", "-in", self.pki / f"{name}.crt", "-noout", "-text").stdout.decode()

    def test_names(self):
        self.generate(master={"subjectAltNames": ["api.example.org", "203.0.113.9"]})
        text = self.text("masters/probe-master-1/apiserver")
        for name in ("DNS:probe-master-1", "DNS:kubernetes", "DNS:kubernetes.default.svc.cluster.local", "DNS:localhost",
                     "DNS:api.probe.internal", "DNS:probe.westeurope.cloudapp.azure.com", "DNS:api.example.org",
                     "IP Address:10.0.0.1", "IP Address:127.0.0.1", "IP Address:203.0.113.9"):
            self.assertIn(name, text)
        for part in ("server", "peer"):
            text = self.text(f"masters/probe-master-2/etcd/{part}")
            for name in ("CN = probe-master-2", "DNS:localhost", "IP Address:0:0:0:0:0:0:0:1", "IP Address:127.0.0.1"):
                self.assertIn(name, text)
        self.assertIn("O = kubeadm:cluster-admins, CN = kubernetes-admin", self.text("admin"))
        self.assertIn("CN = kubernetes\n", self.text("ca"))

    def test_validity(self):
        self.generate()
        for name, days in (("ca", 3650), ("admin", 365)):
            # The end lies where kubeadm would put it, give or take a day.
            for offset, status in ((days - 1, 0), (days + 1, 1)):
                self.assertEqual(status, openssl("x509", "-in", self.pki / f"{name}.crt", "-noout", "-checkend",
                                                 offset * 86400).returncode, name)

    def test_rights_and_leaks(self):
        self.generate(kubernetes={"enableDataEncryptionAtRest": True})
        secrets = self.out / "secrets"
        for path in [secrets, *secrets.rglob("*")]:
            self.assertEqual(0o700 if path.is_dir() else 0o600, path.stat().st_mode & 0o777, path)
        texts = [(secrets / "bootstrap-token").read_text().strip(), (secrets / "etcd-encryption-key").read_text().strip(),
                 "PRIVATE KEY"]
        texts += [line for path in secrets.rglob("*.key") for line in path.read_text().splitlines() if len(line) == 64]
        for path in self.out.rglob("*"):
            if path.is_file() and secrets not in path.parents:
                content = path.read_text()
                for text in texts:
                    self.assertNotIn(text, content, path)

    def test_parameters(self):
        self.generate(kubernetes={"enableDataEncryptionAtRest": True})
        parameters = json.loads((self.out / "secrets/parameters.json").read_text())["parameters"]
        shared = json.loads(parameters["pki"]["value"])
        self.assertEqual((self.pki / "etcd/ca.key").read_text(), shared["etcd/ca.key"])
        self.assertNotIn("admin.key", shared)
        self.assertFalse([name for name in shared if name.startswith("masters")])
        own = json.loads(parameters["masterPki2"]["value"])
        self.assertEqual({f"{name}.{part}" for name in ("apiserver", "etcd/server", "etcd/peer") for part in ("crt", "key")},
                         set(own))
        self.assertRegex(parameters["bootstrapToken"]["value"], r"^[a-z0-9]{6}\.[a-z0-9]{16}$")
        public = openssl("x509", "-in", self.pki / "ca.crt", "-noout", "-pubkey").stdout
        der = openssl("pkey", "-pubin", "-outform", "DER", stdin=public).stdout
        digest = openssl("dgst", "-sha256", "-r", stdin=der).stdout.decode().split()[0]
        self.assertEqual(f"sha256:{digest}", parameters["caCertHash"]["value"])
        template = json.loads((self.out / "azuredeploy.json").read_text())["parameters"]
        for name in ("pki", "masterPki0", "bootstrapToken", "caCertHash", "etcdEncryptionKey"):
            self.assertEqual("secureString", template[name]["type"])

    def test_kubeconfig(self):
        self.generate()
        text = (self.out / "secrets/admin.kubeconfig").read_text()
        self.assertIn("server: https://probe.westeurope.cloudapp.azure.com:6443", text)
        self.assertTrue(re.search(r"client-key-data: \S{100,}", text))

    def test_more_masters(self):
        self.generate(master={"count": 1})
        before = {path.name: path.read_bytes() for path in self.pki.glob("*.crt")}
        self.generate(master={"count": 5})
        self.assertEqual(before, {path.name: path.read_bytes() for path in self.pki.glob("*.crt")})
        self.assertTrue((self.pki / "masters/probe-master-4/apiserver.crt").exists())

    def test_new_name_renews_only_what_lacks_it(self):
        self.generate()
        before = {path: path.read_bytes() for path in self.pki.rglob("*.crt")}
        self.generate(master={"subjectAltNames": ["api.example.org"]})
        changed = sorted(str(path.relative_to(self.pki)) for path in before if path.read_bytes() != before[path])
        self.assertEqual([f"masters/probe-master-{index}/apiserver.crt" for index in range(3)], changed)

    def test_ca_key_in_a_safe(self):
        self.generate()
        (self.pki / "ca.key").unlink()
        self.generate()
        result = slipway("generate", "-", "--no-plugin", "-o", self.out,
                         stdin=json.dumps(model(master={"subjectAltNames": ["api.example.org"]})).encode())
        self.assertEqual(1, result.returncode)
        self.assertIn(b"PK007", result.stderr)

    def test_foreign_ca_key(self):
        self.generate()
        (self.pki / "ca.key").write_bytes((self.pki / "etcd/ca.key").read_bytes())
        result = slipway("generate", "-", "--no-plugin", "-o", self.out, stdin=json.dumps(model()).encode())
        self.assertEqual(1, result.returncode)
        self.assertIn(b"PK008", result.stderr)
