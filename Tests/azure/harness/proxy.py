"""A proxy for https: passes CONNECT on, and remembers where to."""
import contextlib
import socket
import threading


class Proxy:
    """Listens on loopback until closed. `targets` are the hosts that it was asked to connect to; `routes` lead names to ports
    of loopback."""

    def __init__(self, refuse=False, routes=None):
        self.targets, self.refuse, self.routes = [], refuse, routes or {}
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        with contextlib.suppress(OSError, ValueError), client:
            head = b""
            while b"\r\n\r\n" not in head and len(head) < 65536:
                head += client.recv(4096)
            method, target, _ = head.split(b"\r\n")[0].decode().split(" ", 2)
            self.targets.append(f"{method} {target}")
            if self.refuse or method != "CONNECT":
                client.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
                return
            host, port = target.rsplit(":", 1)
            if target in self.routes:
                host, port = "127.0.0.1", self.routes[target]
            if not host.startswith("127."):
                raise ValueError("tests talk to loopback only")
            with socket.create_connection((host, int(port)), timeout=10) as server:
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                back = threading.Thread(target=self._pump, args=(server, client), daemon=True)
                back.start()
                self._pump(client, server)
                back.join(10)

    @staticmethod
    def _pump(source, target):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)

    def close(self):
        self._socket.close()
