"""Calls the plugin as a container runtime does, and its commands as people do."""
import dataclasses
import hashlib
import itertools
import json
import os
import socket
import subprocess
import threading

from . import netns

# Waiting as long as can be asked for, so that a busy machine does not turn a queue into errors.
CONFIG = {"cniVersion": "1.1.0", "name": "slipway", "type": "slipway-vnet", "lockSeconds": 60}
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
BOUND = 180  # seconds for one call; only a call that hangs meets it
serial = itertools.count(1)


@dataclasses.dataclass(frozen=True)
class Pod:
    """An attachment as the runtime names it. `namespace` is the name of a network namespace."""
    container: str
    namespace: str
    ifname: str = "eth0"

    @staticmethod
    def new(namespace, ifname="eth0"):
        return Pod(hashlib.sha256(b"pod %d" % next(serial)).hexdigest(), namespace, ifname)

    def key(self):
        return {"containerID": self.container, "ifname": self.ifname}


@dataclasses.dataclass
class Answer:
    what: str
    status: int | None  # None when a signal ended it
    signal: int | None
    out: bytes
    err: bytes
    stops: int = 0
    calls: list = dataclasses.field(default_factory=list)

    @property
    def fine(self):
        return self.status == 0

    @property
    def document(self):
        return json.loads(self.out) if self.out.strip() else None

    @property
    def code(self):
        return self.document.get("code") if not self.fine and self.document else None

    @property
    def address(self):
        return self.document["ips"][0]["address"].partition("/")[0]

    def __str__(self):
        end = f"signal {self.signal}" if self.status is None else f"exit {self.status}"
        return f"{self.what}: {end}, stdout {self.out[:400]!r}, stderr {self.err[:400]!r}"


class Call:
    """One run of the plugin under way."""

    def __init__(self, what, arguments, environment, stdin, tracer=None, control=None, stdout=subprocess.PIPE):
        self.what, self.report = what, None
        descriptors, command = [], [*arguments]
        if tracer:
            self.report, theirs = os.pipe()
            descriptors.append(theirs)
            command = [*tracer, "-o", str(theirs)]
            if control is not None:
                descriptors.append(control.fileno())
                command += ["-c", str(control.fileno())]
            command += ["--", *arguments]
        read_end, write_end = os.pipe()
        os.write(write_end, stdin)  # less than a pipe holds
        os.close(write_end)
        self.process = subprocess.Popen(command, stdin=read_end, stdout=stdout, stderr=subprocess.PIPE,
                                        env=environment, cwd="/", pass_fds=descriptors)
        os.close(read_end)
        if tracer:
            os.close(theirs)

    def ended_within(self, seconds):
        """Waits so long at most; the call may go on afterwards."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def finish(self):
        try:
            out, err = self.process.communicate(timeout=BOUND)
        except subprocess.TimeoutExpired:
            self.process.kill()
            out, err = self.process.communicate()
            raise AssertionError(f"{self.what}: no end after {BOUND} s, stdout {out[:400]!r}, stderr {err[:400]!r}") from None
        status = self.process.returncode
        answer = Answer(self.what, status if status >= 0 else None, -status if status < 0 else None, out or b"", err)
        if self.report is not None:
            with open(self.report) as file:
                told = json.loads(file.read() or "null")
            if status != 0 or told is None:
                raise AssertionError(f"the tracer failed: {answer}")
            answer.status, answer.signal = told.get("exit"), told.get("signal")
            answer.stops, answer.calls = told["stops"], told["calls"]
        return answer


class Plugin:
    def __init__(self, binary, tracer=None):
        self.binary, self.tracer = os.path.abspath(binary), tracer and os.path.abspath(tracer)

    def start(self, command, pod=None, harm=None, control=None, environment=None, stdout=subprocess.PIPE, wrapper=(),
              **config):
        """Starts a CNI call. `harm` is a list of the tracer's options; `config` is laid over the plugin's object; `wrapper` is
        a command that executes the plugin."""
        words = {"PATH": PATH, "CNI_COMMAND": command, "CNI_PATH": os.path.dirname(self.binary)}
        if pod:
            words |= {
                "CNI_CONTAINERID": pod.container, "CNI_NETNS": netns.path(pod.namespace), "CNI_IFNAME": pod.ifname,
                "CNI_ARGS": "IgnoreUnknown=1;K8S_POD_NAMESPACE=default;K8S_POD_NAME=pod-%s;K8S_POD_INFRA_CONTAINER_ID=%s;"
                            "K8S_POD_UID=%s" % (pod.container[:8], pod.container, pod.container[:32]),
            }
        words |= environment or {}
        stdin = json.dumps(CONFIG | config).encode()
        return Call(command, [*wrapper, self.binary], words, stdin, self.traced(harm), control, stdout)

    def traced(self, harm):
        return None if harm is None else [self.tracer, *harm]

    def cni(self, command, pod=None, **more):
        return self.start(command, pod, **more).finish()

    def add(self, pod, **more):
        return self.cni("ADD", pod, **more)

    def delete(self, pod, **more):
        return self.cni("DEL", pod, **more)

    def gc(self, valid, **more):
        return self.cni("GC", **{"cni.dev/valid-attachments": [pod.key() for pod in valid]}, **more)

    def start_command(self, *words, harm=None, control=None):
        """Starts one of the commands for people."""
        return Call(" ".join(words), [self.binary, *words], {"PATH": PATH}, b"", self.traced(harm), control)

    def command(self, *words, **more):
        return self.start_command(*words, **more).finish()


class Pause:
    """A traced call that stands still at a stop while something else happens."""

    def __init__(self, call, stop):
        """`call` takes the tracer's options and the descriptor on which it tells that the stop is reached."""
        self.ours, self.theirs = socket.socketpair()
        self.ours.settimeout(BOUND)
        self.answer, self.failure = None, None
        self.thread = threading.Thread(target=self.run, args=(call, ["-p", str(stop)]))
        self.thread.start()

    def run(self, call, harm):
        try:
            self.answer = call(harm=harm, control=self.theirs)
        except BaseException as error:  # raised again by `finish`
            self.failure = error
        finally:
            self.theirs.close()

    def reached(self):
        """Waits for the stop; false when the call ended without coming there."""
        return self.ours.recv(1) == b"p"

    def finish(self):
        """Lets the call go on, and gives its answer; may be called again."""
        if self.ours.fileno() >= 0:
            try:
                self.ours.send(b"c")
            except BrokenPipeError:
                pass  # it has ended
            self.thread.join()
            self.ours.close()
        if self.failure:
            raise self.failure
        return self.answer
