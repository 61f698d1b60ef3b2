"""Azure's two address sources, as every machine meets them on its host: the wireserver and the instance metadata service.
Each machine is told of the ipConfigurations that the template gives its own interface, and of no other's."""
import http.server
import json
import socket
import threading
import urllib.parse
from xml.sax.saxutils import quoteattr

import azure
from probes import opened

WIRESERVER = ("/machine/plugins", {"comp": ["nmagent"], "type": ["getinterfaceinfov1"]})
METADATA = "/metadata/instance/network/interface"


def mac(number):
    return f"00:0d:3a:00:{number >> 8:02x}:{number & 255:02x}"


class Source(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, space, address, machines, handler):
        super().__init__((str(address), 80), handler, bind_and_activate=False)
        self.socket.close()
        self.socket = opened(space, socket.SOCK_STREAM)
        self.socket.setblocking(True)
        self.machines = machines
        self.server_bind()
        self.server_activate()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        # Azure knows the machine by its interface; here its own address tells it, which is what the source must see.
        machine = self.server.machines.get(self.client_address[0])
        url = urllib.parse.urlsplit(self.path)
        body = machine and self.body(machine, url.path, urllib.parse.parse_qs(url.query))
        data = (body or "").encode()
        self.send_response(200 if body else 400)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Wireserver(Handler):
    def body(self, machine, path, query):
        if (path, query) != WIRESERVER:
            return None
        rows = "".join(f'<IPAddress Address="{address}" IsPrimary="{"true" if address == machine.primary else "false"}"/>'
                       for address in machine.addresses())
        return (f'<Interfaces><Interface MacAddress={quoteattr(machine.mac.replace(":", "").upper())} IsPrimary="true">'
                f'<IPSubnet Prefix="{machine.subnet.prefix}">{rows}</IPSubnet></Interface></Interfaces>')


class Metadata(Handler):
    def body(self, machine, path, query):
        if path != METADATA or not query.get("api-version") or self.headers.get("Metadata") != "true":
            return None
        public = {private: address for private, address in machine.named.values()}
        prefix = machine.subnet.prefix
        return json.dumps([{
            "ipv4": {"ipAddress": [{"privateIpAddress": str(a), "publicIpAddress": str(public.get(a, ""))}
                                   for a in machine.addresses()],
                     "subnet": [{"address": str(prefix.network_address), "prefix": str(prefix.prefixlen)}]},
            "ipv6": {"ipAddress": []}, "macAddress": machine.mac.replace(":", "").upper()}])


class Sources:
    """Both, in the namespace of the host, for as long as pods are attached."""

    def __init__(self, space, machines):
        known = {str(machine.primary): machine for machine in machines}
        self.servers = [Source(space, azure.PLATFORM, known, Wireserver), Source(space, azure.METADATA, known, Metadata)]

    def __enter__(self):
        for server in self.servers:
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_):
        for server in self.servers:
            server.shutdown()
            server.server_close()
