"""What must hold while pods run, and after them."""
import concurrent.futures
import json
import os
import socket
import subprocess
import threading

from world import kernel, netns, vm

from .kubelet import READY
from .runtime import namespaces, protos

MIRROR = 8081


def sh(*words):
    answer = subprocess.run(words, capture_output=True, text=True)
    assert answer.returncode == 0, f"{' '.join(words)}: {answer.stderr.strip()}"
    return answer.stdout


def view():
    return kernel.view("vm")


def ready(daemon):
    conditions = daemon.conditions()
    assert conditions == {"RuntimeReady": True, "NetworkReady": True}, conditions


def refusals(kubelet):
    """No call failed for another reason than the runtime's death."""
    assert not kubelet.refused, "the runtime refused: " + "; ".join(kubelet.refused[:5])


def held(plugin):
    answer = plugin.command("list", "--json")
    assert answer.fine, answer
    return {item["containerID"]: item for item in answer.document}


def orphans(kubelet, plugin):
    """containerd 1.6 forgets a sandbox whose making it did not survive, with its namespace. Nobody will call DEL for such a
    one; once its namespace is removed, a refresh must take its address back."""
    known = set()
    for sandbox in kubelet.sandboxes():
        status = kubelet.call("PodSandboxStatus", protos.PodSandboxStatusRequest(pod_sandbox_id=sandbox.id, verbose=True))
        for space in json.loads(status.info["info"])["runtimeSpec"]["linux"]["namespaces"]:
            if space["type"] == "network":
                known.add(space["path"].rpartition("/")[2])
    forgotten = namespaces() - known
    for name in forgotten:
        # Killed between making the file and mounting the namespace on it, containerd leaves the file alone.
        subprocess.run(["umount", "--lazy", netns.path(name)], check=False, capture_output=True)
        os.unlink(netns.path(name))
    answer = plugin.command("refresh")
    assert answer.fine, answer
    print(f"{len(forgotten)} namespaces had been forgotten by containerd")


def addresses(kubelet, plugin, pods):
    """Each pod has an address of its own, of the NIC; the plugin names exactly these pods."""
    sandboxes = {sandbox.id: sandbox for sandbox in kubelet.sandboxes()}
    assert all(sandbox.state == READY for sandbox in sandboxes.values()), sandboxes
    assert set(sandboxes) == {pod.sandbox for pod in pods}
    given = [pod.address for pod in pods]
    assert len(set(given)) == len(pods) and set(given) <= set(vm.secondaries(1000)), sorted(given)
    expected = {pod.sandbox: (pod.address, "attached", pod.name) for pod in pods}
    said = {key: (item["address"], item["state"], item["podName"]) for key, item in held(plugin).items()}
    assert said == expected, f"the plugin says {said}, not {expected}"


def mirror():
    """A server on a machine outside that answers with the address of who asks."""
    server = netns.inside("vnet", lambda: socket.create_server((vm.NEIGHBOUR, MIRROR), backlog=64))

    def serve():
        while True:
            connection, (address, _) = server.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(f"HTTP/1.0 200 OK\r\n\r\n{address}".encode())
    threading.Thread(target=serve, daemon=True).start()


def reach(kubelet, pods):
    """Pod to pod, pod to machines outside, and outside to pod: each with the pod's own address."""
    mirror()

    def from_pod(index):
        pod, other = pods[index], pods[(index + 1) % len(pods)]
        for target in (other.address, vm.NEIGHBOUR, vm.PEERED):
            status, text = kubelet.execute(pod, "ping", "-c", "1", "-W", "5", target)
            assert status == 0, f"{pod.name} ({pod.address}) does not reach {target}: {text}"
        status, text = kubelet.execute(pod, "wget", "-q", "-O", "-", f"http://{other.address}:8080/")
        assert (status, text.strip()) == (0, other.name), f"{pod.name} asked {other.name}: {text}"
        status, text = kubelet.execute(pod, "wget", "-q", "-O", "-", f"http://{vm.NEIGHBOUR}:{MIRROR}/")
        assert (status, text.strip()) == (0, pod.address), f"{pod.name} ({pod.address}) is seen outside as {text}"

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        list(pool.map(from_pod, range(len(pods))))
    for pod in pods:
        assert fetch("vnet", pod.address, 8080, vm.NEIGHBOUR) == pod.name
        assert fetch("vm", pod.address, 8080) == pod.name


def fetch(namespace, address, port, source=None):
    """Body of the page that a pod serves, asked from a namespace."""
    def ask():
        with socket.create_connection((address, port), timeout=10, source_address=source and (source, 0)) as connection:
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            data = b"".join(iter(lambda: connection.recv(4096), b""))
        return data.partition(b"\r\n\r\n")[2].decode().strip()
    return netns.inside(namespace, ask)


def ports(pods):
    """The chained portmap leads a port of the node to the pod."""
    mapped = [pod for pod in pods if pod.host_port]
    for pod in mapped:
        assert fetch("vnet", vm.PRIMARY, pod.host_port, vm.NEIGHBOUR) == pod.name
    print(f"{len(mapped)} ports of the node lead to their pods")


def nothing_left(plugin, bare, size):
    """All pods are gone: no record, link, route, neighbour, namespace or translation is left, and the pool is whole."""
    assert held(plugin) == {}, held(plugin)
    left = view().without(bare)
    assert not left, left
    assert not namespaces(), namespaces()
    rules = sh("iptables-save", "-t", "nat")
    assert "CNI-DN-" not in rules and "dport 30" not in rules, rules
    status = plugin.command("status", "--json").document
    assert (status["held"], status["free"]) == (0, size), status
