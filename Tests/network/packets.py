"""Sends packets through namespaces that are built from generated files, one pair of ends after the other, and compares what
happens with what `slipway reachability` says."""
import argparse
import ipaddress
import json
import pathlib
import re
import selectors
import subprocess
import sys
import tempfile

import yaml

import azure
import fabric as fabrics
import spaces
from harms import HARMS
from metadata import Sources
from nodes import Node
from probes import Question, Servers, ask_all
from world import World

ADDRESS = re.compile(r"(?<![\d.])\d+\.\d+\.\d+\.\d+(?![\d./])")
STATEMENT = re.compile(r"(\S+) -> (\S+?):(\d+(?:/tcp|/udp)?) ")


class Cluster:
    """The fabric with its machines and pods, and where each end of the matrix is."""

    def __init__(self, folder, plugin, down=()):
        self.network = azure.Network(folder, World(folder), down)
        self.fabric = fabrics.Fabric(self.network)
        self.ends = {}
        self.nodes = [Node(self.fabric, machine, number, folder, plugin)
                      for number, machine in enumerate(self.network.machines)]
        self.fabric.settle()
        self.senders = {}
        with Sources(self.fabric.host, self.network.machines):
            for node in self.nodes:
                node.start()
            for group in sorted({machine.group for machine in self.network.machines}):
                self.add_group(group, [node for node in self.nodes if node.machine.group == group])
        self.add_others()
        self.add_named_addresses()
        self.fabric.settle()

    def add_group(self, group, nodes):
        """The pod stands on the last machine that is no load balancer's choice, the machine is the first: they meet by the
        fabric. Every machine attaches a pod, so that no address is given twice without showing."""
        first, other = nodes[0], nodes[1]
        self.add(f"node:{group}", first.space, first.machine.primary)
        for node in nodes:
            space, address = self.attach(node, f"pod:{group}")
            if address not in node.machine.pods:
                raise RuntimeError(f"{node.machine.name}: the plugin gave {address}, which is no address for ordinary pods")
            if node is other:
                self.add(f"pod:{group}", space, address)
                self.senders[f"pod:{group}"] = node.machine.primary
        for node in nodes:
            for name, (private, public) in node.machine.named.items():
                space, address = self.attach(node, f"public:{name}", annotation=name)
                self.add(f"public:{name}", space, address, public)
                self.senders[f"public:{name}"] = node.machine.primary

    @staticmethod
    def attach(node, name, annotation=None):
        space, address = node.add_pod(name, annotation)
        return space, ipaddress.ip_address(address)

    def add_named_addresses(self):
        """Addresses that the model's statements name, at the sites and peers that have them."""
        for text in sorted({word for statement in self.network.world.statements for word in ADDRESS.findall(statement)}):
            address = ipaddress.ip_address(text)
            for ranges, space in [(ranges, self.fabric.sites[name]) for name, ranges in self.network.world.sites.items()] + [
                    (peer.space, self.fabric.peers[name]) for name, peer in self.network.world.peers.items()]:
                if any(address in prefix for prefix in ranges) and text not in self.ends:
                    if str(address) not in map(str, self.fabric.addresses.values()):
                        space.address(address)
                    self.add(text, space, address)

    def add(self, name, space, address, public=None):
        self.ends[name] = (space, address, public)

    def add_others(self):
        fabric, network = self.fabric, self.network
        for kind, spaces_of in (("peer", fabric.peers), ("site", fabric.sites), ("endpoint", fabric.services)):
            for name, space in spaces_of.items():
                self.add(f"{kind}:{name}", space, fabric.addresses[kind, name])
        for (peer, name), space in fabric.behind.items():
            self.add(f"behind:{peer}/{name}", space, fabric.addresses["behind", f"{peer}/{name}"])
        for number, name in enumerate(network.private):
            self.add(f"private:{name}", fabric.spaces[f"private{number}"], network.private[name])
        for address, _, pool in network.frontends:
            chosen = next(node for node in self.nodes if node.machine.primary == fabric.chosen(pool))
            is_public = address in azure.ipaddress.ip_network(fabrics.PUBLIC)
            self.add("api:public" if is_public else "api", chosen.space, address)
        self.add("internet", fabric.internet, fabrics.INTERNET)
        self.add("platform", fabric.host, azure.PLATFORM)
        self.add("metadata", fabric.host, azure.METADATA)

    def target(self, name, sender):
        """Where `sender` asks: from the internet, and for nobody else, a pod's public address."""
        space, address, public = self.ends[name]
        return space, public if public and sender == "internet" else address

    def expected(self, pair):
        """The address that the far end must see."""
        _, own, _ = self.ends[pair["from"]]
        node = self.senders.get(pair["from"], own)
        kinds = {"preserved": lambda: own, "node": lambda: node,
                 "natGateway": lambda: self.fabric.public_address(node), "outboundRule": lambda: self.fabric.public_address(node),
                 "publicAddress": lambda: self.fabric.public_address(own),
                 "appliance": lambda: next(iter(self.fabric.addresses[key] for key in self.fabric.addresses
                                                if key[0] == "appliance"))}
        return str(kinds[pair["source"]]())

    def try_all(self, pairs):
        """Asks every pair; gives the disagreements."""
        servers = Servers(selectors.DefaultSelector())
        questions = []
        for pair in pairs:
            space, address = self.target(pair["to"], pair["from"])
            servers.serve(space, pair["port"], pair["protocol"])
            sender, own, _ = self.ends[pair["from"]]
            questions.append(Question(pair, sender, own, (str(address), pair["port"]), pair["protocol"]))
        ask_all(questions, servers)
        flows = self.fabric.flows()
        return [text for question in questions if (text := self.disagreement(question, flows))]

    def disagreement(self, question, flows):
        pair = question.pair
        said = f"{pair['from']} -> {pair['to']} {pair['port']}/{pair['protocol']}"
        if pair["verdict"] == "denied":
            return question.seen and f"{said}: trace says denied ({pair['reason']}), but packets arrive from {question.seen}"
        wanted = self.expected(pair)
        if question.seen is None:
            return f"{said}: trace says allowed via {pair['via']}, but nothing comes back"
        if question.seen != wanted:
            return f"{said}: the far end saw {question.seen}, trace says {pair['source']} ({wanted})"
        passed = {way for way, seen in flows.items() if self.has_passed(question, seen)}
        if passed != set(pair["via"]) & set(flows):
            return f"{said}: trace says via {pair['via']}, packets pass {sorted(passed)}"
        return None

    def has_passed(self, question, flows):
        """Whether the flow is among those that a gateway or appliance has seen, with any address that its sender can have
        there."""
        target, port = question.target
        sources = {str(self.ends[question.pair["from"]][1]), question.seen, str(self.senders.get(question.pair["from"]))}
        return any((source, target, question.transport, str(port)) in flows for source in sources)


