"""Network namespaces and the links between them, all inside one private mount and network namespace."""
import ctypes
import ipaddress
import json
import os
import subprocess
import sys

LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x40000000
MARK = "SLIPWAY_PACKETS_SANDBOX"


def sandbox():
    """Runs this program again where nothing that it makes outlives it."""
    if os.environ.get(MARK) == "1":
        subprocess.run(["mount", "-t", "tmpfs", "none", "/run"], check=True)
        os.makedirs("/run/netns")
        # What ip netns mounts there later is seen in the roots of machines, too.
        subprocess.run(["mount", "--make-shared", "/run"], check=True)
        return
    os.environ[MARK] = "1"
    os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", "--net", "--pid", "--fork", "--kill-child",
                          "--mount-proc", sys.executable, *sys.argv])


def run(*command, text=None):
    done = subprocess.run([str(part) for part in command], input=text, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: {done.stderr.strip()}\n{text or ''}")
    return done.stdout


class Space:
    """A namespace; what is to be done in it is gathered and done at once."""

    def __init__(self, name):
        self.name, self.commands, self.rules, self.sysctls = name, [], [], {}
        run("ip", "netns", "add", name)
        self.ip("link set lo up")
        self.sysctl("net.ipv4.ip_forward", 1)
        for which in ("all", "default"):
            self.sysctl(f"net.ipv4.conf.{which}.rp_filter", 0)
            self.sysctl(f"net.ipv4.conf.{which}.send_redirects", 0)
            self.sysctl(f"net.ipv4.conf.{which}.accept_redirects", 0)
            self.sysctl(f"net.ipv4.conf.{which}.accept_local", 1)
        self.set_sysctls()

    def ip(self, command):
        self.commands.append(command)

    def sysctl(self, key, value):
        self.sysctls[key] = value

    def address(self, address):
        self.ip(f"address add {address}/32 dev lo")

    def route(self, prefix, hop, table="main"):
        """By a link to another space, which is named by its own end."""
        self.ip(f"route replace {prefix} via {hop.there} dev {hop.device} onlink table {table}")

    def nft(self, *lines):
        self.rules += lines

    def elements(self, table, name):
        """The elements of a set of concatenations, each as a tuple of texts."""
        answer = json.loads(run("ip", "netns", "exec", self.name, "nft", "--json", "list", "set", "ip", table, name))
        listed = next(part["set"] for part in answer["nftables"] if "set" in part).get("elem", [])
        values = [item["elem"]["val"] if "elem" in item else item for item in listed]
        return {tuple(map(str, value["concat"])) for value in values}

    def set_sysctls(self):
        if self.sysctls:
            with inside(self.name):
                for key, value in self.sysctls.items():
                    with open("/proc/sys/" + key.replace(".", "/"), "w") as file:
                        file.write(str(value))
        self.sysctls = {}

    def settle(self):
        """Does what was gathered."""
        run("ip", "-n", self.name, "-batch", "-", text="\n".join(self.commands) + "\n")
        self.commands = []
        self.set_sysctls()
        if self.rules:
            run("ip", "netns", "exec", self.name, "nft", "-f", "-", text="\n".join(self.rules) + "\n")
        self.rules = []


class inside:
    """In the namespace of that name, for this thread."""

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        enter_space(self.name)

    def __exit__(self, *_):
        enter(self.home)
        os.close(self.home)


def enter_space(name):
    target = os.open(f"/run/netns/{name}", os.O_RDONLY)
    enter(target)
    os.close(target)


def enter(descriptor):
    if LIBC.setns(descriptor, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")


class End:
    """One end of a link: the device here, and the address of the other end."""

    def __init__(self, device, here, there):
        self.device, self.here, self.there = device, here, there


class Links:
    """Point-to-point links with addresses that nothing else has."""

    def __init__(self):
        self.pairs = ipaddress.ip_network("198.18.0.0/16").subnets(new_prefix=31)
        self.count = 0

    def join(self, first, second):
        low, high = next(self.pairs)
        self.count += 1
        here, there = f"l{self.count}a", f"l{self.count}b"
        run("ip", "link", "add", here, "netns", first.name, "type", "veth", "peer", "name", there, "netns", second.name)
        for space, device, address in ((first, here, low), (second, there, high)):
            space.ip(f"address add {address}/31 dev {device}")
            space.ip(f"link set {device} up")
        return End(here, low, high), End(there, high, low)
