"""Writes every exchange as a line of JSON, in the form that a checker of recordings reads."""
import json
import threading
import time


class Recorder:
    """Recordings of one server: ARM with its authority, metadata and vaults; storage; and what reaches the stranger."""

    FILES = {"arm": "recording.jsonl", "storage": "storage.jsonl", "stranger": "stranger.jsonl"}

    def __init__(self, folder):
        self._lock = threading.Lock()
        self._files = {kind: open(folder / name, "w", encoding="utf-8") for kind, name in self.FILES.items()}
        self.exchanges = []
        self._start = time.monotonic()

    @staticmethod
    def kind(request):
        if request.service == "stranger":
            return "stranger"
        if request.service == "blob" or (request.method == "POST" and "/microsoft.storage/" in request.path.lower()):
            return "storage"
        return "arm"

    def now(self):
        """Seconds since the server's start."""
        return round(time.monotonic() - self._start, 4)

    def write(self, request, answer, received):
        """Record one exchange; `answer` None says that none was sent."""
        line = {
            "time": received, "number": request.number, "operation": request.operation, "method": request.method,
            "url": request.url, "requestHeaders": request.headers, "requestBody": request.recorded_body(),
            "status": None, "responseHeaders": {}, "responseBody": None,
        }
        if answer is not None:
            body = answer.body
            if isinstance(body, bytes):
                body = f"{len(body)} bytes"
            line.update(status=answer.status, responseHeaders=answer.headers, responseBody=body)
        if answer is None or answer.fault:
            line["fault"] = True
        with self._lock:
            self.exchanges.append(line)
            file = self._files[self.kind(request)]
            if not file.closed:
                file.write(json.dumps(line) + "\n")
                file.flush()

    def close(self):
        with self._lock:
            for file in self._files.values():
                file.close()
