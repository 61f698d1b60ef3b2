"""A cluster for rooms: programs that a loopback mirror serves (Debian's real ones where there are any), a model that pins
them, what slipway generates from it, and the secrets that the extension would bring."""

import base64
import functools
import gzip
import hashlib
import io
import json
import os
import pathlib
import shutil
import subprocess
import tarfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
SLIPWAY = os.environ.get("SLIPWAY", str(REPOSITORY / ".build/debug/slipway"))
PROGRAMS = HERE / "programs"
# The plugin of the same build, which is real here.
PLUGIN = pathlib.Path(os.environ.get("SLIPWAY_VNET", pathlib.Path(SLIPWAY).with_name("slipway-vnet")))
VERSION = "1.35.1"
PLUGIN_URL = "https://plugin.test/slipway-vnet"


def archive(path, members):
    """A tar.gz of `(name, file)`."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, file in members:
            info = tarfile.TarInfo(name)
            data = pathlib.Path(file).read_bytes()
            info.size, info.mode = len(data), 0o755
            tar.addfile(info, io.BytesIO(data))
    path.write_bytes(gzip.compress(buffer.getvalue(), 1, mtime=0))


class Cluster:
    """Everything that does not depend on the machine. `folder` keeps it; `provisioning` and `addons` go into the model."""

    def __init__(self, folder, plugin=PLUGIN, masters=3, provisioning=None, addons=(), version=VERSION):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.plugin = pathlib.Path(plugin)
        self.version = version
        self.masters, self.provisioning, self.addons = masters, provisioning, list(addons)
        self.downloads = self.pin()
        self.generated = self.folder / "generated"
        self.generate()
        self.certificates()

    def pin(self):
        files = self.folder / "mirror"
        files.mkdir(exist_ok=True)
        for name in ("kubeadm", "kubectl", "kubelet"):
            shutil.copy(PROGRAMS / name, files / name)
        shutil.copy("/usr/sbin/runc", files / "runc")
        archive(files / "containerd", [
            ("bin/containerd", PROGRAMS / "containerd"), ("bin/ctr", "/usr/bin/ctr"),
            ("bin/containerd-shim-runc-v2", "/usr/bin/containerd-shim-runc-v2")])
        archive(files / "crictl", [("crictl", PROGRAMS / "crictl")])
        archive(files / "cni-plugins", [
            (f"./{name}", f"/usr/lib/cni/{name}") for name in ("loopback", "portmap", "bandwidth", "bridge")])
        if any(addon["name"] == "acr-credential-provider" for addon in self.addons):
            archive(files / "acr-credential-provider", [("azure-acr-credential-provider", PROGRAMS / "crictl")])
        return self.pinned()

    def pinned(self):
        """URL, SHA-256 and file of each program that the mirror has."""
        files = self.folder / "mirror"
        return {
            file.name: (f"https://mirror.test/{file.name}", hashlib.sha256(file.read_bytes()).hexdigest(), file)
            for file in sorted(files.iterdir())}

    def model(self):
        return {
            "apiVersion": "vlabs", "location": "westeurope",
            "properties": {
                "orchestratorProfile": {
                    "orchestratorType": "Kubernetes", "orchestratorVersion": self.version,
                    "kubernetesConfig": {"useManagedIdentity": True, "addons": self.addons}},
                "masterProfile": {"count": self.masters, "dnsPrefix": "room", "vmSize": "Standard_D2s_v5"},
                "agentPoolProfiles": [{"name": "agents", "count": 3, "vmSize": "Standard_D4s_v5"}],
                "linuxProfile": {
                    "adminUsername": "azureuser", "runUnattendedUpgradesOnBootstrap": False,
                    "ssh": {"publicKeys": [{"keyData": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/"
                                            "A0dIj67CqnLJ2Mv3cOUMT8 operator@example"}]}},
                "downloads": [
                    {"name": name, "url": url, "sha256": digest} for name, (url, digest, _) in self.downloads.items()],
                **({"provisioning": self.provisioning} if self.provisioning else {}),
            }}

    def generate(self):
        model = self.folder / "cluster.json"
        model.write_text(json.dumps(self.model(), indent=2))
        subprocess.run(
            [SLIPWAY, "generate", model, "-o", self.generated, "--plugin", self.plugin, "--force",
             "--templates", REPOSITORY / "templates"], check=True,
            capture_output=True, text=True)

    def upgrade(self, release, *assignments):
        """`slipway upgrade --write`; gives the archive for masters."""
        changes = [word for assignment in assignments for word in ("--set", assignment)]
        subprocess.run([SLIPWAY, "upgrade", self.generated, "--to", release, "--write", "--plugin", self.plugin, *changes],
                       check=True, capture_output=True, text=True)
        return self.generated / "upgrade/masters.tar.gz"

    @functools.cache
    def user_data(self, role):
        """What the machine gets: the generated text with the deployment's values where Azure puts them."""
        folder = "masters" if role == "master" else "agents"
        text = (self.generated / "nodes" / folder / "cloud-init.yaml").read_text()
        values = {"pluginUrl": PLUGIN_URL, "location": "westeurope", "registryClientId": "puller"}
        if role == "master":
            values |= {
                "tenantId": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "resourceGroup": "room",
                "subscriptionId": "11111111-2222-3333-4444-555555555555", "identityClientId": "identity"}
        stem, empty = text.rstrip("\n").rsplit(" ", 1)
        assert base64.b64decode(empty) == b"{}"
        return stem + " " + base64.b64encode(json.dumps(values).encode()).decode() + "\n"

    @functools.cache
    def files(self, role):
        """Each file that cloud-init and the archive put on the machine: `(mode, bytes)` by path."""
        found = {}
        for entry in yaml.safe_load(self.user_data(role))["write_files"]:
            data, encoding = entry["content"], entry.get("encoding", "")
            body = base64.b64decode(data) if "b64" in encoding else data.encode()
            if encoding.startswith("gz"):
                body = gzip.decompress(body)
                with tarfile.open(fileobj=io.BytesIO(body)) as tar:
                    for member in tar:
                        found[f"/{member.name}"] = (member.mode, tar.extractfile(member).read())
            else:
                found[entry["path"]] = (int(entry["permissions"], 8), body)
        return found

    @functools.cached_property
    def environment(self):
        """node.env of masters."""
        lines = self.files("master")["/etc/slipway/node.env"][1].decode().splitlines()
        return {key: value.strip("'") for key, value in (line.split("=", 1) for line in lines)}

    def certificates(self):
        """The mirror's, whose CA the room trusts, and the cluster's own, as slipway makes them."""
        tls = self.folder / "tls"
        leaf = ["sh", str(PROGRAMS / "make-leaf")]
        subprocess.run(
            [*leaf, tls / "mirror-ca", tls / "mirror", "mirror.test", "plugin.test", "bundle.test", "cache.test"], check=True)
        # What slipway made for this cluster.
        self.pki = self.generated / "secrets/pki"
        subprocess.run(
            [*leaf, self.pki / "ca", tls / "masters", *self.environment["MASTER_ADDRESSES"].split(),
             self.environment["API_SERVER_NAME"], self.environment["API_SERVER_ADDRESS"]], check=True)

    def secrets(self, role, index=0):
        """secrets.json as the extension writes it, of the secure parameters; only the token is one that tests look for."""
        parameters = json.loads((self.generated / "secrets/parameters.json").read_text())["parameters"]
        values = {"bootstrapToken": "abcdef.0123456789abcdef", "caCertHash": parameters["caCertHash"]["value"]}
        if role == "master":
            values |= {"pki": parameters["pki"]["value"], "masterPki": parameters[f"masterPki{index}"]["value"]}
        return json.dumps(values)

    def world(self, folder, address, masters=()):
        files = {url: str(file) for url, _, file in self.downloads.values()} | {PLUGIN_URL: str(self.plugin)}
        base = [int(part) for part in address.split(".")]
        pods = [f"{base[0]}.{base[1]}.1.{number}" for number in range(1, 31)]
        return {
            "files": files, "requests": str(pathlib.Path(folder, "requests")), "addresses": [address, *pods],
            "proxied": str(pathlib.Path(folder, "proxied")), "certificate": [str(self.folder / "tls/mirror.crt"), str(self.folder / "tls/mirror.key")],
            "masterCertificate": [str(self.folder / "tls/masters.crt"), str(self.folder / "tls/masters.key")],
            "masters": list(masters), "readyMasters": list(masters)}