def asked(slipway, model, known, down):
    """The pairs of the matrix by both transports, and those of the model's own statements that name a port."""
    pairs, broken = [], [word for kind in down for word in ("--down", kind)]
    for transport in ("tcp", "udp"):
        done = subprocess.run([slipway, "reachability", model, "--format", "json", "--protocol", transport, *broken],
                              check=True, capture_output=True, text=True)
        pairs += json.loads(done.stdout)
    for statement in yaml.safe_load(model.read_text())["properties"]["networkProfile"].get("expect", []):
        match = STATEMENT.match(statement)
        if match and match[1] in known and match[2] in known:
            done = subprocess.run([slipway, "trace", model, "--from", match[1], "--to", match[2], "--port", match[3],
                                   "--format", "json", *broken], capture_output=True, text=True)
            trace = json.loads(done.stdout)
            pairs.append({**trace, "reason": trace["hops"][-1]["text"]})
    return pairs


def compare(slipway, plugin, example, down=(), harm=None):
    """The disagreements of an example, and how many pairs were tried and allowed."""
    model = next(example.glob("cluster.*"))
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch, "folder")
        subprocess.run([slipway, "generate", model, "--no-plugin", "-o", folder], check=True, capture_output=True)
        if harm and harm.files:
            for path in [folder / "azuredeploy.json", *folder.glob("network/route-tables.json")]:
                path.write_text(harm.files(path.read_text()))
        cluster = Cluster(folder, plugin, down)
        if harm and harm.machines:
            for node in cluster.nodes:
                harm.machines(node)
        pairs = asked(slipway, model, cluster.ends, down)
        unknown = [pair for pair in pairs if pair["verdict"] == "unknown"]
        if unknown:
            sys.exit(f"{example.name}: an example must say enough to be tried: {unknown[0]}")
        wrong = cluster.try_all(pairs)
    return wrong, len(pairs), sum(pair["verdict"] == "allowed" for pair in pairs)


def main(arguments):
    spaces.sandbox()
    example = arguments.example
    if arguments.harm:
        harm = HARMS[arguments.harm]
        wrong, *_ = compare(arguments.slipway, arguments.plugin, example, harm=harm)
        found = any(harm.pair in line for line in wrong)
        print(f"{example.name}: with {arguments.harm} changed, packets "
              f"{'disagree' if found else 'do not show it at ' + harm.pair}")
        sys.exit(0 if found else 1)
    wrong, tried, allowed = compare(arguments.slipway, arguments.plugin, example, arguments.down)
    name = example.name + "".join(f" with {kind} down" for kind in arguments.down)
    for line in wrong:
        print(f"{name}: {line}")
    print(f"{name}: {tried} pairs, {allowed} of them allowed, {len(wrong)} disagreements")
    sys.exit(1 if wrong else 0)


def parsed():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slipway", type=pathlib.Path)
    parser.add_argument("plugin", type=pathlib.Path)
    parser.add_argument("example", type=pathlib.Path)
    parser.add_argument("--down", action="append", default=[], help="a kind of connection that is broken, for both sides")
    parser.add_argument("--harm", help="what is broken on purpose; packets must then disagree")
    return parser.parse_args()


if __name__ == "__main__":
    if sys.argv[1:] == ["--harms"]:
        print("\n".join(f"{HARMS[name].example}\t{name}" for name in HARMS))
    else:
        main(parsed())
