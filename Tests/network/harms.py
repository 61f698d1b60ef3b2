"""What is broken on purpose, so that packets and trace must disagree: a proof that cannot fail proves nothing."""
import dataclasses
import typing

from spaces import run


@dataclasses.dataclass
class Harm:
    """A change of generated files or of machines after their pods are attached, and a pair that must then disagree."""
    example: str
    pair: str
    files: typing.Callable | None = None
    machines: typing.Callable | None = None


def replaced(old, new):
    return lambda text: text.replace(old, new)


def small_frames(node):
    """As if the plugin had given pods another MTU than the machine's."""
    for space, *_ in node.pods.values():
        run("ip", "-n", space.name, "link", "set", "eth0", "mtu", "1400")


def no_route(node):
    """As if the plugin had forgotten the machine's route to its pods."""
    for _, address, _ in node.pods.values():
        run("ip", "-n", node.space.name, "route", "delete", f"{address}/32")


def no_gateway(node):
    """As if the plugin had forgotten the pods' default route."""
    for space, *_ in node.pods.values():
        run("ip", "-n", space.name, "route", "delete", "default")


def no_table(node):
    """As if nobody had loaded the table of source addresses."""
    node.must(["nft", "delete", "table", "ip", "slipway_snat"])


HYBRID, PODS = "examples/network-hybrid", "examples/network-pod-addresses"

HARMS = {
    "a rule's access": Harm("examples/network-rules", "pod:agents -> pod:batch",
                            replaced('"access": "Deny"', '"access": "Allow"')),
    "the appliance's route": Harm("examples/network-appliance", "pod:agents -> internet",
                                  replaced('"addressPrefix": "0.0.0.0/0"', '"addressPrefix": "11.0.0.0/8"')),
    "forwarded traffic": Harm(HYBRID, "behind:hub/spoke -> pod:agents",
                              replaced('"allowForwardedTraffic": true', '"allowForwardedTraffic": false')),
    "the service endpoint": Harm("examples/network-service-endpoints", "pod:agents -> endpoint:Storage",
                                 replaced('"Microsoft.Storage"', '"Microsoft.Web"')),
    "the NAT gateway": Harm(PODS, "pod:agents -> internet", replaced('"natGateway"', '"noGateway"')),
    "the circuit's kind": Harm(HYBRID, "pod:agents -> site:geneva",
                               replaced('"connectionType": "ExpressRoute"', '"connectionType": "ExpressRouteX"')),
    "the tunnel's ranges": Harm(HYBRID, "pod:agents -> site:zurich", replaced('"192.168.0.0/16"', '"192.168.0.0/29"')),
    "the pods' MTU": Harm(PODS, "pod:agents -> pod:batch 8080/udp", machines=small_frames),
    "the machines' routes to pods": Harm(PODS, "node:batch -> pod:agents", machines=no_route),
    "the pods' default route": Harm(PODS, "pod:agents -> node:batch", machines=no_gateway),
    "the table of source addresses": Harm("examples/network-internet", "pod:agents -> internet", machines=no_table),
}
