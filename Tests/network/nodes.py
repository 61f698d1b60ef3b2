"""Machines and pods: what the generated cloud-init puts on a machine, with the real plugin, in namespaces."""
import base64
import gzip
import io
import json
import os
import pathlib
import re
import shlex
import subprocess
import tarfile

import yaml

from metadata import mac
from spaces import enter_space, run

PLUGIN = "/opt/cni/bin/slipway-vnet"
CONFLIST = "/etc/slipway/10-slipway.conflist"
# What a machine's root has of the machine on which this runs: programs, and the kernel's own file systems.
SHARED = ("/usr", "/proc", "/dev")
ANNOTATIONS = "io.kubernetes.cri.pod-annotations"


def written(folder, kind):
    """The files that cloud-init writes on machines of a kind, by path; archives of files are unpacked."""
    text = (pathlib.Path(folder) / f"nodes/{kind}/cloud-init.yaml").read_text()
    files = {}
    for file in yaml.safe_load(text).get("write_files", []):
        content, encoding = file.get("content", ""), str(file.get("encoding", ""))
        data = base64.b64decode(content) if "b64" in encoding or "base64" in encoding else content.encode()
        data = gzip.decompress(data) if "gz" in encoding else data
        if file["path"].endswith(".tar"):
            with tarfile.open(fileobj=io.BytesIO(data)) as archive:
                files |= {f"/{member.name.lstrip('./')}": archive.extractfile(member).read()
                          for member in archive if member.isfile()}
        else:
            files[file["path"]] = data
    return files


class Node:
    """A machine in its subnet, with a root of its own in which the generated files and the plugin stand."""

    def __init__(self, fabric, machine, number, folder, plugin):
        self.fabric, self.machine, self.number = fabric, machine, number
        self.space = fabric.space(f"vm{number}")
        self.router = fabric.routers[machine.subnet.name]
        self.files = written(folder, machine.group)
        self.root = pathlib.Path(f"/run/machines/{number}")
        self.pods = {}
        machine.mac = mac(number)
        self.furnish(plugin)
        self.join()

    def furnish(self, plugin):
        for path in (*SHARED, "/run/netns", "/etc", "/var/log", "/var/lib", "/opt/cni/bin", "/tmp"):
            (self.root / path[1:]).mkdir(parents=True, exist_ok=True)
        for name in ("bin", "sbin", "lib", "lib64"):
            (self.root / name).symlink_to(f"usr/{name}")
        for path in (*SHARED, "/run/netns"):
            run("mount", "--rbind", path, self.root / path[1:])
        for path, data in self.files.items():
            file = self.root / path[1:]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        (self.root / PLUGIN[1:]).write_bytes(pathlib.Path(plugin).read_bytes())
        (self.root / PLUGIN[1:]).chmod(0o755)

    def join(self):
        device, prefix = f"nic{self.number}", self.machine.subnet.prefix
        run("ip", "link", "add", "eth0", "address", self.machine.mac, "netns", self.space.name, "type", "veth",
            "peer", "name", device, "netns", self.router.name)
        self.space.ip(f"address add {self.machine.primary}/{prefix.prefixlen} dev eth0")
        self.space.ip("link set eth0 up")
        self.space.ip(f"route replace default via {prefix[1]} dev eth0")
        for key, value in re.findall(r"^(net\.ipv4\.(?:ip_forward|conf\.\S+)) = (\S+)$", self.text("/etc/sysctl.d/", ".conf"),
                                     re.MULTILINE):
            self.space.sysctl(key, value)
        # Azure's fabric answers for every address of the subnet and delivers by who owns the address.
        self.router.ip(f"link set {device} up")
        self.router.sysctl(f"net.ipv4.conf.{device}.proxy_arp", 1)
        self.router.sysctl(f"net.ipv4.neigh.{device}.proxy_delay", 0)
        self.router.ip(f"rule add iif {device} lookup 100 priority 100")
        self.router.ip(f"route replace {self.machine.primary}/32 dev {device}")
        for address in self.machine.addresses()[1:]:
            self.router.ip(f"route replace {address}/32 via {self.machine.primary} dev {device} onlink")

    def text(self, begin, end):
        return "\n".join(data.decode() for path, data in sorted(self.files.items())
                         if path.startswith(begin) and path.endswith(end))

    def execute(self, command, text=None, environment=None):
        """Runs a program on the machine: in its root and its network."""
        def enter():
            enter_space(self.space.name)
            os.chroot(self.root)
            os.chdir("/")
        return subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, preexec_fn=enter,
                              env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **(environment or {})})

    def must(self, command, **given):
        done = self.execute(command, **given)
        if done.returncode:
            raise RuntimeError(f"{self.machine.name}: {' '.join(command)}: {done.stdout}{done.stderr}")
        return done.stdout

    def start(self):
        """Loads the table of source addresses as the machine's unit does, and then by the plugin's own command, which takes
        its place."""
        unit = self.text("/etc/systemd/system/slipway-snat.service", "")
        self.must(shlex.split(re.search(r"^ExecStart=(.*)$", unit, re.MULTILINE)[1]))
        self.must([PLUGIN, "snat", "apply"])

    def add_pod(self, name, annotation=None):
        """A pod as containerd attaches it: its namespace, then ADD with the generated list. The address is the plugin's."""
        space = self.fabric.space(f"pod-{self.number}-{len(self.pods)}")
        network = json.loads(self.files[CONFLIST])
        plugin = next(p for p in network["plugins"] if p["type"] == "slipway-vnet")
        runtime = {"ips": [], ANNOTATIONS: {"slipway.io/address": annotation} if annotation else {}}
        call = {key: value for key, value in plugin.items() if key != "capabilities"} | {
            "cniVersion": network["cniVersion"], "name": network["name"],
            "runtimeConfig": {key: runtime[key] for key in plugin["capabilities"] if key in runtime and runtime[key]}}
        done = self.must([PLUGIN], text=json.dumps(call), environment={
            "CNI_COMMAND": "ADD", "CNI_CONTAINERID": f"pod-{name.replace(':', '-')}", "CNI_IFNAME": "eth0",
            "CNI_NETNS": f"/run/netns/{space.name}", "CNI_PATH": "/opt/cni/bin",
            "CNI_ARGS": f"IgnoreUnknown=1;K8S_POD_NAMESPACE=default;K8S_POD_NAME={name.replace(':', '-')}"})
        result = json.loads(done)
        address = result["ips"][0]["address"].partition("/")[0]
        self.pods[name] = (space, address, result)
        return space, address
