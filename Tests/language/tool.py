"""Runs slipway, and finds the models that tests walk over."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/cli"))

import program  # noqa: E402
from program import BASE, KEY, SLIPWAY, SUBNET, model, validate  # noqa: E402, F401

SHARED = pathlib.Path(os.environ["SHARED"])
MODELS = sorted((ROOT / "examples").glob("*/cluster.*")) + sorted((SHARED / "models").glob("*.json"))


def slipway(*arguments, stdin=b"", **more):
    """Never on the terminal of whoever runs the tests: init would ask there."""
    return program.slipway(*arguments, stdin=stdin, **more)


class Scratch(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def on_a_full_disk(self, script, *arguments):
        """Runs a shell script in a file system of 8 KB at $1, with a file of 7 KB in it; None where a machine cannot."""
        disk = self.folder / "disk"
        disk.mkdir()
        script = 'mount -t tmpfs -o size=8k none "$1" && head -c 4096 /dev/zero > "$1/filler" || exit 99; ' + script
        result = subprocess.run(["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", disk, SLIPWAY,
                                 *map(str, arguments)], capture_output=True, timeout=60)
        if b"unshare" in result.stderr:
            with open(os.environ.get("NOT_RUN", os.devnull), "a") as file:
                file.write("language tests on a full disk: this machine has no unprivileged user namespaces\n")
            return None
        return result
