"""What the kernel holds in a namespace, read by netlink: links, addresses, routes, neighbours, rules."""
import dataclasses
import socket
import struct

from . import netns

RTM_GETLINK, RTM_GETADDR, RTM_GETROUTE, RTM_GETNEIGH, RTM_GETRULE = 18, 22, 26, 30, 34
NLMSG_ERROR, NLMSG_DONE = 2, 3
NLM_F_REQUEST, NLM_F_DUMP = 1, 0x300
NUD_PERMANENT = 0x80
TABLE_LOCAL = 255


@dataclasses.dataclass(frozen=True, order=True)
class Link:
    index: int
    name: str
    mac: str
    mtu: int
    up: bool
    alias: str


@dataclasses.dataclass(frozen=True, order=True)
class Route:
    destination: str
    device: str
    gateway: str
    table: int
    protocol: int


@dataclasses.dataclass(frozen=True)
class View:
    """One namespace at one moment."""
    links: dict  # by name
    addresses: frozenset  # (device, address, prefix length)
    routes: frozenset
    neighbours: frozenset  # permanent ones: (device, address, MAC)
    rules: frozenset

    def without(self, other):
        """What is here and not in `other`, as lines; empty when nothing is."""
        lines = [f"link {name}" for name in sorted(set(self.links) - set(other.links))]
        for kind in ("addresses", "routes", "neighbours", "rules"):
            lines += [f"{kind}: {item}" for item in sorted(getattr(self, kind) - getattr(other, kind), key=str)]
        return lines


def attributes(data):
    found, at = {}, 0
    while at + 4 <= len(data):
        length, kind = struct.unpack_from("=HH", data, at)
        if length < 4:
            break
        found[kind & 0x3FFF] = data[at + 4:at + length]
        at += (length + 3) & ~3
    return found


def dump(connection, kind, family):
    """Bodies of the answers to a dump request."""
    connection.send(struct.pack("=IHHII", 32, kind, NLM_F_REQUEST | NLM_F_DUMP, 1, 0) + bytes([family]) + bytes(15))
    bodies = []
    while True:
        data, at = connection.recv(1 << 18), 0
        while at < len(data):
            length, answer = struct.unpack_from("=IH", data, at)
            if answer == NLMSG_DONE:
                return bodies
            if answer == NLMSG_ERROR:
                raise OSError(-struct.unpack_from("=i", data, at + 16)[0], "netlink dump")
            bodies.append(data[at + 16:at + length])
            at += (length + 3) & ~3


def text(data):
    return data.rstrip(b"\0").decode()


def mac(data):
    return ":".join(f"{byte:02x}" for byte in data)


def number(data):
    return struct.unpack("=I", data)[0]


def read_links(connection):
    links = {}
    for body in dump(connection, RTM_GETLINK, 0):
        index, flags = struct.unpack_from("=iI", body, 4)
        found = attributes(body[16:])
        name = text(found[3])
        links[name] = Link(index, name, mac(found.get(1, b"")), number(found[4]), bool(flags & 1), text(found.get(20, b"")))
    return links


def read(connection):
    """The view of the namespace in which the socket was made."""
    links = read_links(connection)
    names = {link.index: link.name for link in links.values()}
    addresses, routes, neighbours = set(), set(), set()
    for body in dump(connection, RTM_GETADDR, socket.AF_INET):
        found = attributes(body[8:])
        address = socket.inet_ntoa(found.get(2, found.get(1)))
        addresses.add((names.get(struct.unpack_from("=I", body, 4)[0], "?"), address, body[1]))
    for body in dump(connection, RTM_GETROUTE, socket.AF_INET):
        found = attributes(body[12:])
        table = number(found[15]) if 15 in found else body[4]
        if table == TABLE_LOCAL:
            continue
        destination = socket.inet_ntoa(found[1]) if 1 in found else "0.0.0.0"
        device = names.get(number(found[4]), "?") if 4 in found else ""
        gateway = socket.inet_ntoa(found[5]) if 5 in found else ""
        routes.add(Route(f"{destination}/{body[1]}", device, gateway, table, body[5]))
    for body in dump(connection, RTM_GETNEIGH, socket.AF_INET):
        found = attributes(body[12:])
        index, state = struct.unpack_from("=iH", body, 4)
        if state & NUD_PERMANENT and names.get(index) != "lo":
            neighbours.add((names.get(index, "?"), socket.inet_ntoa(found[1]), mac(found.get(2, b""))))
    rules = frozenset(bytes(body) for body in dump(connection, RTM_GETRULE, socket.AF_INET))
    return View(links, frozenset(addresses), frozenset(routes), frozenset(neighbours), rules)


def open_socket():
    return socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, 0)


def view(name):
    """The view of a namespace by its name."""
    connection = netns.inside(name, open_socket)
    with connection:
        return read(connection)
