"""Debian's containerd in the VM's namespace: started, killed, started again, spoken to by its runtime interface."""
import os
import pathlib
import subprocess
import time

import grpc

from world import netns

from . import image

ROOT = "/mnt/containerd"
STATE = "/run/containerd"
SOCKET = f"{STATE}/containerd.sock"
BIN, CONF = f"{ROOT}/cni-bin", "/etc/cni/net.d"
CGROUP = "slipway-test"
READY_AFTER = 120  # seconds; a bound, not an expectation
CALL_BOUND = 120

protos, services = grpc.protos_and_services("containerd/cri.proto")


def configuration():
    return f'''version = 2
root = "{ROOT}/root"
state = "{STATE}"
[grpc]
  address = "{SOCKET}"
[plugins."io.containerd.internal.v1.opt"]
  path = "{ROOT}/opt"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "{image.NAME}"
  disable_apparmor = true
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "{BIN}"
    conf_dir = "{CONF}"
    max_conf_num = 1
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = false
'''


def furnish(plugin, conflist):
    """Folders, plugins and configuration, as a node has them."""
    os.makedirs(ROOT, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512m", "none", ROOT], check=True)
    os.makedirs(BIN)
    for name in os.listdir("/usr/lib/cni"):
        os.symlink(f"/usr/lib/cni/{name}", f"{BIN}/{name}")
    os.symlink(os.path.abspath(plugin), f"{BIN}/slipway-vnet")
    os.makedirs(CONF)
    pathlib.Path(CONF, "10-slipway.conflist").write_bytes(conflist)
    pathlib.Path(ROOT, "config.toml").write_text(configuration())
    image.write(f"{ROOT}/busybox.tar")


class Containerd:
    """The daemon. Pods outlive it: each has a shim of its own."""

    def __init__(self):
        self.process = None
        self.log = open("/var/log/containerd.log", "ab")

    def start(self):
        self.process = subprocess.Popen(["containerd", "-c", f"{ROOT}/config.toml"], stdout=self.log, stderr=self.log)
        end = time.monotonic() + READY_AFTER
        while True:
            try:
                return self.connect()
            except grpc.RpcError as error:
                if time.monotonic() > end or self.process.poll() is not None:
                    raise RuntimeError("containerd does not answer:\n" + self.log_end()) from error
                time.sleep(0.05)

    def connect(self):
        """A new channel, once the runtime says that it and its network are ready."""
        channel = grpc.insecure_channel(f"unix://{SOCKET}", options=[("grpc.default_authority", "localhost"),
                                                                     ("grpc.use_local_subchannel_pool", 1)])
        self.service = services.RuntimeServiceStub(channel)
        self.service.Status(protos.StatusRequest(), timeout=2)
        return self.service

    def conditions(self):
        answer = self.service.Status(protos.StatusRequest(), timeout=CALL_BOUND)
        return {condition.type: condition.status for condition in answer.status.conditions}

    def import_image(self):
        subprocess.run(["ctr", "-a", SOCKET, "-n", "k8s.io", "images", "import", f"{ROOT}/busybox.tar"], check=True,
                       stdout=subprocess.DEVNULL)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def log_end(self):
        return pathlib.Path(self.log.name).read_text(errors="replace")[-3000:]


def remove_cgroups():
    """What pods leave in the machine's cgroups: empty folders."""
    for controller in pathlib.Path("/sys/fs/cgroup").iterdir():
        top = controller / CGROUP
        for folder in [*sorted(top.glob("**/"), reverse=True)]:
            try:
                folder.rmdir()
            except OSError:
                pass  # a process that ends just now


def namespaces():
    """Names of the network namespaces that the runtime made."""
    return {name for name in os.listdir(netns.FOLDER) if name.startswith("cni-")}
