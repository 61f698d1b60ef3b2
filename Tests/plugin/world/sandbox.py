"""Private namespaces around a test program, so that nothing is left on the machine even after kill -9."""
import os
import subprocess
import sys

MARK = "SLIPWAY_TEST_SANDBOX"
UNSHARE = ["unshare", "--mount", "--propagation", "private", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]
# Where programs of a node write; SCRATCH is the tests' own.
SCRATCH = "/mnt"
FRESH = ("/run", "/var/lib/cni", "/var/log", "/etc/cni")


def inside():
    return os.environ.get(MARK) == "1"


def why_not():
    """The reason why namespaces cannot be made here, or None."""
    answer = subprocess.run([*UNSHARE, "true"], capture_output=True, text=True)
    return None if answer.returncode == 0 else answer.stderr.strip() or "unshare failed"


def loop_devices():
    """Whether a file can be mounted as a disk here."""
    return subprocess.run(["losetup", "--find"], capture_output=True).returncode == 0


def not_run(what, reason):
    """Says that something was not tested, where the caller of all tests looks for it."""
    if os.environ.get("NOT_RUN"):
        with open(os.environ["NOT_RUN"], "a") as file:
            file.write(f"{what}: {reason}\n")
    print(f"not run: {what}: {reason}")


def command(script, *arguments):
    """The command that runs `script` in a sandbox of its own, which ends with the calling process."""
    return ["setpriv", "--pdeathsig", "KILL", "env", f"{MARK}=1", *UNSHARE, sys.executable, "-u", str(script),
            *map(str, arguments)]


def mount(source, target, kind, options):
    os.makedirs(target, exist_ok=True)
    subprocess.run(["mount", "-t", kind, "-o", options, source, target], check=True)


def furnish(size="64m"):
    """Called once inside: empty folders where programs of a node write, each of `size`."""
    mount("none", SCRATCH, "tmpfs", "mode=755")
    for folder in FRESH:
        mount("none", folder, "tmpfs", f"mode=755,size={size}")
    os.makedirs("/run/netns")
    os.makedirs("/run/lock")
