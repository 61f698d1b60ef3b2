"""The two local endpoints that tell a VM its addresses: instance metadata and the wireserver.

Run as a program it serves both in the fabric's namespace. What it answers is read anew from CONTROL at each request:
{"addresses": [...], "second": [...], "imds": FAULT, "wireserver": FAULT}, where `second` are the addresses of a second NIC,
and FAULT is null, a status like 429, or one of empty, cut, html, foreign (another NIC's addresses), hang.
"""
import http.server
import json
import os
import pathlib
import subprocess
import sys
import threading
import urllib.parse

from . import netns, sandbox, vm

CONTROL = sandbox.SCRATCH + "/azure.json"
COUNT = sandbox.SCRATCH + "/azure.requests"


def say(addresses, imds=None, wireserver=None, second=()):
    """Sets what the endpoints answer from now on."""
    with open(CONTROL + ".new", "w") as file:
        json.dump({"addresses": addresses, "second": list(second), "imds": imds, "wireserver": wireserver}, file)
    os.replace(CONTROL + ".new", CONTROL)


def requests():
    """How many requests were answered until now."""
    return os.path.getsize(COUNT) if os.path.exists(COUNT) else 0


def nics(addresses, second, mac):
    """MAC, subnet, primary and secondary addresses of each NIC."""
    yield mac, vm.SUBNET, vm.PRIMARY, addresses
    if second:
        yield vm.SECOND_MAC.replace(":", "").upper(), vm.SECOND_SUBNET, vm.SECOND_PRIMARY, second


def imds_document(found):
    return json.dumps([{
        "ipv4": {
            "ipAddress": [{"privateIpAddress": address, "publicIpAddress": ""} for address in [primary, *addresses]],
            "subnet": [dict(zip(("address", "prefix"), subnet.split("/")))],
        },
        "ipv6": {"ipAddress": []},
        "macAddress": mac,
    } for mac, subnet, primary, addresses in found])


def wireserver_document(found):
    text = ""
    for place, (mac, subnet, primary, addresses) in enumerate(found):
        rows = f'<IPAddress Address="{primary}" IsPrimary="true"/>'
        rows += "".join(f'<IPAddress Address="{address}" IsPrimary="false"/>' for address in addresses)
        text += (f'<Interface MacAddress="{mac}" IsPrimary="{"false" if place else "true"}">'
                 f'<IPSubnet Prefix="{subnet}">{rows}</IPSubnet></Interface>')
    return f"<Interfaces>{text}</Interfaces>"


class Endpoint(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind, length=None):
        body = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass  # the asking program was killed

    def do_GET(self):
        with open(COUNT, "ab") as file:
            file.write(b".")
        with open(CONTROL) as file:
            control = json.load(file)
        fault = control[self.name]
        url = urllib.parse.urlsplit(self.path)
        mac = "FFFFFFFFFFFF" if fault == "foreign" else vm.MAC.replace(":", "").upper()
        if not self.well_asked(url):
            return self.answer(400, '{"error": "Bad request"}', "application/json")
        body = self.document(nics(control["addresses"], control["second"], mac))
        self.close_connection = True
        if isinstance(fault, int):
            return self.answer(fault, '{"error": "made up"}', "application/json")
        if fault == "empty":
            return self.answer(200, "", self.kind)
        if fault == "cut":
            return self.answer(200, body[:len(body) // 2], self.kind, len(body))
        if fault == "html":
            return self.answer(200, "<!DOCTYPE html><title>Proxy</title>", "text/html")
        if fault == "hang":
            self.rfile.read(1)  # until the other side gives up
            return None
        return self.answer(200, body, self.kind)


class Metadata(Endpoint):
    name, kind, document = "imds", "application/json; charset=utf-8", staticmethod(imds_document)

    def well_asked(self, url):
        return (url.path.rstrip("/") == "/metadata/instance/network/interface" and "api-version" in urllib.parse.parse_qs(url.query)
                and self.headers.get("Metadata", "").lower() == "true" and "X-Forwarded-For" not in self.headers)


class Wireserver(Endpoint):
    name, kind, document = "wireserver", "text/xml; charset=utf-8", staticmethod(wireserver_document)

    def well_asked(self, url):
        query = urllib.parse.parse_qs(url.query)
        return url.path == "/machine/plugins" and query.get("comp") == ["nmagent"] and query.get("type") == ["getinterfaceinfov1"]


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request, client_address):
        pass  # a client that was killed is nothing to report


def serve():
    netns.enter("vnet")
    servers = [Server((vm.IMDS, 80), Metadata), Server((vm.WIRESERVER, 80), Wireserver)]
    print("ready", flush=True)
    threading.Thread(target=servers[0].serve_forever, daemon=True).start()
    servers[1].serve_forever()


def start():
    """Starts the endpoints; they end with the sandbox, or when the process that is given back is ended."""
    process = subprocess.Popen([sys.executable, "-m", "world.azure"], stdout=subprocess.PIPE, text=True,
                               cwd=pathlib.Path(__file__).parents[1])
    if process.stdout.readline() != "ready\n":
        raise RuntimeError("the endpoints did not start")
    return process


if __name__ == "__main__":
    serve()
