"""HTTP/2 on a TLS connection: streams side by side, each answered by the service as if it had come alone."""
import contextlib
import socket
import threading

import h2.config
import h2.connection
import h2.errors
import h2.events
import h2.exceptions

from .exchange import Request


class Conversation:
    """One connection. A thread reads, one more answers each stream."""

    def __init__(self, connection, azure, service, base):
        self._socket, self._azure, self._service, self._base = connection, azure, service, base
        self._lock = threading.Condition()
        self._state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
        self._streams = {}
        self._over = False
        azure.conversations += 1

    def run(self):
        """Serve until the client goes away."""
        self._socket.settimeout(120)
        with self._lock:
            self._state.initiate_connection()
            self._flush()
        with contextlib.suppress(OSError, h2.exceptions.ProtocolError):
            while data := self._socket.recv(65536):
                with self._lock:
                    for event in self._state.receive_data(data):
                        self._take(event)
                    self._flush()
                    self._lock.notify_all()
        with self._lock:
            self._over = True
            self._lock.notify_all()

    def _flush(self):
        if data := self._state.data_to_send():
            self._socket.sendall(data)

    def _take(self, event):
        if isinstance(event, h2.events.RequestReceived):
            self._streams[event.stream_id] = (dict(event.headers), bytearray())
        elif isinstance(event, h2.events.DataReceived):
            self._streams[event.stream_id][1].extend(event.data)
            self._state.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, h2.events.StreamEnded):
            headers, body = self._streams.pop(event.stream_id)
            threading.Thread(target=self._answer, args=(event.stream_id, headers, bytes(body)), daemon=True).start()

    def _answer(self, number, headers, body):
        plain = {name: text for name, text in headers.items() if not name.startswith(":")}
        request = Request(headers[":method"], headers[":path"], plain, body, self._base, self._service)
        self._azure.versions.append("2")
        with contextlib.suppress(OSError, h2.exceptions.ProtocolError):
            self._azure.serve(request, _Stream(self, number))

    def send(self, number, headers, payload):
        """Headers and body of an answer, as far as the client's window lets them."""
        with self._lock:
            self._state.send_headers(number, headers, end_stream=not payload)
            self._flush()
            sent = 0
            while sent < len(payload) and not self._over:
                room = min(self._state.local_flow_control_window(number), self._state.max_outbound_frame_size, len(payload) - sent)
                if room <= 0:
                    self._lock.wait(10)
                    continue
                sent += room
                self._state.send_data(number, payload[sent - room:sent], end_stream=sent == len(payload))
                self._flush()

    def reset(self, number):
        """End one stream, and leave the others alone."""
        with self._lock:
            self._state.reset_stream(number, h2.errors.ErrorCodes.INTERNAL_ERROR)
            self._flush()

    def close(self):
        """End the connection with all its streams."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)


class _Stream:
    """What the service knows of a handler: how to answer, and how not to."""

    def __init__(self, conversation, number):
        self._conversation, self._number = conversation, number

    def send(self, answer, method):
        kind, payload = answer.payload()
        headers = [(":status", str(answer.status))]
        headers += [(name.lower(), text) for name, text in answer.headers.items() if name != "Content-Type"]
        if kind and (payload or method == "HEAD"):
            headers.append(("content-type", kind))
        if answer.status != 204 and "Content-Length" not in answer.headers:
            headers.append(("content-length", str(len(payload))))
        self._conversation.send(self._number, headers, b"" if method == "HEAD" else payload)

    def reset(self):
        self._conversation.reset(self._number)
