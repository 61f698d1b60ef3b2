"""A private machine root: the host's files below an overlay, own mounts, processes and network. A boot is what systemd
would do: an empty /run, the interface as the platform gives it, cloud-init, then every enabled unit."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
# A documentation address for the internet (RFC 5737), and Azure's own two.
MIRROR, PROXY, METADATA, WIRESERVER = "203.0.113.10", "203.0.113.20", "169.254.169.254", "168.63.129.16"


class Room:
    """`elsewhere` are other machines' addresses, which the room's own fabric has."""

    def __init__(self, folder, address, name, elsewhere=()):
        self.folder = pathlib.Path(folder)
        self.address, self.name = address, name
        self.elsewhere = list(elsewhere)
        self.agent = self.server = None
        self.netns = f"slwroom{os.getpid()}-{Room.number}"
        self.fabric = f"slwfabric{os.getpid()}-{Room.number}"
        Room.number += 1

    number = 0

    def __enter__(self):
        for part in ("upper", "work", "root", "outside"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        for name in (self.netns, self.fabric):
            sh("ip", "netns", "add", name)
            sh("ip", "-n", name, "link", "set", "lo", "up")
        sh("ip", "-n", self.netns, "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", self.fabric)
        inside, outside = ("ip", "-n", self.netns), ("ip", "-n", self.fabric)
        sh(*inside, "link", "set", "eth0", "address", "00:0d:3a:12:34:56", "up")
        sh(*outside, "link", "set", "eth0", "up")
        sh(*inside, "address", "add", f"{self.address}/16", "dev", "eth0")
        sh(*outside, "address", "add", "10.255.0.1/16", "dev", "eth0")
        sh(*inside, "route", "add", "default", "via", "10.255.0.1", "dev", "eth0")
        for address in (MIRROR, PROXY, METADATA, WIRESERVER, *self.elsewhere):
            sh(*outside, "address", "add", f"{address}/32", "dev", "lo")
        command = [
            "nsenter", f"--net=/run/netns/{self.netns}", "unshare", "--mount", "--uts", "--ipc", "--pid", "--fork",
            "/usr/bin/python3", str(HERE / "agent.py"), str(self.folder), self.name,
        ]
        self.agent = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
        ready = self.agent.stdout.readline()
        if ready.strip() != "ready":
            self.__exit__(None, None, None)
            raise RuntimeError(f"the room did not start: {ready}")
        return self

    def __exit__(self, *_):
        if self.server:
            self.server.terminate()
            self.server.wait(10)
            self.server.stdout.close()
        if self.agent:
            # The first process of the room: with it go all others of the room, and its mounts.
            self.agent.stdin.close()
            try:
                self.agent.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.agent.pid, signal.SIGKILL)
                self.agent.wait(10)
            self.agent.stdout.close()
        for name in (self.netns, self.fabric):
            subprocess.run(["ip", "netns", "delete", name], check=False)

    def serve(self, world):
        """Starts the mirror, the metadata service and other masters, on the fabric's side."""
        path = self.folder / "outside" / "world.json"
        path.write_text(json.dumps(world))
        self.server = subprocess.Popen(
            ["nsenter", f"--net=/run/netns/{self.fabric}", "/usr/bin/python3", str(HERE / "world.py"), str(path)],
            stdout=subprocess.PIPE, text=True)
        if self.server.stdout.readline().strip() != "ready":
            raise RuntimeError("the world did not start")

    def change(self, **world):
        """The world goes on otherwise: it reads its file for each answer."""
        path = self.folder / "outside" / "world.json"
        values = json.loads(path.read_text()) | world
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(values))
        fresh.replace(path)
        # API servers listen, or stop, a moment later.
        time.sleep(0.3)

    def run(self, *command, check=True, timeout=240, env=None, text=None):
        request = {"command": command, "timeout": timeout, "env": env or {}, "input": text}
        self.agent.stdin.write(json.dumps(request) + "\n")
        self.agent.stdin.flush()
        line = self.agent.stdout.readline()
        if not line:
            raise RuntimeError(f"the room ended during {command}")
        answer = json.loads(line)
        result = subprocess.CompletedProcess(command, answer["status"], answer["output"])
        if check and result.returncode:
            raise AssertionError(f"{' '.join(command)} ended with {result.returncode}:\n{result.stdout}")
        return result

    def reboot(self):
        """Power off and on: every process and /run are gone; enabled units are still to be started (`start_units`)."""
        self.run("power-cycle")
        # What udev does at a boot.
        self.run("udevadm", "trigger")
        sh("nsenter", f"--net=/run/netns/{self.netns}", "nft", "flush", "ruleset")

    def start_units(self):
        return self.run("systemctl", "boot", check=False)

    # What tests look at.

    def exists(self, path):
        return self.run("test", "-e", path, check=False).returncode == 0

    def read(self, path):
        return self.run("cat", path).stdout

    def lines(self, path):
        return self.read(path).splitlines() if self.exists(path) else []

    def write(self, path, text, mode="0644"):
        self.run("install", "-D", "-m", mode, "/dev/stdin", path, text=text)

    def log(self):
        return self.lines("/var/lib/slipway/bootstrap.log")

    def results(self):
        """`(step, result, code)` of each line that says what became of a step."""
        found = []
        for line in self.log():
            words = dict(word.split("=", 1) for word in line.split()[1:] if "=" in word)
            if "step" in words and "result" in words:
                found.append((words["step"], words["result"], int(words["code"])))
        return found

    def records(self, program):
        return [json.loads(line) for line in self.lines(f"/var/log/room/{program}.jsonl")]


def sh(*command):
    subprocess.run(command, check=True, capture_output=True)


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
