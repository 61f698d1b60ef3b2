"""The calls that are harmed: how the node is prepared, what is called, and what must be held when it ended by itself."""
import dataclasses
import os
import shutil
import subprocess
import typing

from world import azure, checks, netns, vm
from world.node import STATE_FOLDERS


@dataclasses.dataclass
class Situation:
    """One prepared call."""
    call: typing.Callable  # (harm, control) -> Answer
    victims: list  # pods that the runtime will detach in the end
    held_if_fine: list = dataclasses.field(default_factory=list)
    held_if_failed: list | None = dataclasses.field(default_factory=list)  # None: the call may have done a part
    must_fail: bool = False
    undo: typing.Callable = lambda: None  # what the test itself put there goes
    pod_to_add: object = None  # the pod that an ADD was called for
    other: object = None  # a pod that something else is done with meanwhile


def adding(node, pod, **config):
    return lambda harm=None, control=None: node.plugin.add(pod, harm=harm, control=control, **config)


def deleting(node, pod, **more):
    return lambda harm=None, control=None: node.plugin.delete(pod, harm=harm, control=control, **more)


def add(node):
    pod = node.pod()
    return Situation(adding(node, pod), [pod], [pod], pod_to_add=pod)


def add_without_pool_file(node):
    """The addresses must be asked for first."""
    shutil.rmtree(STATE_FOLDERS[1], ignore_errors=True)
    return add(node)


def add_without_any_file(node):
    """Only the kernel knows who holds what."""
    for folder in STATE_FOLDERS:
        shutil.rmtree(folder, ignore_errors=True)
    situation = add(node)
    situation.held_if_failed = None  # nothing is listed before a call has looked at the kernel
    return situation


def add_fixed(node):
    pod = node.pod()
    wanted = next(address for address in reversed(node.pool) if address != node.calm_result.address)
    return Situation(adding(node, pod, runtimeConfig={"ips": [wanted]}), [pod], [pod], pod_to_add=pod)


def add_to_empty_pool(node):
    fillers = [node.attached() for _ in node.pool[1:]]
    pod = node.pod()
    return Situation(adding(node, pod), [pod, *fillers], must_fail=True, held_if_failed=fillers, pod_to_add=pod)


def add_twice(node):
    pod = node.attached()
    return Situation(adding(node, pod), [pod], must_fail=True, held_if_failed=[pod])


def add_occupied(node):
    """The interface's name is taken in the pod's namespace."""
    pod = node.pod()
    vm.ip(pod.namespace, [f"link add {pod.ifname} type bridge"])
    return Situation(adding(node, pod), [pod], must_fail=True,
                     undo=lambda: netns.exists(pod.namespace) and vm.ip(pod.namespace, [f"link del {pod.ifname}"]))


def delete(node):
    pod = node.attached()
    return Situation(deleting(node, pod), [pod], held_if_failed=None)


def delete_without_namespace(node):
    """As containerd's second DEL; the namespace exists still."""
    pod = node.attached()
    return Situation(deleting(node, pod, environment={"CNI_NETNS": ""}), [pod], held_if_failed=None)


def delete_after_namespace(node):
    pod = node.attached()
    node.remove_namespace(pod)
    return Situation(deleting(node, pod), [pod], held_if_failed=None)


def delete_unknown(node):
    pod = node.pod()
    return Situation(deleting(node, pod), [pod], held_if_failed=None)


def collect(node):
    """GC of two pods, one of which has lost its namespace."""
    pods = [node.attached(), node.attached()]
    node.remove_namespace(pods[1])
    return Situation(lambda harm=None, control=None: node.plugin.gc([node.bystander], harm=harm, control=control), pods,
                     held_if_failed=None)


def check(node):
    pod = node.pod()
    result = node.must(node.plugin.add(pod))
    return Situation(lambda harm=None, control=None: node.plugin.cni("CHECK", pod, harm=harm, control=control,
                                                                     prevResult=result.document),
                     [pod], [pod], [pod])


def refresh(node):
    pod = node.attached()
    return Situation(lambda harm=None, control=None: node.plugin.command("refresh", harm=harm, control=control), [pod], [pod],
                     [pod])


def refresh_changed(node):
    """One free address went away, another came."""
    situation = refresh(node)
    kept = [address for address in node.pool if address == node.calm_result.address]
    free = [address for address in node.pool if address not in kept]
    azure.say(kept + free[:-1] + vm.secondaries(1, skip=len(node.pool)))

    def undo():
        azure.say(node.pool)
        node.must(node.plugin.command("refresh"))

    situation.undo = undo
    return situation


def refresh_unanswered(node):
    situation = refresh(node)
    azure.say(node.pool, imds=503, wireserver="cut")
    situation.must_fail = True
    situation.undo = lambda: azure.say(node.pool)
    return situation


def refresh_after_kill(node):
    """A reservation without its process is there."""
    pod = node.pod()
    calls = node.plugin.add(pod, harm=[]).stops
    node.must(node.plugin.delete(pod))
    node.plugin.add(pod, harm=["-k", str(calls * 3 // 4)])
    return Situation(lambda harm=None, control=None: node.plugin.command("refresh", harm=harm, control=control), [pod],
                     held_if_fine=None, held_if_failed=None)


ADDS = [add, add_without_pool_file, add_without_any_file, add_fixed, add_to_empty_pool, add_twice, add_occupied]
DELETES = [delete, delete_without_namespace, delete_after_namespace, delete_unknown]
OTHERS = [collect, refresh, refresh_changed, refresh_unanswered, refresh_after_kill, check]
ALL = ADDS + DELETES + OTHERS


def name(case):
    return case.__name__.replace("_", "-")


def ended(node, situation, answer):
    """What must hold right after a call that was not killed, before anything else is called."""
    held = left_behind(node, situation, answer)
    if held is not None:
        names = set(checks.listed(node))
        expected = {(pod.container, pod.ifname) for pod in [node.bystander, *held]}
        assert names == expected, f"list names {sorted(names ^ expected)} wrongly after {answer}"


def left_behind(node, situation, answer):
    """The part of `ended` that only looks at the kernel; gives the pods that must be attached, or None."""
    checks.one_document(answer)
    assert not (situation.must_fail and answer.fine), f"it should have failed: {answer}"
    held = situation.held_if_fine if answer.fine else situation.held_if_failed
    if held is None:
        return None
    if answer.fine and situation.pod_to_add:
        checks.whole(node, situation.pod_to_add, answer)
    elif situation.pod_to_add:
        checks.empty_namespace(situation.pod_to_add)
    checks.tidy(node, also=held)
    return held


def clean_files():
    """Removes the plugin's files; for a node that starts anew."""
    for folder in STATE_FOLDERS:
        for place, folders, files in os.walk(folder, topdown=False):
            for item in files:
                os.unlink(f"{place}/{item}")
            for item in folders:
                subprocess.run(["umount", "-q", f"{place}/{item}"], check=False, capture_output=True)
                os.rmdir(f"{place}/{item}")
