"""Holds a recording to Microsoft's specification, with the shelf's checker where it is."""
import collections
import json
import os
import pathlib
import subprocess
import sys

SHARED = pathlib.Path(os.environ.get("SHARED", "../shared"))
CHECKER = SHARED / "rest" / "check_requests.py"
totals = collections.Counter()


# The specification's list of sizes ends with those of 2018; today's are as good.
OPEN_LISTS = ("properties.hardwareProfile.vmSize",)


class Found(AssertionError):
    """What the checker found."""


def findings(recording):
    """All findings about a recording; None where the checker is not there."""
    if not CHECKER.exists():
        return None
    done = subprocess.run([sys.executable, str(CHECKER), str(recording), "--json", "--strict"], capture_output=True, text=True,
                          timeout=120, check=False)
    if done.returncode == 2 or not done.stdout:
        raise Found(done.stderr)
    return json.loads(done.stdout)


def judge(recording, allowed=()):
    """Fail for every finding but those allowed, as `code` or `code Operation`."""
    found = findings(recording)
    totals["recordings"] += 1
    totals["exchanges"] += sum(1 for _ in open(recording, encoding="utf-8"))
    if found is None:
        totals["unjudged"] += 1
        return
    left = [f for f in found if f["code"] not in allowed and f"{f['code']} {f['operation']}" not in allowed
            and not (f["code"] == "response-enum-value" and f["where"].endswith(OPEN_LISTS))]
    totals["findings"] += len(left)
    if left:
        raise Found("\n".join(f"{f['level']}: line {f['line']}: {f['side']}: {f['code']}: {f['operation']}: {f['where']}: "
                              f"{f['message'][:300]}" for f in left[:20]))
