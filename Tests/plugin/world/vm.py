"""The VM and the fabric around it.

Two namespaces: `vm` has eth0 with the primary address alone, as on Azure; `vnet` is the fabric: it owns the gateway, the two
platform addresses, a machine of the same subnet and one of a peered network, and knows that every secondary address of the
NIC lies behind the VM.
"""
import ipaddress
import subprocess

from . import kernel, netns

MAC = "00:0d:3a:1f:2e:3d"
SUBNET = "10.240.0.0/16"
GATEWAY = "10.240.0.1"
PRIMARY = "10.240.0.4"
NEIGHBOUR = "10.240.0.5"
PEERED = "10.9.0.5"
IMDS = "169.254.169.254"
WIRESERVER = "168.63.129.16"
FIRST_SECONDARY = ipaddress.ip_address("10.240.0.16")
# A second NIC, in a subnet of its own, over which no default route leads.
SECOND_MAC = "00:0d:3a:1f:2e:3e"
SECOND_SUBNET = "10.241.0.0/16"
SECOND_GATEWAY = "10.241.0.1"
SECOND_PRIMARY = "10.241.0.4"
SECOND_SECONDARY = ipaddress.ip_address("10.241.0.16")
MTU = 1420  # not the default, so that a plugin which does not ask the NIC is found out


def secondaries(count, skip=0):
    return [str(FIRST_SECONDARY + skip + i) for i in range(count)]


def ip(name, lines):
    subprocess.run(["ip", "-n", name, "-batch", "-"], input="\n".join(lines) + "\n", text=True, check=True)


def sysctl(name, settings):
    def write():
        for key, value in settings.items():
            with open("/proc/sys/net/" + key, "w") as file:
                file.write(str(value))
    netns.inside(name, write)


def make_vnet(reachable):
    netns.create("vnet")
    ip("vnet", [f"addr add {address}/32 dev lo" for address in (GATEWAY, NEIGHBOUR, PEERED, IMDS, WIRESERVER)])
    sysctl("vnet", {"ipv4/ip_forward": 1})
    make_vm(reachable)


def make_vm(reachable):
    """The VM as it is after a boot; the fabric must be there."""
    netns.create("vm")
    ip("vnet", [f"link add fab0 type veth peer name eth0 address {MAC} mtu {MTU} netns /run/netns/vm",
                "link set fab0 up"])
    ip("vm", ["link set eth0 up", f"addr add {PRIMARY}/16 dev eth0", f"route add default via {GATEWAY} dev eth0"])
    sysctl("vm", {"ipv4/ip_forward": 1})
    # Azure's fabric delivers by ownership, without ARP for secondary addresses.
    ip("vnet", ["neigh replace %s lladdr %s dev fab0 nud permanent" % (PRIMARY, MAC), f"route add {PRIMARY}/32 dev fab0"]
       + [f"route add {address}/32 via {PRIMARY} dev fab0 onlink" for address in reachable])


def add_second_nic(reachable):
    """Gives the VM eth1. The fabric drops what comes by the wrong NIC, as Azure does."""
    ip("vnet", [f"addr add {SECOND_GATEWAY}/32 dev lo",
                f"link add fab1 type veth peer name eth1 address {SECOND_MAC} mtu {MTU} netns /run/netns/vm", "link set fab1 up"])
    ip("vm", ["link set eth1 up", f"addr add {SECOND_PRIMARY}/16 dev eth1"])
    ip("vnet", [f"neigh replace {SECOND_PRIMARY} lladdr {SECOND_MAC} dev fab1 nud permanent",
                f"route add {SECOND_PRIMARY}/32 dev fab1"]
       + [f"route add {address}/32 via {SECOND_PRIMARY} dev fab1 onlink" for address in reachable])
    sysctl("vnet", {f"ipv4/conf/{name}/rp_filter": 1 for name in ("fab0", "fab1")})
    sysctl("vm", {f"ipv4/conf/{name}/rp_filter": 0 for name in ("all", "eth0", "eth1")})


def remove_second_nic():
    ip("vnet", ["link del fab1", f"addr del {SECOND_GATEWAY}/32 dev lo"])
    sysctl("vnet", {"ipv4/conf/fab0/rp_filter": 0})


def down():
    """The VM goes; whatever held its namespace must have ended."""
    subprocess.run(["ip", "-n", "vnet", "link", "del", "fab0"], check=False, capture_output=True)
    netns.delete("vm")


class Observer:
    """Looks into the VM's namespace by one socket that it keeps."""

    def __init__(self):
        self.socket = netns.inside("vm", kernel.open_socket)

    def view(self):
        return kernel.read(self.socket)

    def close(self):
        self.socket.close()
