"""The whole of the loopback Azure: listeners, state, faults, recording."""
import importlib
import json
import os
import pathlib
import shutil
import threading
import traceback
import uuid

from . import certificates, gate, mischief, router
from .exchange import Answer, Refusal
from .faults import Faults
from .identity.tokens import Tokens
from .listener import Listener
from .recorder import Recorder
from .world import World

HANDLERS = (
    "identity.authority", "identity.imds", "providers.subscriptions", "providers.registration", "providers.authorization",
    "providers.groups", "providers.resources", "providers.networks", "providers.network_lists", "providers.usages",
    "providers.sizes", "providers.machines", "providers.vaults", "providers.storage", "providers.blobs",
    "providers.polling", "deployments.api", "deployments.operations", "deployments.whatif_api",
)


class Azure:
    """A running stand-in. `world` and `faults` are JSON values; `folder` takes CA, recordings and ready.json."""

    def __init__(self, folder, world=None, faults=()):
        for name in HANDLERS:
            importlib.import_module(f"{__package__}.{name}")
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.world = World(world)
        self.faults = Faults(faults)
        self.tokens = Tokens(self)
        self.recorder = Recorder(self.folder)
        self.lock = threading.RLock()
        self.count = 0
        self.watchers = []
        # Of each request the version of HTTP, and the connections over which several can go at once.
        self.versions, self.conversations = [], 0
        # Rights that were asked for: (action, id, whether it is about data).
        self.demanded = []
        self.crashes = []
        self.remaining = dict(self.world["limits"])
        self.correlation = str(uuid.uuid4())
        self._listen()
        from .providers import start
        start.load(self)

    # Listeners

    def _listen(self):
        files = certificates.of_this_run()
        self.ca = pathlib.Path(shutil.copy(files["ca"], self.folder / "ca.pem"))
        certificate = files["server"]
        self.arm = Listener(self, "arm", certificate)
        self.blob = Listener(self, "blob", certificate)
        self.imds = Listener(self, "imds")
        self.control = Listener(self, "control")
        self.stranger = Listener(self, "stranger", certificate, host="127.0.0.2")
        self.vaults = {vault: Listener(self, f"vault:{vault}", certificate) for vault in self.world["secrets"]}
        self.bad = {name: Listener(self, "arm", files[name]) for name in ("expired", "wrongHost", "unknownAuthority")}

    @property
    def endpoint(self):
        return self.arm.url

    def listeners(self):
        return [self.arm, self.blob, self.imds, self.control, self.stranger, *self.vaults.values(), *self.bad.values()]

    def ready(self):
        """What a client must know, also written to ready.json."""
        facts = {
            "endpoint": self.arm.url, "authority": self.arm.url, "imds": self.imds.url, "control": self.control.url,
            "stranger": self.stranger.url, "ca": str(self.ca), "pid": os.getpid(),
            "badCertificates": {name: listener.url for name, listener in self.bad.items()},
        }
        temporary = self.folder / "ready.json.new"
        temporary.write_text(json.dumps(facts, indent=2))
        temporary.rename(self.folder / "ready.json")
        return facts

    def close(self):
        for listener in self.listeners():
            listener.close()
        self.recorder.close()

    # Requests

    @property
    def exchanges(self):
        return self.recorder.exchanges

    def watch(self, watcher):
        """Call `watcher(request, moment)` before and after the effect of each request (`before`, `after`)."""
        self.watchers.append(watcher)

    def _tell(self, request, moment):
        for watcher in list(self.watchers):
            watcher(request, moment)

    def serve(self, request, handler):
        """Answer one request, or misbehave, and record what was sent."""
        if request.service == "control":
            from . import control
            return handler.send(control.answer(self, request), request.method)
        received = self.recorder.now()
        with self.lock:
            self.count += 1
            request.number = self.count
        route, names = gate.find(request)
        request.operation = route.operation if route else "-"
        self._tell(request, "before")
        rule = self.faults.pick(request)
        answer = None
        if rule:
            answer = mischief.instead(self, rule, request)
        skipped = rule and rule["do"] in ("reset-before", "endless-body")
        if answer is None and not skipped:
            answer = self._answer(request, route, names)
            if rule:
                if rule["do"] == "expired-token":
                    self.tokens.expire_all()
                    answer = self._answer(request, route, names)
                mischief.alter(self, rule, answer)
        self._tell(request, "after")
        if answer is not None:
            gate.common_headers(self, request, answer)
        lost = skipped or (rule and rule["do"] in ("reset-after", "truncated"))
        self.recorder.write(request, None if lost else answer, received)
        if not (rule and mischief.send(rule, answer, handler, request.method)):
            handler.send(answer, request.method)

    def _answer(self, request, route, names):
        with self.lock:
            try:
                gate.check(self, request, route, names)
                answer = route.handler(self, request, **names)
                return answer if isinstance(answer, Answer) else Answer(200, answer)
            except Refusal as refusal:
                return refusal.answer()
            except Exception:  # noqa: BLE001 - a fault of this server must fail the test, not hide in a closed connection
                self.crashes.append(f"{request.method} {request.target}\n{traceback.format_exc()}")
                return Answer(500, {"error": {"code": "LoopbackCrashed", "message": self.crashes[-1]}})
