"""Machines and pods: what the generated cloud-init puts on a machine, in a namespace."""
import base64
import gzip
import os
import pathlib
import subprocess
import tempfile

import yaml

from spaces import run


def written(folder, kind):
    """The files that cloud-init writes on machines of a kind, by path."""
    text = (pathlib.Path(folder) / f"nodes/{kind}/cloud-init.yaml").read_text()
    files = {}
    for file in yaml.safe_load(text).get("write_files", []):
        content, encoding = file.get("content", ""), str(file.get("encoding", ""))
        data = base64.b64decode(content) if "b64" in encoding or "base64" in encoding else content.encode()
        files[file["path"]] = gzip.decompress(data) if "gz" in encoding else data
    return files


def source_table(settings):
    """The table of source addresses that slipway-vnet makes of the machine's settings."""
    plugin = pathlib.Path(os.environ["SLIPWAY_VNET"])
    with tempfile.NamedTemporaryFile() as file:
        file.write(settings)
        file.flush()
        return subprocess.run([plugin, "snat", "show", "--settings", file.name], check=True, capture_output=True, text=True).stdout


class Node:
    """A machine in its subnet, whose pods are attached as slipway-vnet attaches them."""

    def __init__(self, fabric, machine, number, folder):
        self.fabric, self.machine, self.number = fabric, machine, number
        self.space = fabric.space(f"vm{number}")
        self.router = fabric.routers[machine.subnet.name]
        self.files = written(folder, machine.group)
        self.join()
        self.space.nft(source_table(self.files["/etc/slipway/vnet.json"]))
        self.pods = {}

    def join(self):
        device, prefix = f"nic{self.number}", self.machine.subnet.prefix
        run("ip", "link", "add", "eth0", "netns", self.space.name, "type", "veth",
            "peer", "name", device, "netns", self.router.name)
        self.space.ip(f"address add {self.machine.primary}/{prefix.prefixlen} dev eth0")
        self.space.ip("link set eth0 up")
        self.space.ip(f"route replace default via {prefix[1]} dev eth0")
        # Azure's fabric answers for every address of the subnet and delivers by who owns the address.
        self.router.ip(f"link set {device} up")
        self.router.sysctl(f"net.ipv4.conf.{device}.proxy_arp", 1)
        self.router.sysctl(f"net.ipv4.neigh.{device}.proxy_delay", 0)
        self.router.ip(f"rule add iif {device} lookup 100 priority 100")
        named = [private for private, _ in self.machine.named.values()]
        self.router.ip(f"route replace {self.machine.primary}/32 dev {device}")
        for address in self.machine.pods + named:
            self.router.ip(f"route replace {address}/32 via {self.machine.primary} dev {device} onlink")

    def add_pod(self, name, address):
        """A pod with a route to a link-local next hop, and a route of the node to it: nothing of it is on eth0."""
        space = self.fabric.space(f"pod-{self.number}-{len(self.pods)}")
        device = f"slw{self.number}x{len(self.pods)}"
        run("ip", "link", "add", "eth0", "netns", space.name, "type", "veth", "peer", "name", device, "netns",
            self.space.name)
        self.space.ip(f"link set {device} up")
        self.space.sysctl(f"net.ipv4.conf.{device}.proxy_arp", 1)
        self.space.sysctl(f"net.ipv4.neigh.{device}.proxy_delay", 0)
        self.space.ip(f"route replace {address}/32 dev {device} scope link")
        space.ip(f"address add {address}/32 dev eth0")
        space.ip("link set eth0 up")
        space.ip("route replace 169.254.1.1 dev eth0 scope link")
        space.ip("route replace default via 169.254.1.1 dev eth0")
        self.pods[name] = (space, address)
        return space
