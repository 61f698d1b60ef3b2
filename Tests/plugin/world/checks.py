"""What must hold after every fault, whatever it was. Each check raises AssertionError with everything that is wrong."""
import json

from . import kernel, netns, vm
from .node import ROUTE_PROTOCOL

GATEWAY = "169.254.1.1"
MOST_FILES, MOST_BYTES = 12, 4 << 20
EXHAUSTED = (11,)


def fail_if(problems):
    assert not problems, "; ".join(map(str, problems))


def one_document(answer):
    """stdout of a CNI call is one JSON document or nothing; after a kill it may be a part of one."""
    if answer.status is None or not answer.what.isupper():
        return
    try:
        document = answer.document
    except ValueError:
        raise AssertionError(f"stdout is not one JSON document: {answer}") from None
    if answer.status != 0 and not (isinstance(document, dict) and isinstance(document.get("code"), int)
                                   and isinstance(document.get("msg"), str)):
        raise AssertionError(f"no error object: {answer}")


def tidy(node, also=()):
    """The VM holds nothing but the bystander's and `also`'s links, routes and neighbours, and has lost none."""
    now = node.observer.view()
    names = {host_link(now, pod) for pod in also}
    extra = [line for line in now.without(node.calm) if not any(name and name in line for name in names)]
    fail_if([f"left behind: {line}" for line in extra] + [f"lost: {line}" for line in node.calm.without(now)])


def host_link(view, pod):
    """The name of the pod's host link, which carries the attachment's key as its alias."""
    for link in view.links.values():
        if pod.container in link.alias and pod.ifname in link.alias:
            return link.name
    return None


def empty_namespace(pod):
    """Nothing of the plugin is in the pod's namespace."""
    if not netns.exists(pod.namespace):
        return
    view = kernel.view(pod.namespace)
    fail_if([f"in the pod's namespace: {link}" for link in view.links if link != "lo"]
            + [f"in the pod's namespace: {route}" for route in view.routes])


def whole(node, pod, answer):
    """An ADD that succeeded gave the pod all that it needs."""
    assert answer.fine, answer
    address, now, inside = answer.address, node.observer.view(), kernel.view(pod.namespace)
    problems = []
    if address not in node.pool:
        problems.append(f"{address} is not an address of the NIC")
    hosts = [route.device for route in now.routes if route.destination == f"{address}/32"]
    if len(hosts) != 1:
        problems.append(f"{len(hosts)} host routes to {address}")
    for device in hosts:
        link = now.links.get(device)
        if not link or not link.up or link.mtu != vm.MTU:
            problems.append(f"host link {link}")
    link = inside.links.get(pod.ifname)
    if not link or not link.up or link.mtu != vm.MTU:
        problems.append(f"pod's link {link}")
    if (pod.ifname, address, 32) not in inside.addresses:
        problems.append(f"pod's addresses {sorted(inside.addresses)}")
    routes = {(route.destination, route.gateway) for route in inside.routes if route.device == pod.ifname}
    if not {(f"{GATEWAY}/32", ""), ("0.0.0.0/0", GATEWAY)} <= routes:
        problems.append(f"pod's routes {sorted(routes)}")
    macs = {mac for device, neighbour, mac in inside.neighbours if (device, neighbour) == (pod.ifname, GATEWAY)}
    if macs != {now.links[device].mac for device in hosts if device in now.links}:
        problems.append(f"pod's neighbour entry for its gateway {macs}")
    fail_if(problems)


def not_doubled(node, pods):
    """No address has two routes on the VM, or is configured in two namespaces."""
    routes = [route.destination for route in node.observer.view().routes if route.protocol == ROUTE_PROTOCOL]
    inside = [address for name in {pod.namespace for pod in pods if netns.exists(pod.namespace)}
              for _, address, length in kernel.view(name).addresses if length == 32]
    fail_if([f"{what} twice: {item}" for what, items in (("route", routes), ("address", inside))
             for item in sorted(set(items)) if items.count(item) > 1])


def drain(node, expected):
    """Attaches pods until the pool says that it is empty; gives the pods. There must be `expected` of them."""
    pods, given = [], {node.calm_result.address}
    while True:
        pod = node.pod()
        answer = node.plugin.add(pod)
        one_document(answer)
        if not answer.fine:
            break
        assert answer.address not in given, f"{answer.address} is held twice"
        given.add(answer.address)
        whole(node, pod, answer)
        pods.append(pod)
        assert len(pods) <= expected, f"{len(pods)} pods were attached, {expected} were to be had"
    empty_namespace(pod)
    node.done_with(pod)
    assert len(pods) == expected, f"{expected - len(pods)} addresses are lost: {len(pods)} pods of {expected}, then {answer}"
    assert answer.code in EXHAUSTED, f"an empty pool is not said to be one: {answer}"
    return pods


def release(node, pods, by_gc):
    """Detaches pods by GC or by DELs at the same time."""
    if by_gc:
        node.must(node.plugin.gc([node.bystander]))
    else:
        for call in [node.plugin.start("DEL", pod) for pod in pods]:
            node.must(call.finish())
    for pod in pods:
        empty_namespace(pod)
    node.done_with(*pods)


def listed(node):
    """The attachments that the plugin names, by container and interface."""
    answer = node.must(node.plugin.command("list", "--json"))
    return {(item["containerID"], item["ifname"]): item for item in answer.document if item["state"] != "removing"}


def bystander(node):
    """The pod that no fault was aimed at is as it was."""
    whole(node, node.bystander, node.calm_result)
    answer = node.plugin.cni("CHECK", node.bystander, prevResult=node.calm_result.document)
    assert answer.fine, f"the bystander: {answer}"


def only_bystander_listed(node):
    held = listed(node)
    key = (node.bystander.container, node.bystander.ifname)
    assert set(held) == {key}, f"list names {sorted(held)}, not only the bystander"
    assert held[key]["address"] == node.calm_result.address, f"list says {json.dumps(held[key])}"


def recovered(node, by_gc=True):
    """All is as before the fault: only the bystander holds anything, and every other address can be had."""
    tidy(node)
    bystander(node)
    pods = drain(node, len(node.pool) - 1)
    not_doubled(node, [node.bystander, *pods])
    release(node, pods, by_gc)
    tidy(node)
    only_bystander_listed(node)
    sizes = node.files()
    assert len(sizes) <= MOST_FILES and sum(sizes.values()) <= MOST_BYTES, f"files pile up: {sizes}"
