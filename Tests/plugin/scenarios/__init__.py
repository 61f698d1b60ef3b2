"""What the plugin does on a whole VM without any fault: one module a concern, each a unittest module over `node()`."""
import functools
import json
import os
import socket
import threading

from world import checks, netns, sandbox, vm
from world.node import Node
from world.plugin import Plugin


@functools.cache
def node():
    """The one VM of this run."""
    return Node(Plugin(os.environ["PLUGIN"]))


def settings(name, **keys):
    """Writes a settings file and gives what makes a CNI call, and a command, use it and a state of its own."""
    path = f"{sandbox.SCRATCH}/{name}.json"
    with open(path + ".new", "w") as file:
        json.dump({"poolFile": f"{sandbox.SCRATCH}/{name}.pool", **keys}, file)
    os.replace(path + ".new", path)
    folder = f"{sandbox.SCRATCH}/{name}.state"
    return {"settings": path, "stateDirectory": folder}, ["--settings", path, "--state-directory", folder]


class Mirror:
    """A service in the fabric that tells each caller the address from which it came."""

    def __init__(self, port=9000):
        self.port = port
        self.listener = netns.inside("vnet", lambda: socket.create_server(("0.0.0.0", port)))
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, (address, _) = self.listener.accept()
            except OSError:
                return  # closed
            with connection:
                connection.sendall(address.encode())

    def seen_from(self, pod, target):
        """The pod's address as `target` sees it. The time is a bound for a packet that is lost, not an expectation."""
        def ask():
            with socket.create_connection((target, self.port), timeout=20) as connection:
                return connection.recv(64).decode()
        return netns.inside(pod.namespace, ask)

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


def lose(pod):
    """What the end of a namespace does to the pod's pair, without waiting for the kernel, which ends namespaces when it likes."""
    vm.ip("vm", [f"link del {checks.host_link(node().observer.view(), pod)}"])


def routes(view, **wanted):
    return [route for route in view.routes if all(getattr(route, key) == value for key, value in wanted.items())]


__all__ = ["Mirror", "lose", "node", "routes", "settings", "vm"]
