"""The first process of a room: lays the mounts, goes inside, and carries out commands that come as lines of JSON."""

import json
import os
import pathlib
import signal
import subprocess
import sys

folder, name = sys.argv[1:]
root = os.path.join(folder, "root")
STANDINS = "/opt/room/standins"
PATH = f"/opt/room/shims:{STANDINS}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
ENVIRONMENT = {"PATH": PATH, "HOME": "/root", "LC_ALL": "C.UTF-8", "SYSTEMD_OFFLINE": "1"}
# Settings of the whole machine, not of a namespace: the room writes copies.
MACHINE_WIDE = [
    "fs/inotify/max_user_instances", "fs/inotify/max_user_watches", "kernel/panic", "kernel/panic_on_oops",
    "vm/overcommit_memory",
]


def sh(*command):
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def lay():
    sh("mount", "--make-rprivate", "/")
    sh("mount", "-t", "overlay", "overlay", "-o",
       f"lowerdir=/,upperdir={folder}/upper,workdir={folder}/work", root)
    sh("mount", "-t", "proc", "proc", f"{root}/proc")
    sh("mount", "-t", "sysfs", "sysfs", f"{root}/sys")
    for number, key in enumerate(MACHINE_WIDE):
        copy = pathlib.Path(folder, "outside", f"proc-{number}")
        copy.write_text("0\n")
        sh("mount", "--bind", str(copy), f"{root}/proc/sys/{key}")
    sh("mount", "-t", "tmpfs", "tmpfs", f"{root}/dev")
    for device, major, minor in (("null", 1, 3), ("zero", 1, 5), ("full", 1, 7), ("random", 1, 8), ("urandom", 1, 9),
                                 ("tty", 5, 0)):
        os.mknod(f"{root}/dev/{device}", 0o20666, os.makedev(major, minor))
        os.chmod(f"{root}/dev/{device}", 0o666)
    for link, target in (("fd", "/proc/self/fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
        os.symlink(target, f"{root}/dev/{link}")
    os.mkdir(f"{root}/dev/shm")
    # Outside: the loop devices of the test, handed in by name.
    disk = pathlib.Path(folder, "outside", "disk")
    if disk.exists():
        device = os.stat(disk.read_text().strip())
        os.mknod(f"{root}/dev/sdc", 0o60660, device.st_rdev)
        os.makedirs(f"{root}/dev/disk/azure/scsi1")
        os.symlink("../../../sdc", f"{root}/dev/disk/azure/scsi1/lun0")
    sh("mount", "-t", "tmpfs", "tmpfs", f"{root}/run")
    sh("mount", "-t", "tmpfs", "tmpfs", f"{root}/tmp")
    os.chmod(f"{root}/tmp", 0o1777)
    subprocess.run(["hostname", name], check=True)


def power_cycle():
    # From within, this reaches every process of the room but this one.
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        pass
    while True:
        try:
            if os.waitpid(-1, 0)[0] == 0:
                break
        except ChildProcessError:
            break
    for line in reversed(open("/proc/self/mounts").read().splitlines()):
        place = line.split()[1]
        if place.startswith(("/var/lib/", "/run/")):
            subprocess.run(["umount", "-l", place], check=False, stderr=subprocess.DEVNULL)
    subprocess.run(["find", "/run", "-mindepth", "1", "-delete"], check=False, stderr=subprocess.DEVNULL)
    subprocess.run(["rm", "-rf", "/dev/disk/by-label"], check=True)


def answer(request):
    if request["command"] == ["power-cycle"]:
        power_cycle()
        return 0, ""
    # A file takes the output, so that a program that goes on in the background holds nobody up.
    with open("/tmp/output", "w+b") as output:
        process = subprocess.Popen(
            request["command"], env=ENVIRONMENT | request["env"], stdout=output, stderr=subprocess.STDOUT, cwd="/",
            stdin=subprocess.PIPE if request["input"] is not None else subprocess.DEVNULL, start_new_session=True)
        if request["input"] is not None:
            process.stdin.write(request["input"].encode())
            process.stdin.close()
        try:
            status = process.wait(request["timeout"])
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            status = -1
        output.seek(0)
        return status, output.read().decode(errors="replace")


lay()
os.chroot(root)
os.chdir("/")
print("ready", flush=True)
for line in sys.stdin:
    status, text = answer(json.loads(line))
    print(json.dumps({"status": status, "output": text}), flush=True)
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                break
        except ChildProcessError:
            break
