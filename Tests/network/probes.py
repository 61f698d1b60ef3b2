"""Questions and answers by real TCP and UDP: each server answers with the address that it saw."""
import selectors
import socket
import time

from spaces import inside

PATIENCE = 5.0
# A datagram fills a frame of 1,500 bytes and is never cut: a smaller frame anywhere on the way shows.
FILLED = 1500 - 20 - 8
MTU_DISCOVER, NEVER_CUT = 10, 2  # IP_MTU_DISCOVER, IP_PMTUDISC_DO


def filled(text):
    return text.encode().ljust(FILLED)


def opened(space, kind):
    """A socket of the namespace: it stays there, whatever namespace its user is in."""
    with inside(space.name):
        opened_socket = socket.socket(socket.AF_INET, kind)
    opened_socket.setblocking(False)
    if kind == socket.SOCK_STREAM:
        # Not for datagrams: two askers could get the same port then, and one the other's answer.
        opened_socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return opened_socket


class Servers:
    """Servers on every port that is asked for, in every namespace that has an end."""

    def __init__(self, selector):
        self.selector, self.known = selector, set()

    def serve(self, space, port, transport):
        if (space.name, port, transport) in self.known:
            return
        self.known.add((space.name, port, transport))
        if transport == "tcp":
            server = opened(space, socket.SOCK_STREAM)
            server.bind(("0.0.0.0", port))
            server.listen(64)
            self.selector.register(server, selectors.EVENT_READ, self.accept)
        else:
            server = opened(space, socket.SOCK_DGRAM)
            server.setsockopt(socket.IPPROTO_IP, MTU_DISCOVER, NEVER_CUT)
            server.setsockopt(socket.IPPROTO_IP, 8, 1)  # IP_PKTINFO: the answer comes from the address that was asked
            server.bind(("0.0.0.0", port))
            self.selector.register(server, selectors.EVENT_READ, self.reply)

    def accept(self, server):
        connection, (address, _) = server.accept()
        connection.setblocking(False)

        def answer(client):
            try:
                if client.recv(16):
                    client.send(address.encode())
            except OSError:
                pass
            self.selector.unregister(client)
            client.close()
        self.selector.register(connection, selectors.EVENT_READ, answer)

    @staticmethod
    def reply(server):
        _, ancillary, _, address = server.recvmsg(FILLED, 64)
        asked = next(value for level, kind, value in ancillary if (level, kind) == (socket.IPPROTO_IP, 8))
        local = b"\0\0\0\0" + asked[8:12] + b"\0\0\0\0"
        try:
            server.sendmsg([filled(address[0])], [(socket.IPPROTO_IP, 8, local)], 0, address)
        except OSError:
            pass  # the answer does not fit, or has no way: the asker sees nothing


class Question:
    """One flow; `seen` is the address that the far end saw, None where nothing came back."""

    def __init__(self, pair, space, source, target, transport):
        self.pair, self.seen, self.transport, self.done = pair, None, transport, False
        self.socket = opened(space, socket.SOCK_STREAM if transport == "tcp" else socket.SOCK_DGRAM)
        if transport == "udp":
            self.socket.setsockopt(socket.IPPROTO_IP, MTU_DISCOVER, NEVER_CUT)
        self.socket.bind((str(source), 0))
        self.target = target

    def ask(self, selector):
        events = selectors.EVENT_READ
        if self.transport == "tcp":
            self.socket.connect_ex(self.target)
            events = selectors.EVENT_WRITE
        else:
            try:
                self.socket.sendto(filled("who am I"), self.target)
            except OSError:
                self.done = True
                return
        selector.register(self.socket, events, lambda _: self.go_on(selector))

    def again(self):
        try:
            self.socket.sendto(filled("who am I"), self.target)
        except OSError:
            pass

    def go_on(self, selector):
        error = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            return self.finish(selector)
        if selector.get_key(self.socket).events == selectors.EVENT_WRITE:
            try:
                self.socket.send(b"who am I")
            except OSError:
                return self.finish(selector)
            return selector.modify(self.socket, selectors.EVENT_READ, lambda _: self.go_on(selector))
        try:
            self.seen = self.socket.recv(FILLED).decode().rstrip() or None
        except OSError:
            self.seen = None
        return self.finish(selector)

    def finish(self, selector):
        selector.unregister(self.socket)
        self.done = True


def ask_all(questions, servers):
    """Asks everything at once; a lost datagram is sent a second time before it counts."""
    selector = servers.selector
    for question in questions:
        question.ask(selector)
    end = time.monotonic() + PATIENCE
    again = time.monotonic() + PATIENCE / 2
    while time.monotonic() < end and not all(question.done for question in questions):
        for key, _ in selector.select(timeout=0.1):
            key.data(key.fileobj)
        if again and time.monotonic() > again:
            again = None
            for question in questions:
                if not question.done and question.transport == "udp":
                    question.again()
    for question in questions:
        if not question.done:
            question.finish(selector)
        question.socket.close()
