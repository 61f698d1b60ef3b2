"""Runs slipway as a user's shell or a pipeline does: with an environment of its own, and always bounded in time."""
import atexit
import dataclasses
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

from arm import standard

ROOT = pathlib.Path(__file__).resolve().parents[3]
BUILT = pathlib.Path(os.environ.get("SLIPWAY", ROOT / ".build/debug/slipway"))
EXAMPLES = ROOT / "examples"
# Waits where Azure names no time, so that a test takes no longer than its work.
PAUSE = "0.02"


def installed():
    """slipway as an installation has it: with a slipway-vnet beside it. What that holds, no test here looks at."""
    folder = ROOT / "_output" / "azure" / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    # Suites run side by side: each has its own.
    own = tempfile.mkdtemp(dir=folder)
    shutil.copy(BUILT, f"{own}/slipway")
    pathlib.Path(own, "slipway-vnet").write_bytes(b"#!/bin/false\n" + bytes(range(256)) * 64)
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    return pathlib.Path(own, "slipway")


PROGRAM = installed()


@dataclasses.dataclass
class Result:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def text(self):
        return self.out + self.err

    def json(self):
        return json.loads(self.out)

    def events(self):
        """One JSON value a line."""
        return [json.loads(line) for line in self.out.splitlines() if line.startswith("{")]

    def __str__(self):
        return f"exit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"


class Shell:
    """A place where slipway runs: a home, a working folder, and the variables of one login."""

    def __init__(self, azure, **variables):
        self.azure = azure
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="shell-"))
        self.bin = self.folder / "bin"
        for name in ("home", "work", "bin", "tmp"):
            (self.folder / name).mkdir()
        self.environment = {
            "PATH": f"{self.bin}:/usr/bin:/bin", "HOME": str(self.folder / "home"), "TMPDIR": str(self.folder / "tmp"),
            "LANG": "C.UTF-8", "TERM": "dumb",
            # Whatever is not on loopback goes to a proxy that is not there: nothing leaves the machine, not even a name.
            "HTTPS_PROXY": "http://127.0.0.1:9", "NO_PROXY": "127.0.0.1,127.0.0.2",
            "SLIPWAY_ENDPOINT": azure.endpoint, "SSL_CERT_FILE": str(azure.ca), "AZURE_AUTHORITY_HOST": azure.endpoint,
            "AZURE_POD_IDENTITY_AUTHORITY_HOST": azure.imds.url, "AZURE_SUBSCRIPTION_ID": standard.SUBSCRIPTION,
            "AZURE_TENANT_ID": standard.TENANT, "AZURE_CLIENT_ID": standard.CLIENT, "AZURE_CLIENT_SECRET": standard.SECRET,
        }
        self.set(**variables)

    def set(self, **variables):
        """Change variables; None takes one away."""
        for name, value in variables.items():
            if value is None:
                self.environment.pop(name, None)
            else:
                self.environment[name] = str(value)

    @property
    def work(self):
        return self.folder / "work"

    def model(self, change=None, example="existing-vnet", name="cluster.json"):
        """An example's model, with a change merged over it, as a file."""
        source = json.loads((EXAMPLES / example / "cluster.json").read_text())
        path = self.work / name
        path.write_text(json.dumps(standard.merge(source, change or {}), indent=2))
        return path

    def begin(self, command, *arguments, **options):
        """Start a command and give its process."""
        pause = [] if command in ("validate", "generate") or not options.get("pause", True) else ["--poll-interval", PAUSE]
        return subprocess.Popen(
            [PROGRAM, *command.split(), *map(str, arguments), *pause], cwd=self.work, env=self.environment,
            stdin=options.get("stdin", subprocess.DEVNULL), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True, umask=options.get("umask", -1))

    def end(self, process, timeout=60):
        """Wait for a process; one that does not end is killed and fails the test."""
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, err = process.communicate(timeout=10)
            raise AssertionError(f"slipway did not end within {timeout} s\n{out}\n{err}") from None
        return Result(process.returncode, out, err)

    def run(self, command, *arguments, timeout=60, **options):
        return self.end(self.begin(command, *arguments, **options), timeout)

    def files(self):
        """All files that runs left behind."""
        return [path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink()]

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)
