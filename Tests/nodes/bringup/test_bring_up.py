"""A machine of each kind from its first boot to the end, and what is then on it."""

import json
import unittest

import support
from machine import STEPS, Machine


class BringUp(support.Rooms):
    def bring_up(self, index, name):
        machine = self.enter(Machine(self.cluster, self.folder(name), index))
        machine.cloud_init()
        result = json.loads(machine.read("/run/cloud-init/result.json"))["v1"]
        self.assertEqual([], result["errors"])
        machine.bring_secrets()
        ended = machine.bring_up()
        self.assertEqual(0, ended.returncode, "\n".join(machine.log()))
        return machine

    def common(self, machine):
        steps = STEPS[machine.role]
        self.assertEqual([(step, "ok", 0) for step in [*steps, "all"]], machine.results())
        self.files(machine)
        # Nothing of what only the way needed is left.
        for path in ("/etc/slipway/secrets.json", "/var/lib/slipway/downloads", "/etc/kubernetes/kubeadm.yaml"):
            self.assertFalse(machine.exists(path), path)
        self.assertEqual(
            "slipway: the machine is up\n", machine.run("/opt/slipway/bin/await-bring-up").stdout)
        status = json.loads(machine.run("slipway-node", "status", "--json").stdout)
        self.assertEqual((True, steps), (status["up"], [step["step"] for step in status["steps"]]))
        self.assertEqual({"done"}, {step["state"] for step in status["steps"]})
        # The interface has the machine's own address only, now and after the next boot.
        shown = machine.run("ip", "-4", "-o", "address", "show", "dev", "eth0").stdout
        self.assertEqual([f"{machine.address}/16"], [line.split()[3] for line in shown.splitlines()])
        self.assertNotIn("addresses", machine.read("/var/log/room/netplan-applied.yaml"))
        self.assertIn("dhcp4: true", machine.read("/etc/netplan/50-cloud-init.yaml"))
        self.assertIn("slipway_snat", machine.run("nft", "list", "tables").stdout)
        for unit in ("containerd.service", "kubelet.service", "slipway-bootstrap.service", "slipway-network.service",
                     "slipway-snat.service", "slipway-vnet-refresh.timer"):
            machine.run("systemctl", "is-enabled", "--quiet", unit)
        for unit in ("containerd.service", "kubelet.service", "slipway-snat.service", "slipway-vnet-refresh.timer"):
            machine.run("systemctl", "is-active", unit)
        self.assertNotIn("swap", machine.read("/etc/fstab"))
        machine.run("ctr", "version")
        # Secrets stand in no log.
        secret = "0123456789abcdef"
        found = machine.run("grep", "-rl", secret, "/var/lib/slipway", "/var/log/cloud-init.log",
                            "/var/log/cloud-init-output.log", "/etc", check=False).stdout
        self.assertEqual("", found)
        # The conflist is the last file that was put in its place, after everything that the plugin needs.
        times = machine.run(
            "stat", "-c", "%Y.%y %n", "/etc/cni/net.d/10-slipway.conflist", "/opt/cni/bin/slipway-vnet",
            "/etc/kubernetes/kubelet.conf").stdout.splitlines()
        self.assertEqual("/etc/cni/net.d/10-slipway.conflist", max(times).split()[-1])

    def files(self, machine):
        """Every file of the user data is on the machine as it was sent."""
        for path, (mode, body) in self.cluster.files(machine.role).items():
            if path == "/etc/slipway/deployment.json":
                continue
            shown = machine.run("stat", "-c", "%a %U %G", path).stdout.split()
            self.assertEqual([f"{mode:o}", "root", "root"], shown, path)
            self.assertEqual(body.decode(), machine.read(path), path)

    def test_first_master(self):
        machine = self.bring_up(0, "first")
        self.common(machine)
        pull, begin = machine.records("kubeadm")
        self.assertEqual(["config", "images", "pull"], pull["arguments"][:3])
        self.assertEqual(["init", "--skip-token-print"], begin["arguments"][:2])
        self.assertEqual("0o600", begin["mode"])
        kinds = ["InitConfiguration", "ClusterConfiguration", "KubeletConfiguration", "KubeProxyConfiguration"]
        self.assertEqual(kinds, [document["kind"] for document in begin["documents"]])
        init = begin["documents"][0]
        self.assertEqual(machine.address, init["localAPIEndpoint"]["advertiseAddress"])
        self.assertEqual(machine.name, init["nodeRegistration"]["name"])
        self.assertIn(
            {"name": "node-ip", "value": machine.address}, init["nodeRegistration"]["kubeletExtraArgs"])
        name = self.cluster.environment["API_SERVER_NAME"]
        self.assertIn(f"{machine.address} {name}", machine.lines("/etc/hosts"))
        machine.run("mountpoint", "-q", "/var/lib/etcddisk")
        self.assertEqual("etcd_disk\n", machine.run(
            "blkid", "--probe", "--output", "value", "--match-tag", "LABEL", "/dev/sdc").stdout)
        self.assertEqual("700\n", machine.run("stat", "-c", "%a", "/var/lib/etcddisk/etcd").stdout)
        for path, mode in (("ca.key", "600"), ("ca.crt", "644"), ("sa.key", "600"), ("etcd/ca.key", "600")):
            self.assertEqual(f"{mode} root\n", machine.run(
                "stat", "-c", "%a %U", f"/etc/kubernetes/pki/{path}").stdout)
        azure = json.loads(machine.read("/etc/kubernetes/azure.json"))
        self.assertEqual("room", azure["resourceGroup"])
        self.assertEqual("600\n", machine.run("stat", "-c", "%a", "/etc/kubernetes/azure.json").stdout)

    def test_other_master(self):
        machine = self.bring_up(1, "other")
        self.common(machine)
        join = machine.records("kubeadm")[-1]
        self.assertEqual(["join"], join["arguments"][:1])
        self.assertEqual(["JoinConfiguration"], [document["kind"] for document in join["documents"]])
        self.assertEqual(
            machine.address, join["documents"][0]["controlPlane"]["localAPIEndpoint"]["advertiseAddress"])
        token = join["documents"][0]["discovery"]["bootstrapToken"]
        self.assertEqual("abcdef.0123456789abcdef", token["token"])
        self.assertFalse(token.get("unsafeSkipCAVerification", False))
        # After it has joined, the name means itself.
        name = self.cluster.environment["API_SERVER_NAME"]
        self.assertEqual([f"{machine.address} {name}"], [
            line for line in machine.lines("/etc/hosts") if line.endswith(f" {name}")])

    def test_node(self):
        machine = self.bring_up(None, "node")
        self.common(machine)
        join = machine.records("kubeadm")[-1]
        self.assertNotIn("controlPlane", join["documents"][0])
        name = self.cluster.environment["API_SERVER_NAME"]
        self.assertIn(f"{machine.frontend} {name}", machine.lines("/etc/hosts"))
        self.assertFalse(machine.exists("/etc/kubernetes/pki/ca.key"))

    def test_node_before_any_master(self):
        machine = self.enter(Machine(self.cluster, self.folder("early"), None, image=self.image("node")))
        machine.bring_secrets()
        machine.change(readyMasters=[])
        # Masters come at the fourth pause; until then the load balancer's frontend answers nobody.
        machine.meanwhile(4, readyMasters=[machine.frontend])
        self.assertEqual(0, machine.bring_up().returncode, "\n".join(machine.log()))
        self.assertEqual(("all", "ok", 0), machine.results()[-1])

    def test_second_boot(self):
        machine = self.bring_up(0, "again")
        machine.reboot()
        machine.cloud_init()
        before = len(machine.log())
        self.assertEqual(0, machine.start_units().returncode)
        # Done is done: no step runs, and all that runs by itself is there.
        self.assertEqual(before, len(machine.log()))
        machine.run("mountpoint", "-q", "/var/lib/etcddisk")
        machine.run("systemctl", "is-active", "containerd.service", "kubelet.service", "slipway-snat.service")
        self.assertIn("slipway_snat", machine.run("nft", "list", "tables").stdout)

    def test_pods_addresses_come_back_with_a_boot(self):
        """Somebody adds addresses, cloud-init configures them at the next boot: the unit takes them off again."""
        machine = self.bring_up(None, "network")
        machine.reboot()
        machine.write("/etc/netplan/50-cloud-init.yaml", machine.netplan(), "0600")
        machine.secondaries()
        machine.start_units()
        shown = machine.run("ip", "-4", "-o", "address", "show", "dev", "eth0").stdout
        self.assertEqual(1, len(shown.splitlines()))


if __name__ == "__main__":
    unittest.main()
