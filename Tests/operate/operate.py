"""slipway scale and slipway upgrade: what they print, and that nothing changes unless asked."""
import json
import pathlib
import shutil
import tarfile
import tempfile
import unittest

from program import model, slipway

AS = {"availabilityProfile": "AvailabilitySet", "ipAddressCount": 11, "kubernetesConfig": {"maxPods": 10}}
SUMS = ",".join(f"downloads[{index}].name={name},downloads[{index}].sha256={'ab' * 32}"
                for index, name in enumerate(("kubeadm", "kubectl", "kubelet", "crictl")))


class Operate(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.scratch)
        self.out = self.scratch / "out"

    def generate(self, **parts):
        result = slipway("generate", "-", "--no-plugin", "-o", self.out, stdin=json.dumps(model(**parts)).encode())
        self.assertEqual(0, result.returncode, result.stderr.decode())

    def files(self):
        return {str(path.relative_to(self.out)): path.read_bytes() for path in self.out.rglob("*") if path.is_file()}

    def run_command(self, *arguments, status=0):
        result = slipway(*arguments)
        self.assertEqual(status, result.returncode, result.stderr.decode())
        return result.stdout.decode() + result.stderr.decode()

    def test_more_nodes(self):
        self.generate(pool=AS)
        before = self.files()
        text = self.run_command("scale", self.out, "--pool", "agents", "--count", "5")
        for part in ("Pool agents: 2 -> 5 nodes.", "Addresses: 33 more in subnet", "New: probe-agents-2 to probe-agents-4.",
                     "secrets/bootstrap-token.yaml"):
            self.assertIn(part, text)
        self.assertEqual(before, self.files())
        self.run_command("scale", self.out, "--pool", "agents", "--count", "5", "--write", "--no-plugin")
        after = self.files()
        self.assertNotEqual(before["secrets/bootstrap-token"], after["secrets/bootstrap-token"])
        token = after["secrets/bootstrap-token"].decode().strip()
        self.assertIn(f'token-secret: "{token[7:]}"', after["secrets/bootstrap-token.yaml"].decode())
        parameters = json.loads(after["secrets/parameters.json"])["parameters"]
        self.assertEqual(token, parameters["bootstrapToken"]["value"])
        self.assertEqual(before["secrets/pki/ca.crt"], after["secrets/pki/ca.crt"])
        self.assertIn(b"probe-agents-4", after["azuredeploy.json"])

    def test_fewer_nodes(self):
        self.generate(pool=AS | {"count": 4})
        text = self.run_command("scale", self.out, "--pool", "agents", "--count", "2")
        order = [text.index(part) for part in ("drain probe-agents-3", "--name probe-agents-3 --yes",
                                               "nic delete --resource-group probe --name probe-agents-3-nic",
                                               "drain probe-agents-2")]
        self.assertEqual(order, sorted(order))
        self.assertNotIn("probe-agents-1", text)

    def test_scale_set(self):
        self.generate()
        self.assertIn("vmss delete-instances --resource-group probe --name probe-agents",
                      self.run_command("scale", self.out, "--pool", "agents", "--count", "1"))
        self.assertIn("Nothing to do", self.run_command("scale", self.out, "--pool", "agents", "--count", "2"))

    def test_scale_refused(self):
        self.generate()
        self.assertIn('no pool "agent", but agents', self.run_command("scale", self.out, "--pool", "agent", "--count", "3", status=2))
        self.run_command("scale", self.out, "--pool", "agents", "--count", "0", status=1)
        self.run_command("scale", self.scratch / "none", "--pool", "agents", "--count", "3", status=2)

    def test_upgrade(self):
        self.generate(properties={"orchestratorProfile": {"orchestratorVersion": "1.34.4", "orchestratorRelease": None}})
        before = self.files()
        text = self.run_command("upgrade", self.out, "--to", "1.35")
        order = [text.index(part) for part in ("Kubernetes 1.34.4 -> 1.35.1", "kubeadm upgrade apply v1.35.1",
                                               "kubeadm upgrade node", "Pools, by replacement", "Cannot be undone")]
        self.assertEqual(order, sorted(order))
        self.assertEqual(before, self.files())
        self.run_command("upgrade", self.out, "--to", "1.35", "--write", "--no-plugin")
        after = self.files()
        self.assertIn(b"1.35.1", after["apimodel.json"])
        self.assertEqual(before["secrets/parameters.json"], after["secrets/parameters.json"])
        with tarfile.open(self.out / "upgrade/masters.tar.gz") as archive:
            members = {member.name: member for member in archive}
            self.assertIn(b"KUBERNETES_VERSION='1.35.1'", archive.extractfile("etc/slipway/node.env").read())
        # What cloud-init puts on a new master, and nothing of the deployment's or of users' own.
        self.assertTrue({"opt/slipway/bin/upgrade-master", "etc/slipway/downloads", "etc/containerd/config.toml",
                         "etc/slipway/addons/10-cloud-controller-manager.yaml"} <= set(members))
        self.assertNotIn("etc/slipway/deployment.json", members)
        self.assertEqual(0o755, members["opt/slipway/bin/upgrade-master"].mode)
        self.assertEqual(0o600, members["etc/slipway/node.env"].mode)

    def test_upgrade_refused(self):
        self.generate(properties={"orchestratorProfile": {"orchestratorVersion": "1.34.4", "orchestratorRelease": None}})
        for wished, status, reason in (("1.34", 1, "is not newer"), ("1.33", 2, "cannot be installed"),
                                       ("1.36", 1, "KU012")):
            self.assertIn(reason, self.run_command("upgrade", self.out, "--to", wished, status=status))
        self.assertIn("upgrade to 1.35 first", self.run_command("upgrade", self.out, "--to", "1.36", "--set", SUMS, status=1))
