"""The VM with the plugin on it, one pod that must never be hurt, and the checks after each fault."""
import os
import shutil
import subprocess
import time

from . import azure, netns, vm
from .plugin import Pod

RUN_KEPT = {"netns", "lock"}
STATE_FOLDERS = ("/run/slipway-vnet", "/var/lib/cni/slipway-vnet")
ROUTE_PROTOCOL = 83
GONE_AFTER = 60  # seconds that the kernel may take to end a namespace; a bound, not an expectation


class Node:
    """`plugin` on a VM with `size` secondary addresses, and pods on it. This thread lives in the VM's namespace."""

    def __init__(self, plugin, size=5):
        self.plugin, self.pool = plugin, vm.secondaries(size)
        self.spare = []
        azure.say(self.pool)
        vm.make_vnet(vm.secondaries(256))
        self.endpoints = azure.start()
        self.boot()

    # --- the machine

    def boot(self):
        netns.enter("vm")
        subprocess.run(["mount", "-t", "sysfs", "none", "/sys"], check=True)
        self.observer = vm.Observer()
        self.bare = self.observer.view()
        self.settle()

    def settle(self):
        """Attaches the pod whose peace every check looks at."""
        self.bystander = self.pod()
        self.calm_result = self.must(self.plugin.add(self.bystander))
        self.calm = self.observer.view()

    def must(self, answer):
        assert answer.fine, f"without any fault: {answer}"
        return answer

    def reboot(self, before_boot=lambda: None):
        """Namespaces and /run go; disks stay. `before_boot` may do something to them."""
        self.observer.close()
        netns.enter("vnet")
        subprocess.run(["umount", "/sys"], check=True)
        for name in os.listdir(netns.FOLDER):
            if name not in ("vm", "vnet"):
                netns.delete(name)
        self.spare = []
        vm.down()
        for name in set(os.listdir("/run")) - RUN_KEPT:
            shutil.rmtree(f"/run/{name}", ignore_errors=True)
        before_boot()
        vm.make_vm(vm.secondaries(256))
        self.boot()

    def close(self):
        self.endpoints.kill()
        self.endpoints.wait()

    def resize(self, size):
        """From now on the NIC has so many secondary addresses."""
        self.pool = vm.secondaries(size)
        azure.say(self.pool)
        self.must(self.plugin.command("refresh"))

    # --- pods

    def pod(self, ifname="eth0"):
        """A pod that is not attached yet; its namespace may have served another one and is clean."""
        if self.spare:
            return Pod.new(self.spare.pop(), ifname)
        pod = Pod.new("", ifname)
        name = "pod-" + pod.container[:12]
        netns.create(name)
        return Pod(pod.container, name, ifname)

    def attached(self):
        """A pod that is attached."""
        pod = self.pod()
        self.must(self.plugin.add(pod))
        return pod

    def remove_namespace(self, pod):
        """The runtime removes the pod's namespace; waits until the kernel has ended it."""
        netns.delete(pod.namespace)
        self.wait(lambda: not any(pod.container in link.alias for link in self.observer.view().links.values()))

    def wait(self, condition):
        """Waits for something that the kernel does by itself in the background."""
        end = time.monotonic() + GONE_AFTER
        while not condition() and time.monotonic() < end:
            time.sleep(0.002)

    def done_with(self, *pods):
        """The pods' namespaces may serve again if nothing was left in them."""
        for pod in pods:
            if netns.exists(pod.namespace):
                self.spare.append(pod.namespace)

    # --- files of the plugin

    def files(self):
        """Sizes of all files that the plugin keeps."""
        found = {}
        for folder in STATE_FOLDERS:
            for place, _, names in os.walk(folder):
                found |= {f"{place}/{name}": os.path.getsize(f"{place}/{name}") for name in names}
        return found
