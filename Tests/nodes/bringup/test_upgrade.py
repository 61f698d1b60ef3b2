"""Masters that run go to another version of Kubernetes."""

import json
import unittest

import support
from cluster import Cluster
from machine import Machine


class Upgrade(support.Rooms):
    @classmethod
    def setUpClass(cls):
        folder = support.shared_folder() / "cluster-1.34"
        cls.cluster = Cluster(folder, version="1.34.4", addons=[{"name": "metrics-server", "enabled": True, "mode": "Reconcile"}])

    def brought_up(self, index):
        machine = self.enter(Machine(self.cluster, self.folder(f"master{index}"), index))
        machine.cloud_init()
        machine.bring_secrets()
        ended = machine.bring_up()
        self.assertEqual(0, ended.returncode, "\n".join(machine.log()))
        return machine

    def unpack(self, machine, archive):
        """As docs/operate/upgrade.md has it."""
        (machine.folder / "upper/root").mkdir(exist_ok=True)
        machine.run("sh", "-c", "base64 -d >/root/masters.tar.gz", text=support.base64_of(archive))
        machine.run("tar", "-xzf", "/root/masters.tar.gz", "--no-same-owner", "--no-overwrite-dir", "-C", "/")

    def test_masters(self):
        machines = [self.brought_up(0), self.brought_up(1)]
        # The new kubelet has other bytes than the old one, so that it is seen which one runs.
        kubelet = self.cluster.folder / "mirror/kubelet"
        kubelet.write_text(kubelet.read_text() + "# 1.35\n")
        old = self.cluster.downloads
        self.cluster.downloads = self.cluster.pinned()
        index = list(old).index("kubelet")
        archive = self.cluster.upgrade(
            "1.35", f"downloads[{index}].sha256={self.cluster.downloads['kubelet'][1]}",
            "orchestratorProfile.kubernetesConfig.addons[0].enabled=false")
        there = [{"kind": "Deployment", "metadata": {"namespace": "kube-system", "name": "metrics-server"}},
                 {"kind": "ClusterRole", "metadata": {"name": "system:metrics-server"}},
                 {"kind": "DaemonSet", "metadata": {"namespace": "kube-system", "name": "cloud-node-manager"}}]
        for number, machine in enumerate(machines):
            with self.subTest(machine.name):
                machine.write("/var/log/room/labelled.json", json.dumps({"items": there}))
                self.unpack(machine, archive)
                # It fails, says why, and goes on from there when it is called again.
                machine.write("/var/log/room/kubeadm-says", "error: etcd cluster is not healthy\n")
                failed = machine.run("/opt/slipway/bin/upgrade-master", check=False)
                self.assertEqual(14, failed.returncode, failed.stdout)
                self.assertIn("cannot upgrade this master to 1.35.1", failed.stdout)
                machine.run("rm", "/var/log/room/kubeadm-says")
                ended = machine.run("/opt/slipway/bin/upgrade-master", check=False)
                self.assertEqual(0, ended.returncode, ended.stdout + "\n".join(machine.log()[-5:]))
                wanted = ["apply", "--yes", "v1.35.1"] if number == 0 else ["node"]
                called = [call["arguments"] for call in machine.records("kubeadm") if call["arguments"][0] == "upgrade"]
                self.assertEqual([["upgrade", *wanted, "--patches", "/etc/slipway/kubelet-patches"]] * 2, called)
                self.assertIn("# 1.35", machine.read("/usr/local/bin/kubelet"))
                machine.run("sha256sum", "--check", "--status", "/var/lib/slipway/programs.sha256")
                verbs = [call["verb"] for call in machine.records("kubectl")]
                drained = verbs.index("drain")
                self.assertEqual("uncordon", verbs[drained + 1])
                deleted = [call["arguments"][3:] for call in machine.records("kubectl") if call["verb"] == "delete"]
                if number == 0:
                    # Of what has the label, what no manifest names any more.
                    self.assertEqual("apply", verbs[drained + 2])
                    self.assertEqual(
                        [["Deployment", "metrics-server", "--ignore-not-found", "--wait=false", "--namespace", "kube-system"],
                         ["ClusterRole", "system:metrics-server", "--ignore-not-found", "--wait=false"]], deleted)
                else:
                    self.assertEqual([], deleted)
                self.assertFalse(machine.exists("/var/lib/slipway/downloads"))
                # The next boot finds everything done.
                machine.reboot()
                machine.start_units()
                self.assertEqual(("upgrade", "ok", 0), machine.results()[-1])
                machine.run("slipway-node", "status")

    def test_not_before_the_bring_up_has_ended(self):
        machine = self.enter(Machine(self.cluster, self.folder("early"), 0))
        machine.cloud_init()
        refused = machine.run("/opt/slipway/bin/upgrade-master", check=False)
        self.assertEqual(2, refused.returncode)
        self.assertIn("no master whose bring-up has ended", refused.stdout)


if __name__ == "__main__":
    unittest.main()
