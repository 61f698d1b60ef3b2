"""What goes wrong on a machine: each ends with its own code and a sentence, and the next run mends it."""

import json
import pathlib
import subprocess
import tempfile
import unittest

import support


class Failures(support.Rooms):
    def test_downloads(self):
        """Each fault of the mirror in turn, on one machine; with the mirror well, the bring-up goes on."""
        machine = self.machine("node")
        for fault, code, words in (
            # In the order in which they are fetched: what came well is not asked for again.
            ({"kubectl": "other"}, 110, "another SHA-256"), ({"crictl": "missing"}, 55, "refused by the server"),
            ({"crictl": "unavailable"}, 55, "refused by the server"), ({"runc": "half"}, 56, "breaks off"),
            ({"slipway-vnet": "other"}, 110, "slipway-vnet"),
        ):
            with self.subTest(fault):
                machine.change(faults=fault)
                errors = self.assertEnds(machine, "fetch", code)
                self.assertIn(words, errors[-1])
        machine.change(faults={})
        hosts = machine.read("/etc/hosts")
        machine.write("/etc/hosts", "127.0.0.1 localhost\n")
        self.assertIn("does not resolve", self.assertEnds(machine, "fetch", 52)[-1])
        machine.write("/etc/hosts", "127.0.0.1 localhost\n203.0.113.99 mirror.test plugin.test\n")
        machine.run("ip", "route", "add", "unreachable", "203.0.113.99/32")
        self.assertIn("no connection", self.assertEnds(machine, "fetch", 50)[-1])
        machine.write("/etc/hosts", hosts)
        trusted = machine.read("/etc/ssl/certs/ca-certificates.crt")
        machine.write("/etc/ssl/certs/ca-certificates.crt", "")
        self.assertIn("no trusted TLS", self.assertEnds(machine, "fetch", 54)[-1])
        machine.write("/etc/ssl/certs/ca-certificates.crt", trusted)
        # What was fetched is kept: the mirror is asked for each file once more at most.
        self.assertEqual("", machine.run("sh", "-c", "ls /var/lib/slipway/downloads | grep part", check=False).stdout)
        self.assertMends(machine)

    def downloads(self, machine, name, url, digest):
        """The machine's list of downloads with another line for `name`."""
        lines = machine.lines("/etc/slipway/downloads")
        machine.write("/etc/slipway/downloads", "".join(
            (f"{name} {url} {digest}" if line.startswith(f"{name} ") else line) + "\n" for line in lines))

    def test_downloads_without_a_code_of_their_own(self):
        """No https, no place to write, no URL for slipway-vnet, and an archive that lacks its program."""
        machine = self.machine("node")
        wanted = machine.read("/etc/slipway/downloads")
        self.downloads(machine, "runc", "http://mirror.test/runc", "0" * 64)
        self.assertIn("curl ends with 1", self.assertEnds(machine, "fetch", 31)[-1])
        machine.write("/etc/slipway/downloads", wanted)
        machine.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/var/lib/slipway/downloads")
        self.assertIn("cannot be written", self.assertEnds(machine, "fetch", 57)[-1])
        machine.run("umount", "/var/lib/slipway/downloads")
        known = machine.read("/etc/slipway/deployment.json")
        machine.write("/etc/slipway/deployment.json", "{}", "0600")
        self.assertIn("names no pluginUrl", self.assertEnds(machine, "fetch", 41)[-1])
        machine.write("/etc/slipway/deployment.json", known, "0600")
        url, digest, _ = self.cluster.downloads["cni-plugins"]
        self.downloads(machine, "crictl", url, digest)
        self.assertIn("crictl has no crictl", self.assertEnds(machine, "programs", 29)[-1])
        machine.write("/etc/slipway/downloads", wanted)
        self.assertMends(machine)

    def test_units(self):
        """A unit that is not there, a resolver that does not start, and netplan that refuses."""
        machine = self.machine("node")
        machine.write("/etc/systemd/resolved.conf.d/slipway.conf", "[Resolve]\nDNS=10.0.0.53\n")
        self.assertIn("systemd-resolved", self.assertEnds(machine, "host", 53)[-1])
        machine.run("rm", "/etc/systemd/resolved.conf.d/slipway.conf")
        machine.write("/opt/room/shims/netplan", "#!/bin/sh\nexit 78\n", "0755")
        self.assertIn("netplan refuses", self.assertEnds(machine, "network", 111)[-1])
        machine.run("rm", "/opt/room/shims/netplan")
        # The step has mended the file; what it should have applied is done by the next run or boot.
        timer = "/etc/systemd/system/slipway-vnet-refresh.timer"
        unit = machine.read(timer)
        machine.run("rm", timer)
        self.assertIn("cannot enable slipway-vnet-refresh.timer", self.assertEnds(machine, "plugin", 4)[-1])
        machine.write(timer, unit)
        self.assertMends(machine)

    def test_addon_refused(self):
        machine = self.machine("master0")
        machine.write("/var/log/room/kubectl-refuses", "100")
        self.assertIn("the API server refuses 10-cloud-controller-manager.yaml", self.assertEnds(machine, "addons", 36)[-1])
        machine.run("rm", "/var/log/room/kubectl-refuses")
        self.assertMends(machine)

    def test_no_folder_on_the_disk(self):
        machine = self.machine("master0")
        subprocess.run(["mkfs.ext4", "-q", "-L", "etcd_disk", machine.loop], check=True)
        machine.run("sh", "-c", "mount /dev/sdc /mnt && echo note >/mnt/etcd && umount /mnt")
        self.assertIn("cannot make", self.assertEnds(machine, "etcd-disk", 10)[-1])
        machine.run("rm", "/var/lib/etcddisk/etcd")
        self.assertMends(machine)

    def dated(self, scratch, name, year):
        """The pair `name` with a certificate of that year."""
        (scratch / "index").write_text("")
        (scratch / "settings").write_text(
            f"[ca]\ndefault_ca = it\n[it]\ndatabase = {scratch}/index\nnew_certs_dir = {scratch}\nrand_serial = yes\n"
            "default_md = sha256\npolicy = any\n[any]\ncommonName = supplied\n")
        subprocess.run(["openssl", "req", "-new", "-key", scratch / f"{name}.key", "-subj", "/CN=x", "-out", scratch / "request"],
                       check=True)
        subprocess.run(
            ["openssl", "ca", "-batch", "-selfsign", "-notext", "-config", scratch / "settings", "-keyfile",
             scratch / f"{name}.key", "-in", scratch / "request", "-out", scratch / "dated.crt", "-startdate",
             f"{year}0101000000Z", "-enddate", f"{year + 1}0101000000Z"], check=True, capture_output=True)
        return {"ca.crt": (scratch / "dated.crt").read_text(), "ca.key": (scratch / f"{name}.key").read_text()}

    def test_certificates(self):
        """What Key Vault may have brought: each wrong pair is named before kubeadm sees it."""
        machine = self.machine("master0")
        whole = json.loads(self.cluster.secrets("master"))
        pki = json.loads(whole["pki"])
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch)

            def made(name, *options):
                """A CA of its own, whose key is `options`'."""
                subprocess.run(
                    ["openssl", "req", "-x509", "-noenc", "-subj", "/CN=x", "-keyout", scratch / f"{name}.key", "-out",
                     scratch / f"{name}.crt", *options], check=True, capture_output=True)
                return {f"ca.{part}": (scratch / f"{name}.{part}").read_text() for part in ("crt", "key")}

            p256 = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
            stranger = made("stranger", *p256, "-days", "30")
            locked = subprocess.run(
                ["openssl", "pkcs8", "-topk8", "-in", scratch / "stranger.key", "-passout", "pass:x"], check=True,
                capture_output=True, text=True).stdout
            cases = (
                (self.dated(scratch, "stranger", 2020), 112, "has expired"),
                (made("weak", "-newkey", "rsa:1024", "-days", "30"), 112, "RSA key of 1024 bits"),
                ({"ca.crt": pki["ca.crt"], "ca.key": stranger["ca.key"]}, 112, "belongs to another certificate"),
                ({"ca.crt": stranger["ca.crt"], "ca.key": locked}, 112, "an encrypted one"),
                (self.dated(scratch, "stranger", 2040), 116, "clock is behind"),
            )
        for wrong, code, words in cases:
            with self.subTest(words):
                secrets = whole | {"pki": json.dumps(pki | wrong)}
                machine.write("/etc/slipway/secrets.json", json.dumps(secrets), "0600")
                self.assertIn(words, self.assertEnds(machine, "secrets", code)[-1])
        machine.bring_secrets()
        self.assertMends(machine)

    def test_clock(self):
        machine = self.machine("node")
        for ahead in (3600, -86400):
            machine.change(clockAhead=ahead)
            self.assertIn("clock is off by", self.assertEnds(machine, "clock", 116)[-1])
        machine.change(clockAhead=0)
        self.assertMends(machine)

    def test_interface(self):
        machine = self.machine("node")
        addresses = json.loads((machine.folder / "outside/world.json").read_text())["addresses"]
        machine.change(addresses=addresses[:1])
        self.assertIn("has 0 addresses for pods", self.assertEnds(machine, "network", 243)[-1])
        machine.change(addresses=addresses[:11])
        self.assertIn("has 10 addresses for pods", self.assertEnds(machine, "network", 243)[-1])
        machine.change(metadata="gone")
        self.assertEnds(machine, "network", 234)
        machine.change(metadata="well", addresses=addresses)
        machine.run("ip", "address", "flush", "dev", "eth0")
        self.assertEnds(machine, "network", 173)
        machine.run("ip", "address", "add", f"{machine.address}/16", "dev", "eth0")
        machine.run("ip", "route", "replace", "default", "via", "10.255.0.1", "dev", "eth0")
        self.assertMends(machine)

    def test_kernel(self):
        machine = self.machine("node")
        machine.write("/var/log/room/no-module", "br_netfilter\n")
        self.assertIn("br_netfilter", self.assertEnds(machine, "host", 49)[-1])
        machine.run("rm", "/var/log/room/no-module")
        machine.write("/var/log/room/no-sysctl", "")
        self.assertEnds(machine, "host", 103)
        machine.run("rm", "/var/log/room/no-sysctl")
        self.assertMends(machine)

    def test_services(self):
        """containerd's, the SNAT table's and the conflist's own failures."""
        machine = self.machine("node")
        for path, wrong, step, code in (
            ("/etc/containerd/config.toml", "version = 3\n[plugins]\nwrong = [\n", "containerd", 28),
            ("/etc/slipway/vnet.json", '{"uplink": "eth0"}', "plugin", 104),
            ("/etc/slipway/10-slipway.conflist", '{"half": ', "conflist", 115),
        ):
            with self.subTest(step):
                right = machine.read(path)
                machine.write(path, wrong)
                self.assertEnds(machine, step, code)
                machine.write(path, right)
        self.assertMends(machine)

    def test_no_disk(self):
        machine = self.machine("master0", disk=False)
        self.assertIn("no data disk at LUN 0", self.assertEnds(machine, "etcd-disk", 13)[-1])

    def test_disk_of_somebody_else(self):
        """A disk that holds something is left as it is, byte by byte."""
        for make in (["mkfs.ext4", "-q", "-L", "photos"], ["mkswap", "-q"]):
            machine = self.machine("master0", make[0])
            subprocess.run([*make, machine.loop], check=True, capture_output=True)
            before = (machine.folder / "outside/disk.img").read_bytes()
            self.assertIn("already holds", self.assertEnds(machine, "etcd-disk", 16)[-1])
            self.assertTrue(before == (machine.folder / "outside/disk.img").read_bytes())

    def test_disk_with_the_cluster_is_kept(self):
        """A master made anew gets its old disk: what etcd wrote is still there."""
        machine = self.machine("master0")
        subprocess.run(["mkfs.ext4", "-q", "-L", "etcd_disk", machine.loop], check=True)
        machine.run("sh", "-c", "mount /dev/sdc /mnt && mkdir -p /mnt/etcd/member && echo kept >/mnt/etcd/member/wal && umount /mnt")
        self.assertEqual(0, machine.bring_up().returncode, "\n".join(machine.log()))
        self.assertEqual("kept\n", machine.read("/var/lib/etcddisk/etcd/member/wal"))

    def test_secrets(self):
        machine = self.machine("master0", secrets=False)
        self.hurry(machine, "60-secrets")
        self.assertIn("has not brought the secrets", self.assertEnds(machine, "secrets", 112)[-1])
        whole = json.loads(self.cluster.secrets("master"))
        for wrong, words in (
            ({"bootstrapToken": "x"}, "no ca.crt or no sa.key"), (whole | {"pki": '{"../../evil": ""}'}, "not complete"),
            (whole | {"pki": '{"ca.crt": "x", "sa.key": "x"}'}, "is no certificate"),
        ):
            machine.run("rm", "-rf", "/etc/kubernetes/pki")
            machine.write("/etc/slipway/secrets.json", json.dumps(wrong), "0600")
            self.assertIn(words, self.assertEnds(machine, "secrets", 112)[-1])
        machine.bring_secrets()
        self.assertMends(machine)

    def test_port_in_use(self):
        for role, port, step in (("master0", 2379, "control-plane"), ("node", 10250, "join")):
            machine = self.machine(role, role)
            machine.run("sh", "-c", f"busybox nc -l -p {port} >/dev/null 2>&1 & echo $! >/tmp/foreign; /bin/sleep 0.3")
            self.assertIn(f"port {port} is in use", self.assertEnds(machine, step, 118)[-1])
            machine.run("sh", "-c", "kill $(cat /tmp/foreign)")
            self.assertMends(machine)

    def test_kubeadm(self):
        """What kubeadm says decides the code; its token is in no log."""
        for role, step, said in (
            ("master0", "control-plane", (
                (113, "error execution phase certs: something new\n"),
                (118, "\t[ERROR Port-6443]: Port 6443 is in use\n"),
                (34, "error: the kubelet is not healthy after 4m0s\n"),
                (14, "error execution phase etcd: etcd cluster is not healthy: context deadline exceeded\n"),
            )),
            ("node", "join", (
                (114, "error execution phase kubelet-start: something new abcdef.0123456789abcdef\n"),
                (51, "error: couldn't validate the identity of the API Server: dial tcp: i/o timeout\n"),
                (116, "error: x509: certificate has expired or is not yet valid: current time is before\n"),
            )),
        ):
            machine = self.machine(role, role)
            if role == "master0":
                machine.write("/var/log/room/kubeadm-says", "failed to pull image: no such host\n")
                self.assertEnds(machine, "images", 35)
                # The images' step asks kubeadm, too: it is past when kubeadm begins to fail.
                machine.write("/var/lib/slipway/images.yaml", "{}")
                machine.write("/var/lib/slipway/stages/images", "")
            for code, text in said:
                machine.write("/var/log/room/kubeadm-says", text)
                self.assertEnds(machine, step, code)
            machine.run("rm", "/var/log/room/kubeadm-says")
            self.assertNotIn("0123456789abcdef", machine.read("/var/lib/slipway/kubeadm.log"))
            self.assertMends(machine)

    def hurry(self, machine, steps="*"):
        """Pauses pass at once in a room, but each costs a question: fewer rounds say the same."""
        machine.run("sh", "-c", f"sed -i 's/wait_for [0-9]*/wait_for 30/' /opt/slipway/steps/{steps}.sh")

    def test_no_api_server(self):
        node = self.machine("node", "node")
        self.hurry(node)
        node.change(readyMasters=[])
        self.assertIn("nothing answers at", self.assertEnds(node, "join", 51)[-1])
        master = self.machine("master1", "master")
        self.hurry(master)
        master.change(readyMasters=[])
        self.assertIn("no other master", self.assertEnds(master, "control-plane", 51)[-1])

    def test_node_stays_unready(self):
        machine = self.machine("node")
        self.hurry(machine)
        for state, code in (({"Ready": "False"}, 30), ({"taints": "node.cloudprovider.kubernetes.io/uninitialized"}, 37)):
            machine.write("/var/log/room/node.json", json.dumps(state))
            self.assertEnds(machine, "ready", code)
        machine.run("rm", "/var/log/room/node.json")
        addresses = json.loads((machine.folder / "outside/world.json").read_text())["addresses"]
        machine.change(addresses=addresses[:1])
        self.assertIn("no address for pods", self.assertEnds(machine, "node-check", 60)[-1])
        machine.change(addresses=addresses)
        self.assertMends(machine)

    def test_time_limit(self):
        """A step that hangs ends with its own code, not with that of `timeout`."""
        machine = self.machine("node")
        machine.run("sed", "-i", "1s/limit=.*/limit=2/", "/opt/slipway/steps/15-host.sh")
        machine.write("/opt/room/standins/swapoff", "#!/bin/sh\n/bin/sleep 30\n", "0755")
        self.assertEqual(103, machine.bring_up().returncode)
        self.assertIn(("host", "timeout", 103), machine.results())

    def test_extension_alone(self):
        """Nothing was ever begun: the extension says so and does not wait for its whole time."""
        machine = self.machine("node")
        machine.cloud_init()
        awaited = machine.run("/opt/slipway/bin/await-bring-up", check=False)
        self.assertEqual(100, awaited.returncode)
        self.assertRegex(awaited.stdout.splitlines()[-1], r"^slipway: code=100 step=cloud-init name=")
        machine.write("/var/lib/slipway/bootstrap.log", "begun\n")
        self.assertEqual(5, machine.run(
            "/opt/slipway/bin/await-bring-up", check=False, env={"SLIPWAY_AWAIT_SECONDS": "60"}).returncode)


if __name__ == "__main__":
    unittest.main()
