"""A machine of the cluster in a room: its boots with real cloud-init, and what the outside does meanwhile."""

import pathlib
import shutil
import subprocess

from cluster import HERE, Cluster
from room import METADATA, MIRROR, Room

SEED = "/var/lib/cloud/seed/nocloud"
STEPS = {
    "master": [
        "clock", "host", "network", "bundle", "fetch", "programs", "containerd", "plugin", "etcd-disk", "secrets",
        "settings", "images", "control-plane", "addons", "conflist", "ready", "node-check"],
    "node": [
        "clock", "host", "network", "bundle", "fetch", "programs", "containerd", "plugin", "secrets", "settings", "join",
        "conflist", "ready", "node-check"],
}


class Machine(Room):
    """`index` is the master's number, None for a node. `image` is the folder of a machine that cloud-init has ended on. `hosts`
    are the names outside that the machine can resolve, all at the mirror's address."""

    def __init__(self, cluster: Cluster, folder, index=0, image=None, disk=True, hosts=("mirror.test", "plugin.test")):
        self.cluster, self.index, self.hosts = cluster, index, hosts
        self.role = "node" if index is None else "master"
        masters = cluster.environment["MASTER_ADDRESSES"].split()
        address = "10.255.0.40" if index is None else masters[index]
        names = cluster.environment["MASTER_NAMES"].split()
        self.others = [other for other in masters if other != address] if index is not None else []
        self.frontend = cluster.environment["API_SERVER_ADDRESS"]
        # The fabric has every other address that the machine asks.
        elsewhere = [*self.others, self.frontend] if index is not None else [self.frontend]
        super().__init__(folder, address, "room-agents-0" if index is None else names[index], elsewhere)
        self.image = image
        self.has_disk = disk and index is not None
        self.loop = None

    def __enter__(self):
        outside = self.folder / "outside"
        outside.mkdir(parents=True, exist_ok=True)
        if self.has_disk:
            image = outside / "disk.img"
            with open(image, "wb") as file:
                file.truncate(64 << 20)
            self.loop = subprocess.run(
                ["losetup", "--find", "--show", image], check=True, capture_output=True, text=True).stdout.strip()
            (outside / "disk").write_text(self.loop)
        self.furnish()
        super().__enter__()
        # Real API servers of other masters answer at their addresses and behind the frontend.
        ready = [] if self.index == 0 else [*self.others, self.frontend]
        world = self.cluster.world(outside, self.address, [*self.others, self.frontend])
        self.serve(world | {"readyMasters": ready})
        self.secondaries()
        return self

    def __exit__(self, *what):
        super().__exit__(*what)
        if self.loop:
            subprocess.run(["losetup", "--detach", self.loop], check=False)

    def furnish(self):
        """What an image from the marketplace has and this host has not, and the room's own stand-ins."""
        upper = self.folder / "upper"
        if self.image:
            subprocess.run(["cp", "-a", self.image / "upper", upper], check=True)
            return

        def put(path, text, mode=0o644):
            file = upper / path.lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
            file.chmod(mode)

        for file in (HERE / "standins").iterdir():
            target = upper / "opt/room/standins" / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
        shutil.copy(HERE / "programs/make-leaf", upper / "opt/room/make-leaf")
        put("/etc/hosts", "127.0.0.1 localhost\n" + (f"{MIRROR} {' '.join(self.hosts)}\n" if self.hosts else ""))
        put("/etc/fstab", "/dev/sda1 / ext4 defaults 0 1\n/dev/sdb1 none swap sw 0 0\n")
        host = pathlib.Path("/etc/ssl/certs/ca-certificates.crt").read_text()
        put("/etc/ssl/certs/ca-certificates.crt", host + (self.cluster.folder / "tls/mirror-ca.crt").read_text())
        put("/etc/cloud/cloud.cfg.d/99-room.cfg", "datasource_list: [ NoCloud, None ]\nlocale: false\n")
        put(f"{SEED}/meta-data", f"instance-id: room\nlocal-hostname: {self.name}\n")
        put(f"{SEED}/user-data", self.cluster.user_data(self.role))
        # As cloud-init's Azure source writes it at a first boot, before anything of slipway's is there.
        put("/etc/netplan/50-cloud-init.yaml", self.netplan(), 0o600)
        for folder in ("/var/log/room", "/var/lib/containerd"):
            (upper / folder.lstrip("/")).mkdir(parents=True, exist_ok=True)

    def netplan(self):
        lines = "".join(f"      - {address}/16\n" for address in self.pod_addresses()[:3])
        return ("network:\n  version: 2\n  ethernets:\n    eth0:\n      dhcp4: true\n      addresses:\n" + lines
                + "      match:\n        macaddress: 00:0d:3a:12:34:56\n      set-name: eth0\n")

    def pod_addresses(self):
        base = self.address.split(".")
        return [f"{base[0]}.{base[1]}.1.{number}" for number in range(1, 31)]

    def secondaries(self):
        """The interface as the first boot's network configuration leaves it: with pods' addresses on it."""
        for address in self.pod_addresses()[:3]:
            self.run("ip", "address", "add", f"{address}/16", "dev", "eth0")

    def cloud_init(self):
        for stage in (["init", "--local"], ["init"], ["modules", "--mode=config"], ["modules", "--mode=final"]):
            self.run("cloud-init", *stage, check=False)

    def bring_secrets(self):
        self.write("/etc/slipway/secrets.json", self.cluster.secrets(self.role, self.index or 0), "0600")

    def meanwhile(self, pause, **world):
        """At this pause of the machine (counted from the first), the world changes."""
        self.change(**{"later": world})
        self.write("/var/log/room/meanwhile", f"#!/bin/sh\n[ $1 -ne {pause} ] || curl -s -X POST http://{METADATA}/later\n",
                   "0755")

    def bring_up(self):
        """Runs what cloud-init asked for without waiting: the bring-up."""
        return self.run("systemctl", "start", "slipway-bootstrap.service", check=False)
