"""Machines without a way to the internet of their own: a bundle alone, a mirror alone, a proxy alone. Nothing else answers."""

import hashlib
import json
import os
import subprocess
import tarfile
import unittest

import images
import support
from cluster import PLUGIN, PLUGIN_URL, SLIPWAY, Cluster
from machine import Machine
from room import MIRROR, PROXY

WANTED = ["registry.k8s.io/kube-apiserver:v1.35.1", "registry.k8s.io/pause:3.10.1"]
BUNDLE_URL = "https://bundle.test/clusters/bundle.tar"
MIRROR_URL = "https://cache.test/slipway"
PROXY_URL = f"http://{PROXY}:3128"


def slipway(*arguments):
    return subprocess.run([SLIPWAY, *map(str, arguments)], capture_output=True, text=True, timeout=120)


class Provisioning(support.Rooms):
    def boot(self, cluster, index, name, **options):
        machine = self.enter(Machine(cluster, self.folder(name), index, **options))
        machine.run("mount", "-t", "tmpfs", "tmpfs", "/var/lib/containerd")
        machine.cloud_init()
        machine.bring_secrets()
        return machine

    def assertUp(self, machine):
        ended = machine.bring_up()
        self.assertEqual(0, ended.returncode, "\n".join(machine.log()))
        self.assertEqual(("all", "ok", 0), machine.results()[-1])

    def requests(self, machine):
        path = machine.folder / "outside/requests"
        return path.read_text().splitlines() if path.exists() else []

    def proxied(self, machine):
        path = machine.folder / "outside/proxied"
        return path.read_text().splitlines() if path.exists() else []

    def bundle(self):
        """The shared cluster's files in a bundle, and what the model says of it."""
        folder = self.folder("bundle")
        (folder / "images").mkdir(parents=True)
        archive = images.archive(WANTED)
        (folder / "images/kubernetes.tar").write_bytes(archive)
        for name, (_, _, file) in self.cluster.downloads.items():
            os.link(file, folder / name)
        model = folder / "cluster.json"
        sums = [{"name": "kubernetes.tar", "sha256": hashlib.sha256(archive).hexdigest()}]
        document = self.cluster.model()
        document["properties"]["provisioning"] = {"images": sums}
        model.write_text(json.dumps(document))
        target = folder / "bundle.tar"
        made = slipway("bundle", model, "--from", folder, "-o", target, "--plugin", PLUGIN)
        self.assertEqual(0, made.returncode, made.stderr)
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        self.assertIn(f"sha256: {digest}", made.stdout)
        return model, target, {"bundle": {"url": BUNDLE_URL, "sha256": digest}, "images": sums}

    def test_bundle(self):
        """A master and a node with nothing but the bundle: no other request leaves them, and no image is pulled."""
        _, target, provisioning = self.bundle()
        cluster = Cluster(support.shared_folder() / "bundled", provisioning=provisioning)
        for index, name in ((0, "master"), (None, "node")):
            with self.subTest(name):
                machine = self.boot(cluster, index, name, hosts=["bundle.test"])
                machine.change(files={BUNDLE_URL: str(target)})
                self.assertUp(machine)
                self.assertEqual([BUNDLE_URL.removeprefix("https://")], self.requests(machine))
                listed = machine.run("ctr", "--namespace", "k8s.io", "images", "list", "--quiet").stdout.split()
                self.assertEqual(WANTED, [image for image in listed if not image.startswith("sha256")])
                pulls = [call for call in machine.records("kubeadm") if call["arguments"][:3] == ["config", "images", "pull"]]
                self.assertEqual([], pulls)

    def test_bundle_that_is_none(self):
        """An archive that is no archive, and one that is not whole: 58, and the right one mends it."""
        model, target, provisioning = self.bundle()
        folder = model.parent
        machine = self.machine("node")
        machine.write("/etc/hosts", f"127.0.0.1 localhost\n{MIRROR} bundle.test\n")
        (folder / "text").write_text("no archive")
        half = folder / "half.tar"
        with tarfile.open(target) as whole, tarfile.open(half, "w") as rest:
            for member in whole:
                if member.name != "downloads/runc":
                    rest.addfile(member, whole.extractfile(member))
        environment = machine.read("/etc/slipway/node.env")
        for file, words in ((folder / "text", "cannot unpack"), (half, "other checksums")):
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            machine.change(files={BUNDLE_URL: str(file)})
            machine.write("/etc/slipway/node.env", environment + f"BUNDLE_URL={BUNDLE_URL}\nBUNDLE_SHA256={digest}\n", "0600")
            self.assertIn(words, self.assertEnds(machine, "bundle", 58)[-1])
        machine.change(files={BUNDLE_URL: str(target)})
        machine.write("/etc/slipway/node.env", environment + f"BUNDLE_URL={BUNDLE_URL}\n"
                      f"BUNDLE_SHA256={provisioning['bundle']['sha256']}\n", "0600")
        machine.run("mount", "-t", "tmpfs", "tmpfs", "/var/lib/containerd")
        self.assertMends(machine)

    def test_bundle_maker(self):
        """The same files give the same archive; what is missing or another ends it, and nothing is left half-written."""
        model, target, _ = self.bundle()
        folder = model.parent
        again = folder / "again.tar"
        self.assertEqual(0, slipway("bundle", model, "--from", folder, "-o", again, "--plugin", PLUGIN).returncode)
        self.assertEqual(target.read_bytes(), again.read_bytes())
        listed = subprocess.run(["tar", "-tf", target], check=True, capture_output=True, text=True).stdout.split()
        names = [f"downloads/{name}" for name in sorted([*self.cluster.downloads, "slipway-vnet"])]
        self.assertEqual(["SHA256SUMS", *names, "images/kubernetes.tar"], listed)
        # A folder as a mirror has it, by host and path.
        mirror = folder / "mirror"
        for url, _, file in self.cluster.downloads.values():
            place = mirror / url.removeprefix("https://")
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(file, place)
        os.rename(folder / "images", mirror / "images")
        self.assertEqual(0, slipway("bundle", model, "--from", mirror, "-o", again, "--plugin", PLUGIN).returncode)
        self.assertEqual(target.read_bytes(), again.read_bytes())
        again.unlink()
        runc = mirror / "mirror.test/runc"
        whole = runc.read_bytes()
        runc.unlink()
        missing = slipway("bundle", model, "--from", mirror, "-o", again, "--plugin", PLUGIN)
        self.assertEqual(1, missing.returncode)
        self.assertIn("runc is not at", missing.stderr)
        runc.write_bytes(whole[:-1])
        other = slipway("bundle", model, "--from", mirror, "-o", again, "--plugin", PLUGIN)
        self.assertEqual(1, other.returncode)
        self.assertIn("mirror.test/runc has the SHA-256", other.stderr)
        self.assertEqual([], [path.name for path in folder.iterdir() if path.name.startswith("again")])
        self.assertEqual(2, slipway("bundle", model).returncode)
        lines = slipway("bundle", model, "--list", "--plugin", PLUGIN).stdout.splitlines()
        self.assertEqual([*names, "images/kubernetes.tar"], [line.split("\t")[0] for line in lines])

    def test_mirror(self):
        """Programs by the mirror's paths, and a real pull by containerd's hosts.toml."""
        cluster = Cluster(support.shared_folder() / "mirrored", provisioning={"mirror": MIRROR_URL + "/"})
        machine = self.boot(cluster, None, "node", hosts=["cache.test", "plugin.test"])
        files = {f"{MIRROR_URL}/{url.removeprefix('https://')}": str(file) for url, _, file in cluster.downloads.values()}
        files |= {PLUGIN_URL: str(PLUGIN)}
        files |= images.registry(machine.folder / "outside", f"{MIRROR_URL}/v2/registry.k8s.io", "pause", "3.10.1")
        machine.change(files=files)
        self.assertUp(machine)
        self.assertEqual({"cache.test", "plugin.test"}, {line.split("/")[0] for line in self.requests(machine)})
        machine.run("ctr", "--namespace", "k8s.io", "images", "pull", "--hosts-dir", "/etc/containerd/certs.d",
                    "registry.k8s.io/pause:3.10.1")
        self.assertIn("cache.test/slipway/v2/registry.k8s.io/pause/manifests/3.10.1", self.requests(machine))
        # What the mirror does not have comes from nowhere else.
        self.assertNotEqual(0, machine.run(
            "ctr", "--namespace", "k8s.io", "images", "pull", "--hosts-dir", "/etc/containerd/certs.d",
            "registry.k8s.io/pause:3.9", check=False).returncode)
        for registry in ("registry.k8s.io", "mcr.microsoft.com"):
            self.assertTrue(machine.exists(f"/etc/containerd/certs.d/{registry}/hosts.toml"))

    def test_registry_log_in(self):
        """The credential provider in its place, and what it and kubelet read."""
        identity = "/subscriptions/s/resourceGroups/r/providers/Microsoft.ManagedIdentity/userAssignedIdentities/p"
        cluster = Cluster(support.shared_folder() / "registry", addons=[
            {"name": "acr-credential-provider", "enabled": True, "config": {"identityID": identity}}])
        machine = self.boot(cluster, None, "node")
        self.assertUp(machine)
        machine.run("test", "-x", "/opt/slipway/credential-provider/acr-credential-provider")
        self.assertEqual("puller", json.loads(machine.read("/etc/kubernetes/registry.json"))["userAssignedIdentityID"])
        self.assertEqual("600\n", machine.run("stat", "-c", "%a", "/etc/kubernetes/registry.json").stdout)
        flags = {flag["name"]: flag["value"]
                 for flag in machine.records("kubeadm")[-1]["documents"][0]["nodeRegistration"]["kubeletExtraArgs"]}
        provider = json.loads(machine.read(flags["image-credential-provider-config"]))["providers"][0]
        machine.run("test", "-x", f"{flags['image-credential-provider-bin-dir']}/{provider['name']}")
        self.assertEqual(["/etc/kubernetes/registry.json"], provider["args"])

    def test_proxy(self):
        """No name outside resolves and nothing leads there but the proxy: programs, containerd and kubeadm go by it."""
        cluster = Cluster(support.shared_folder() / "proxied", provisioning={
            "httpsProxy": PROXY_URL, "noProxy": ["registry.corp.example", "10.99.0.0/16"]})
        machine = self.boot(cluster, 0, "master", hosts=[])
        machine.run("ip", "route", "add", "unreachable", f"{MIRROR}/32")
        self.assertUp(machine)
        asked = self.proxied(machine)
        # One connection for each program: what the proxy carried is what the mirror was asked for.
        self.assertEqual(len(cluster.downloads) + 1, len(asked))
        self.assertEqual({"CONNECT mirror.test:443", "CONNECT plugin.test:443"}, set(asked))
        self.assertEqual(len(asked), len(self.requests(machine)))
        begin = machine.records("kubeadm")[-1]
        self.assertEqual({"HTTPS_PROXY": PROXY_URL, "HTTP_PROXY": PROXY_URL}, {
            name: begin["proxy"][name] for name in ("HTTPS_PROXY", "HTTP_PROXY")})
        near = begin["proxy"]["NO_PROXY"].split(",")
        for name in ("169.254.169.254", "168.63.129.16", "10.0.0.0/16", ".svc", "registry.corp.example", "10.99.0.0/16",
                     cluster.environment["API_SERVER_NAME"]):
            self.assertIn(name, near)
        variables = machine.run("sh", "-c", "tr '\\0' '\\n' </proc/$(pgrep -o containerd)/environ").stdout
        self.assertIn(f"HTTPS_PROXY={PROXY_URL}\n", variables)
        # apt reads its settings itself.
        self.assertIn(f'Acquire::http::Proxy "{PROXY_URL}";', machine.run("apt-config", "dump").stdout)
        # Azure's own service is asked directly: the proxy has seen nothing of it.
        self.assertFalse([line for line in asked if "169.254" in line])


if __name__ == "__main__":
    unittest.main()
