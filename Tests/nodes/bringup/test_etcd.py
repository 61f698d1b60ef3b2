"""Three real etcd members with the certificates that slipway makes, on the masters' addresses, each in a namespace of its own: they
elect a leader over TLS, and a stranger without a certificate is turned away."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

import support


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True)


class Etcd(support.Rooms):
    def setUp(self):
        super().setUp()
        self.netns = f"slwetcd{os.getpid()}"
        self.folder = pathlib.Path(tempfile.mkdtemp(dir="/dev/shm"))
        self.members, self.machines = [], []
        self.addCleanup(self.tidy)
        ip("netns", "add", self.netns)
        ip("-n", self.netns, "link", "add", "fabric", "type", "bridge")
        ip("-n", self.netns, "link", "set", "fabric", "up")

    def machine(self, number, address):
        name = f"{self.netns}-{number}"
        ip("netns", "add", name)
        self.machines.append(name)
        ip("-n", name, "link", "set", "lo", "up")
        ip("-n", name, "link", "add", "eth0", "type", "veth", "peer", "name", f"port{number}", "netns", self.netns)
        ip("-n", name, "address", "add", f"{address}/16", "dev", "eth0")
        ip("-n", name, "link", "set", "eth0", "up")
        ip("-n", self.netns, "link", "set", f"port{number}", "master", "fabric", "up")
        return name

    def tidy(self):
        for member in self.members:
            member.terminate()
            member.wait(10)
        for name in [*self.machines, self.netns]:
            subprocess.run(["ip", "netns", "delete", name], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def inside(self, *command, **options):
        return subprocess.run(
            ["nsenter", f"--net=/run/netns/{self.machines[0]}", *map(str, command)], capture_output=True, text=True, timeout=60,
            stdin=subprocess.DEVNULL,
            env=os.environ | {"ETCDCTL_API": "3"}, **options)

    def test_three_members_elect_a_leader(self):
        documents = json.loads(self.cluster.files("master")["/etc/slipway/kubeadm.json"][1])
        etcd = next(d for d in documents if d["kind"] == "ClusterConfiguration")["etcd"]["local"]
        self.assertEqual("/var/lib/etcddisk/etcd", etcd["dataDir"])
        extra = [f"--{flag['name']}={flag['value']}" for flag in etcd.get("extraArgs", [])]
        names = self.cluster.environment["MASTER_NAMES"].split()
        addresses = self.cluster.environment["MASTER_ADDRESSES"].split()
        pki = self.cluster.pki
        ca = pki / "etcd/ca"
        initial = ",".join(f"{name}=https://{address}:2380" for name, address in zip(names, addresses))
        for number, (name, address) in enumerate(zip(names, addresses)):
            machine = self.machine(number, address)
            server, peer = (pki / "masters" / name / "etcd" / part for part in ("server", "peer"))
            # kubeadm's flags of a static pod, with the data in a folder of the test.
            command = [
                "nsenter", f"--net=/run/netns/{machine}", "etcd", f"--name={name}", f"--data-dir={self.folder}/{name}.etcd",
                f"--listen-client-urls=https://{address}:2379", f"--advertise-client-urls=https://{address}:2379",
                f"--listen-peer-urls=https://{address}:2380", f"--initial-advertise-peer-urls=https://{address}:2380",
                f"--initial-cluster={initial}", "--client-cert-auth=true", "--heartbeat-interval=500",
                "--election-timeout=5000", "--peer-client-cert-auth=true",
                f"--cert-file={server}.crt", f"--key-file={server}.key", f"--trusted-ca-file={ca}.crt",
                f"--peer-cert-file={peer}.crt", f"--peer-key-file={peer}.key", f"--peer-trusted-ca-file={ca}.crt", *extra]
            with open(self.folder / f"{name}.log", "w") as log:
                self.members.append(subprocess.Popen(command, stdout=log, stderr=log))
        endpoints = ",".join(f"https://{address}:2379" for address in addresses)
        tls = ["--cacert", f"{ca}.crt", "--cert", pki / "apiserver-etcd-client.crt", "--key", pki / "apiserver-etcd-client.key"]
        for _ in range(60):
            answer = self.inside("etcdctl", f"--endpoints={endpoints}", *tls, "--dial-timeout=1s", "--command-timeout=2s",
                                 "endpoint", "status", "--write-out=json")
            states = json.loads(answer.stdout) if answer.returncode == 0 else []
            leaders = {state["Status"]["leader"] for state in states}
            if len(states) == 3 and len(leaders) == 1 and 0 not in leaders:
                break
            time.sleep(0.5)
        self.assertEqual((3, 1), (len(states), len(leaders)), answer.stderr)
        put = self.inside("etcdctl", f"--endpoints=https://{addresses[0]}:2379", *tls, "put", "slipway", "sails")
        self.assertEqual(0, put.returncode, put.stderr)
        got = self.inside("etcdctl", f"--endpoints=https://{addresses[2]}:2379", *tls, "get", "slipway", "--print-value-only")
        self.assertEqual("sails\n", got.stdout)
        stranger = self.inside(
            "etcdctl", f"--endpoints=https://{addresses[0]}:2379", "--cacert", f"{ca}.crt", "--dial-timeout=2s",
            "--command-timeout=3s", "get", "slipway")
        self.assertNotEqual(0, stranger.returncode)


if __name__ == "__main__":
    unittest.main()
