"""Listens on loopback, over TLS or plain, and hands each request to the service."""
import http.server
import socket
import ssl
import struct
import threading

from . import http2
from .exchange import Request


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = False

    def handle_error(self, request, client_address):
        """A client that goes away is none of our errors."""


class Listener:
    """One address with its port. `certificate` None means plain http."""

    def __init__(self, azure, service, certificate=None, host="127.0.0.1"):
        self.service, self.host = service, host
        context = None
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            context.set_alpn_protocols(["h2", "http/1.1"] if azure.world["http2"] else ["http/1.1"])
        self._server = _Server((host, 0), _handler(azure, service, context))
        self.port = self._server.server_address[1]
        self.url = f"{'https' if context else 'http'}://{host}:{self.port}"
        self._server.base = self.url
        self._server.connections = 0
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    @property
    def connections(self):
        """How many there have been."""
        return self._server.connections

    def close(self):
        self._server.shutdown()
        self._server.server_close()


def _handler(azure, service, context):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 120
        disable_nagle_algorithm = True
        wbufsize = -1

        def setup(self):
            self.server.connections += 1
            if context is not None:
                # The handshake is made here, in the connection's own thread: a slow client holds up nobody.
                self.request.settimeout(30)
                self.request = context.wrap_socket(self.request, server_side=True)
            super().setup()

        def handle(self):
            if context is not None and self.request.selected_alpn_protocol() == "h2":
                http2.Conversation(self.request, azure, service, self.server.base).run()
            else:
                super().handle()

        def answer_one(self):
            body = self._body()
            if len(body) < int(self.headers.get("Content-Length") or 0):
                # The client went away while it spoke: nothing was asked.
                self.close_connection = True
                return
            # A client names itself as it likes: the URL recorded is that of the listener.
            request = Request(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body,
                              self.server.base, service)
            azure.versions.append("1.1")
            azure.serve(request, self)

        do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = do_PATCH = answer_one

        def _body(self):
            if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
                parts = []
                while size := int(self.rfile.readline(100).split(b";")[0], 16):
                    parts.append(self.rfile.read(size))
                    self.rfile.readline(8)
                self.rfile.readline(8)
                return b"".join(parts)
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))

        def send(self, answer, method):
            """Send an answer as it should be."""
            kind, payload = answer.payload()
            self.send_response(answer.status)
            for name, text in answer.headers.items():
                if name != "Content-Type":
                    self.send_header(name, text)
            if kind and (payload or method == "HEAD"):
                self.send_header("Content-Type", kind)
            if answer.status != 204 and "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            if method != "HEAD":
                self.wfile.write(payload)
            self.wfile.flush()

        def reset(self):
            """End the connection with a reset, as a broken path does."""
            self.close_connection = True
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            socket.close(self.connection.detach())

        def version_string(self):
            return "Microsoft-HTTPAPI/2.0"

        def log_message(self, *arguments):
            """Nothing to the terminal: the recording has it all."""

    return Handler
