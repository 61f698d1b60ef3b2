"""Pairs that the model gives: used where they fit, refused with the reason where they do not."""
import json
import pathlib
import shutil
import tempfile
import unittest

from openssl import Maker, openssl
from program import model, slipway

NAMES = ["subjectAltName=" + ",".join(
    ["DNS:kubernetes", "DNS:kubernetes.default", "DNS:kubernetes.default.svc", "DNS:kubernetes.default.svc.cluster.local",
     "DNS:api.probe.internal", "DNS:probe.westeurope.cloudapp.azure.com", "DNS:localhost", "DNS:probe-master-0",
     "IP:10.0.0.1", "IP:127.0.0.1", "IP:10.255.255.5", "IP:10.255.255.15"]), "extendedKeyUsage=serverAuth"]


class Given(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.scratch)
        self.maker = Maker(self.scratch)
        self.out = self.scratch / "out"
        self.ca = (self.scratch / "ca.crt").read_text(), (self.scratch / "ca.key").read_text()

    def generate(self, **pairs):
        profile = {}
        for name, (certificate, key) in pairs.items():
            profile[f"{name}Certificate"], profile[f"{name}PrivateKey"] = certificate, key
        document = model(master={"count": 1}, properties={"certificateProfile": profile})
        return slipway("generate", "-", "--no-plugin", "-o", self.out, stdin=json.dumps(document).encode())

    def refused(self, reason, **pairs):
        result = self.generate(**pairs)
        self.assertEqual(1, result.returncode, result.stderr.decode())
        self.assertIn("PK001", result.stderr.decode())
        self.assertIn(reason, result.stderr.decode())
        self.assertNotIn("PRIVATE KEY", result.stderr.decode())
        self.assertFalse(self.out.exists())

    def test_ca(self):
        self.assertEqual(0, self.generate(ca=self.ca).returncode)
        pki = self.out / "secrets/pki"
        self.assertEqual(self.ca[0], (pki / "ca.crt").read_text())
        self.assertEqual(0, openssl("verify", "-CAfile", self.scratch / "ca.crt",
                                    pki / "masters/probe-master-0/apiserver.crt").returncode)
        first = (pki / "admin.crt").read_text()
        # The folder's own model holds no key, and gives the same folder.
        again = self.scratch / "again"
        self.assertNotIn("PRIVATE KEY", (self.out / "apimodel.json").read_text())
        self.assertEqual(0, slipway("generate", self.out / "apimodel.json", "--no-plugin", "-o", again).returncode)
        self.assertEqual(first, (again / "secrets/pki/admin.crt").read_text())

    def test_api_server(self):
        pair = self.maker.pair("api", "/CN=kube-apiserver", NAMES)
        result = self.generate(ca=self.ca, apiServer=pair)
        self.assertEqual(0, result.returncode, result.stderr.decode())
        self.assertEqual(pair[0], (self.out / "secrets/pki/masters/probe-master-0/apiserver.crt").read_text())

    def test_foreign_key(self):
        self.refused("belongs to another certificate", ca=(self.ca[0], self.maker.key("other").read_text()))

    def test_encrypted_key(self):
        locked = self.scratch / "locked.key"
        openssl("pkcs8", "-topk8", "-in", self.scratch / "ca.key", "-passout", "pass:x", "-out", locked)
        self.refused("encrypted key", ca=(self.ca[0], locked.read_text()))

    def test_damaged(self):
        broken = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
        self.refused("is no certificate", ca=(broken, self.ca[1]))

    def test_not_a_ca(self):
        self.refused("is no certificate of a CA", ca=self.maker.pair("leaf", "/CN=leaf", ["basicConstraints=CA:false"]))

    def test_expired(self):
        pair = self.maker.pair("old", "/CN=old", ["basicConstraints=critical,CA:true"], signer=None, days=-1)
        self.refused("ended on", ca=pair)

    def test_weak(self):
        pair = self.maker.pair("weak", "/CN=weak", ["basicConstraints=critical,CA:true"], signer=None, kind=1024)
        self.refused("RSA with less than 2048 bits", ca=pair)

    def test_foreign_issuer(self):
        self.maker.pair("stranger", "/CN=stranger", ["basicConstraints=critical,CA:true"], signer=None)
        pair = self.maker.pair("api", "/CN=kube-apiserver", NAMES, signer="stranger")
        self.refused("was not signed by", ca=self.ca, apiServer=pair)

    def test_lacks_a_name(self):
        pair = self.maker.pair("api", "/CN=kube-apiserver", [NAMES[0].replace("DNS:api.probe.internal,", ""), NAMES[1]])
        self.refused("is not good for api.probe.internal", ca=self.ca, apiServer=pair)

    def test_lacks_a_usage(self):
        pair = self.maker.pair("api", "/CN=kube-apiserver", [NAMES[0], "extendedKeyUsage=clientAuth"])
        self.refused("may not be used for server authentication", ca=self.ca, apiServer=pair)

    def test_validate_names_all(self):
        """Every wrong pair at its place, certificate and key apart, without one word of a key."""
        weak = self.maker.pair("weak", "/CN=weak", ["extendedKeyUsage=clientAuth"], kind=1024)
        profile = {
            "caCertificate": self.ca[0], "caPrivateKey": self.maker.key("other").read_text(),
            "apiServerCertificate": self.maker.pair("api", "/CN=a", NAMES[1:])[0],
            "apiServerPrivateKey": (self.scratch / "api.key").read_text(),
            "clientCertificate": weak[0], "clientPrivateKey": weak[1]}
        document = model(master={"count": 1}, properties={"certificateProfile": profile})
        result = slipway("validate", "-", "--format", "json", stdin=json.dumps(document, indent=1).encode())
        self.assertEqual(1, result.returncode)
        found = [(finding["id"], finding["path"].removeprefix("properties.certificateProfile."))
                 for finding in json.loads(result.stdout)["findings"] if finding["id"].startswith("PK")]
        self.assertEqual(
            {("PK001", "caPrivateKey"), ("PK001", "apiServerCertificate"), ("PK001", "clientCertificate")}, set(found))
        for line in (self.scratch / "api.key").read_text().splitlines()[1:-1]:
            self.assertNotIn(line.encode(), result.stdout + result.stderr)
        # generate says the same, and writes nothing.
        generated = slipway("generate", "-", "--no-plugin", "-o", self.out, stdin=json.dumps(document).encode())
        self.assertEqual(1, generated.returncode)
        self.assertEqual(len(found), generated.stderr.count(b"error PK001"))
        self.assertFalse(self.out.exists())

    def test_ends_soon(self):
        pair = self.maker.pair("api", "/CN=kube-apiserver", NAMES, days=10)
        result = self.generate(ca=self.ca, apiServer=pair)
        self.assertEqual(0, result.returncode)
        self.assertIn(b"warning PK002", result.stderr)
