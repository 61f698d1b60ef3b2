"""What a machine sees of the world, on addresses of its room: a mirror of pinned files by https, a proxy that leads there, Azure's
metadata service and wireserver, and other masters' API servers. It reads its file for every answer, so a test can change the world."""

import datetime
import email.utils
import http.server
import json
import pathlib
import socket
import socketserver
import ssl
import sys
import threading
import time

PATH = pathlib.Path(sys.argv[1])


def world():
    return json.loads(PATH.read_text())


class Quiet(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extra = {}

    def log_message(self, *_):
        pass

    def reply(self, status, body, kind="application/octet-stream", declared=None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if declared is None else declared))
        for name, value in self.extra.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.close_connection = True


class Mirror(Quiet):
    def do_GET(self):
        now = world()
        # containerd says the registry that it means in the query.
        path = self.path.split("?")[0]
        with open(now["requests"], "a") as log:
            log.write(f"{self.headers['Host']}{path}\n")
        fault = now.get("faults", {}).get(path.rsplit("/", 1)[-1])
        source = now["files"].get(f"https://{self.headers['Host']}{path}")
        if source is None or fault == "missing":
            return self.reply(404, b"not here")
        if isinstance(source, dict):
            # A registry: clients go by these headers.
            body = pathlib.Path(source["file"]).read_bytes()
            self.extra = {"Docker-Content-Digest": source["digest"]} if "digest" in source else {}
            return self.reply(200, body, source.get("type", "application/octet-stream"))
        body = pathlib.Path(source).read_bytes()
        if fault == "other":
            return self.reply(200, body[:-1] + bytes([body[-1] ^ 1]))
        if fault == "half":
            return self.reply(200, body[: len(body) // 2], declared=len(body))
        if fault == "unavailable":
            return self.reply(503, b"later")
        self.reply(200, body)

    do_HEAD = do_GET


class Metadata(Quiet):
    def date_time_string(self, timestamp=None):
        return email.utils.formatdate(time.time() + world().get("clockAhead", 0), usegmt=True)

    def do_GET(self):
        now = world()
        if self.headers["Metadata"] != "true" or self.headers["X-Forwarded-For"]:
            return self.reply(400, b'{"error": "Bad request"}', "application/json")
        if now.get("metadata") == "gone":
            return self.reply(500, b"")
        if self.path.startswith("/metadata/versions"):
            return self.reply(200, b'{"apiVersions": ["2021-02-01"]}', "application/json")
        addresses = [{"privateIpAddress": a, "publicIpAddress": ""} for a in now["addresses"]]
        interfaces = [{
            "ipv4": {"ipAddress": addresses, "subnet": [{"address": "10.255.0.0", "prefix": "16"}]},
            "ipv6": {"ipAddress": []}, "macAddress": "000D3A123456"}]
        if self.path.startswith("/metadata/instance/network/interface"):
            return self.reply(200, json.dumps(interfaces).encode(), "application/json")
        if self.path.startswith("/metadata/instance/network"):
            return self.reply(200, json.dumps({"interface": interfaces}).encode(), "application/json")
        self.reply(404, b"")


    def do_POST(self):
        """A test's word: what was to happen later happens now."""
        now = world()
        now |= now.pop("later", {})
        fresh = PATH.with_suffix(".later")
        fresh.write_text(json.dumps(now))
        fresh.replace(PATH)
        self.reply(200, b"")


class Wireserver(Quiet):
    def do_GET(self):
        first, *others = world()["addresses"]
        rows = f'<IPAddress Address="{first}" IsPrimary="true"/>'
        rows += "".join(f'<IPAddress Address="{a}" IsPrimary="false"/>' for a in others)
        body = (f'<Interfaces><Interface MacAddress="000D3A123456" IsPrimary="true"><IPSubnet Prefix="10.255.0.0/16">{rows}'
                "</IPSubnet></Interface></Interfaces>")
        self.reply(200, body.encode(), "text/xml")


class Proxy(socketserver.StreamRequestHandler):
    """CONNECT, and nothing else: every name outside is the mirror's. What was asked is taken down."""

    def handle(self):
        verb, target, _ = self.rfile.readline(4096).decode().split()
        while self.rfile.readline(4096).strip():
            pass
        with open(world()["proxied"], "a") as log:
            log.write(f"{verb} {target}\n")
        if verb != "CONNECT":
            self.wfile.write(b"HTTP/1.1 405 Method Not Allowed\r\n\r\n")
            return
        far = socket.create_connection(("203.0.113.10", 443), 5)
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        back = threading.Thread(target=self.carry, args=(far, self.connection), daemon=True)
        back.start()
        self.carry(self.connection, far)
        back.join(10)
        far.close()

    @staticmethod
    def carry(source, target):
        try:
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


class APIServer(Quiet):
    def do_GET(self):
        self.reply(200, b"ok", "text/plain")


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        """Whoever asked has gone, as tests want it."""


def serve(address, port, handler, context=None):
    server = Server((address, port), handler, bind_and_activate=False)
    server.allow_reuse_address = True
    # Not HTTPServer's own, which asks a name server for the machine's name.
    socketserver.TCPServer.server_bind(server)
    server.server_activate()
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server


def context(files):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*files)
    return made


start = world()
serve("203.0.113.10", 443, Mirror, context(start["certificate"]))
proxy = socketserver.ThreadingTCPServer(("203.0.113.20", 3128), Proxy)
proxy.daemon_threads = True
threading.Thread(target=proxy.serve_forever, args=(0.02,), daemon=True).start()
serve("169.254.169.254", 80, Metadata)
serve("168.63.129.16", 80, Wireserver)
tls = context(start["masterCertificate"])
listening = {}
print("ready", flush=True)
while True:
    # API servers come and go with the world; one that is not ready has nobody who listens.
    ready = set(world().get("readyMasters", []))
    for address in ready - set(listening):
        listening[address] = serve(address, 6443, APIServer, tls)
    for address in set(listening) - ready:
        server = listening.pop(address)
        server.shutdown()
        server.server_close()
    time.sleep(0.05)
