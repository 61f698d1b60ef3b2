"""Misbehaviour by switch: which request meets which fault."""
import re
import threading

BEFORE = {"status", "reset-before", "not-found", "garbage", "empty", "wrong-json", "redirect", "endless-body"}
AFTER = {"reset-after", "slow", "dribble", "truncated", "huge-headers", "stranger-link", "expired-token", "retry-after"}


class Faults:
    """Rules in order; the first that fits a request and is not used up is taken."""

    def __init__(self, rules=()):
        self._lock = threading.Lock()
        self._rules = []
        self.used = []
        for rule in rules:
            self.add(rule)

    def add(self, rule):
        if rule.get("do") not in BEFORE | AFTER:
            raise ValueError(f"no fault is called {rule.get('do')!r}")
        with self._lock:
            self._rules.append({"rule": rule, "seen": 0, "used": 0})

    def clear(self):
        with self._lock:
            self._rules = []

    def pick(self, request):
        """The fault for this request, or None."""
        with self._lock:
            for entry in self._rules:
                when = entry["rule"].get("when", {})
                if not self._fits(when, request):
                    continue
                entry["seen"] += 1
                times = when.get("times", 1)
                if entry["seen"] < when.get("nth", 1) or (times and entry["used"] >= times):
                    continue
                entry["used"] += 1
                self.used.append(entry["rule"]["do"])
                return entry["rule"]
        return None

    @staticmethod
    def _fits(when, request):
        operation = when.get("operation")
        if operation and not re.fullmatch(".*".join(map(re.escape, operation.split("*"))), request.operation):
            return False
        if when.get("method", request.method).upper() != request.method:
            return False
        if "path" in when and not re.search(when["path"], request.path, re.I):
            return False
        return when.get("request", request.number) == request.number
