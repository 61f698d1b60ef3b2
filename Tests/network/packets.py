"""Sends packets through namespaces that are built from generated files, one pair of ends after the other, and compares what
happens with what `slipway reachability` says."""
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
from nodes import Node
from probes import Question, Servers, ask_all
from world import World

STATEMENT = re.compile(r"(\S+) -> (\S+?):(\d+(?:/tcp|/udp)?) ")


class Cluster:
    """The fabric with its machines and pods, and where each end of the matrix is."""

    def __init__(self, folder):
        self.network = azure.Network(folder, World(folder))
        self.fabric = fabrics.Fabric(self.network)
        self.ends = {}
        self.nodes = [Node(self.fabric, machine, number, folder) for number, machine in enumerate(self.network.machines)]
        self.senders = {}
        for group in {machine.group for machine in self.network.machines}:
            self.add_group(group, [node for node in self.nodes if node.machine.group == group])
        self.add_others()
        self.fabric.settle()

    def add_group(self, group, nodes):
        """The pod stands on the last machine that is no load balancer's choice, the machine is the first: they meet by the
        fabric."""
        first, other = nodes[0], nodes[1]
        self.add(f"node:{group}", first.space, first.machine.primary)
        address = other.machine.pods[0]
        self.add(f"pod:{group}", other.add_pod("pod", address), address)
        self.senders[f"pod:{group}"] = other.machine.primary
        for node in nodes:
            for name, (private, public) in node.machine.named.items():
                self.add(f"public:{name}", node.add_pod(name, private), private, public)
                self.senders[f"public:{name}"] = node.machine.primary

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
        return [text for question in questions if (text := self.disagreement(question))]

    def disagreement(self, question):
        pair = question.pair
        said = f"{pair['from']} -> {pair['to']} {pair['port']}/{pair['protocol']}"
        if pair["verdict"] == "denied":
            return question.seen and f"{said}: trace says denied ({pair['reason']}), but packets arrive from {question.seen}"
        wanted = self.expected(pair)
        if question.seen is None:
            return f"{said}: trace says allowed via {pair['via']}, but nothing comes back"
        return question.seen != wanted and f"{said}: the far end saw {question.seen}, trace says {pair['source']} ({wanted})"


def asked(slipway, model, known):
    """The pairs of the matrix by both transports, and those of the model's own statements that name a port."""
    pairs = []
    for transport in ("tcp", "udp"):
        done = subprocess.run([slipway, "reachability", model, "--format", "json", "--protocol", transport], check=True,
                              capture_output=True, text=True)
        pairs += json.loads(done.stdout)
    for statement in yaml.safe_load(model.read_text())["properties"]["networkProfile"].get("expect", []):
        match = STATEMENT.match(statement)
        if match and match[1] in known and match[2] in known:
            done = subprocess.run([slipway, "trace", model, "--from", match[1], "--to", match[2], "--port", match[3],
                                   "--format", "json"], capture_output=True, text=True)
            trace = json.loads(done.stdout)
            pairs.append({**trace, "reason": trace["hops"][-1]["text"]})
    return pairs


def tampered(folder, change):
    """Breaks the generated files on purpose, so that packets and trace must disagree."""
    if change is None:
        return
    for name in ("azuredeploy.json", "network/route-tables.json"):
        path = folder / name
        if path.exists():
            path.write_text(change(path.read_text()))


def compare(slipway, example, change=None):
    """The disagreements of an example, and how many pairs were tried and allowed."""
    model = next(example.glob("cluster.*"))
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch, "folder")
        subprocess.run([slipway, "generate", model, "--no-plugin", "-o", folder], check=True, capture_output=True)
        tampered(folder, change)
        cluster = Cluster(folder)
        pairs = asked(slipway, model, cluster.ends)
        unknown = [pair for pair in pairs if pair["verdict"] == "unknown"]
        if unknown:
            sys.exit(f"{example.name}: an example must say enough to be tried: {unknown[0]}")
        wrong = cluster.try_all(pairs)
    return wrong, len(pairs), sum(pair["verdict"] == "allowed" for pair in pairs)


# What is changed in the generated files of an example, and a pair that must then disagree.
HARM = {
    "a rule's access": ("network-rules", lambda t: t.replace('"access": "Deny"', '"access": "Allow"'),
                        "pod:agents -> pod:batch"),
    "the appliance's route": ("network-appliance", lambda t: t.replace('"addressPrefix": "0.0.0.0/0"',
                                                                      '"addressPrefix": "11.0.0.0/8"'),
                              "pod:agents -> internet"),
    "forwarded traffic": ("network-hybrid", lambda t: t.replace('"allowForwardedTraffic": true',
                                                               '"allowForwardedTraffic": false'),
                          "behind:hub/spoke -> pod:agents"),
    "the service endpoint": ("network-service-endpoints", lambda t: t.replace('"Microsoft.Storage"', '"Microsoft.Web"'),
                             "pod:agents -> endpoint:Storage"),
    "the NAT gateway": ("network-pod-addresses", lambda t: t.replace('"natGateway"', '"noGateway"'),
                        "pod:agents -> internet"),
}


def main(slipway, example, harm=None):
    spaces.sandbox()
    example = pathlib.Path(example)
    if harm:
        _, change, pair = HARM[harm]
        wrong, *_ = compare(slipway, example, change)
        found = any(pair in line for line in wrong)
        print(f"{example.name}: with {harm} changed, packets {'disagree' if found else 'do not show it at ' + pair}")
        sys.exit(0 if found else 1)
    wrong, tried, allowed = compare(slipway, example)
    for line in wrong:
        print(f"{example.name}: {line}")
    print(f"{example.name}: {tried} pairs, {allowed} of them allowed, {len(wrong)} disagreements")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    if sys.argv[1:] == ["--harm"]:
        print("\n".join(f"examples/{HARM[name][0]}/\t{name}" for name in HARM))
    else:
        main(*sys.argv[1:])
