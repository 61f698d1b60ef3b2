"""The machine itself: reboots, power loss, a NIC with another name."""
import os
import shutil
import subprocess

from world import azure, checks, sandbox, vm
from world.node import STATE_FOLDERS

from . import cases, recoveries, stops
from .cases import Situation
from .points import point
from .under_way import NEW_NAME, rename

DISK, COPY = sandbox.SCRATCH + "/disk.img", sandbox.SCRATCH + "/disk-after.img"
VAR = "/var/lib/cni"


def rebooted(attached, pool_file, answered, node):
    """Pods were attached; the boot finds its list of addresses or not, and Azure's answer or not."""
    pods = [node.attached() for _ in range(attached)]
    if not answered:
        azure.say(node.pool, imds=503, wireserver=503)

    def before_boot():
        if not pool_file:
            shutil.rmtree(STATE_FOLDERS[1], ignore_errors=True)

    if pool_file or answered:
        node.reboot(before_boot)
    azure.say(node.pool)
    recoveries.recover(node, Situation(None, pods), recoveries.runtime)


def rebooted_with_state(attached, node):
    """/run came back with the disk's content: nothing of it is true any more."""
    pods, kept = [node.attached() for _ in range(attached)], sandbox.SCRATCH + "/state"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(STATE_FOLDERS[0], kept)
    node.reboot(lambda: shutil.copytree(kept, STATE_FOLDERS[0]))
    recoveries.recover(node, Situation(None, pods), recoveries.forget)


def renamed(case, node):
    """The NIC has another name when the call is made; what was attached before stays."""
    situation = case(node)
    rename("eth0", NEW_NAME)
    answer = situation.call()
    checks.one_document(answer)
    if situation.pod_to_add and answer.fine:
        checks.whole(node, situation.pod_to_add, answer)
    assert answer.fine or situation.must_fail, f"with the NIC called {NEW_NAME}: {answer}"
    rename(NEW_NAME, "eth0")
    recoveries.recover(node, situation, recoveries.runtime)


def power_lost(stop, node):
    """Power fails while a changed list is written: afterwards the old list or the new one is there, whole."""
    old = list(node.pool)
    new = old[:-1] + vm.secondaries(1, skip=len(old))
    with open(DISK, "wb") as file:
        file.truncate(8 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", DISK], check=True)
    subprocess.run(["mount", "-o", "loop", DISK, VAR], check=True)
    node.must(node.plugin.command("refresh"))
    os.sync()
    azure.say(new)
    answer = node.plugin.command("refresh", harm=["-k", str(stop)])
    shutil.copyfile(DISK, COPY)  # what the disk holds; what only memory holds is lost
    azure.say(new, imds=503, wireserver=503)

    def before_boot():
        subprocess.run(["umount", VAR], check=True)
        subprocess.run(["mount", "-o", "loop", COPY, VAR], check=True)

    try:
        node.reboot(before_boot)
        pods = [node.bystander]
        while True:
            pod = node.pod()
            answer_of_add = node.plugin.add(pod)
            if not answer_of_add.fine:
                break
            pods.append(pod)
        node.done_with(pod)
        held = {item["address"] for item in checks.listed(node).values()}
        assert held in (set(old), set(new)), f"the list after the loss of power: {sorted(held)}"
        if answer.fine:
            assert held == set(new), "the refresh had ended, and its list is lost"
    finally:
        azure.say(old)
        node.reboot(lambda: subprocess.run(["umount", VAR], check=True))
        os.unlink(COPY)
        os.unlink(DISK)
    recoveries.recover(node, Situation(None, []), recoveries.runtime)
    return True


def points(node, depth):
    for attached in depth.some(range(1, len(node.pool)), 2):
        for pool_file in (True, False):
            for answered in (True, False):
                yield point(f"reboot/{attached}/{'list' if pool_file else 'no-list'}/{'answer' if answered else 'no-answer'}",
                            rebooted, attached, pool_file, answered)
        yield point(f"reboot/{attached}/state-kept", rebooted_with_state, attached)
    for turn, case in enumerate(depth.some(cases.ALL, 6)):
        yield point(f"renamed/{cases.name(case)}", renamed, case)
    if depth.wants("power-lost/") and sandbox.loop_devices():
        for stop in stops.chosen(node, cases.refresh_changed, depth, 5)[0]:
            yield point(f"power-lost/{stop}", power_lost, stop)
