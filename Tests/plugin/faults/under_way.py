"""Something else happens while a call stands still at a stop: at every stop of the calls."""
import contextlib

from world import checks, netns, vm
from world.plugin import Pause

from . import cases, recoveries, stops
from .points import point

A_WHILE = 0.03  # seconds for the other call to end or to meet the lock; the checks hold either way
NEW_NAME = "ens7"


@contextlib.contextmanager
def another_add(node, situation):
    """A second pod is attached; both must get what they asked for."""
    pod = node.pod()
    call = node.plugin.start("ADD", pod)
    call.ended_within(A_WHILE)
    yield True
    answer = call.finish()
    situation.victims.append(pod)
    checks.whole(node, pod, answer)


@contextlib.contextmanager
def another_delete(node, situation):
    """A second pod is detached."""
    pod = situation.other
    call = node.plugin.start("DEL", pod)
    call.ended_within(A_WHILE)
    yield True
    node.must(call.finish())
    checks.empty_namespace(pod)
    node.done_with(pod)


@contextlib.contextmanager
def a_refresh(node, situation):
    call = node.plugin.start_command("refresh")
    call.ended_within(A_WHILE)
    yield True
    node.must(call.finish())


@contextlib.contextmanager
def killed_waiting(node, situation):
    """Another call is killed while it may wait for the first."""
    pod = node.pod()
    call = node.plugin.start("ADD", pod)
    call.ended_within(A_WHILE)
    call.process.kill()
    call.finish()
    situation.victims.append(pod)
    yield True


@contextlib.contextmanager
def namespace_gone(node, situation):
    for pod in situation.victims:
        if netns.exists(pod.namespace):
            netns.delete(pod.namespace)
    yield False


@contextlib.contextmanager
def files_gone(node, situation):
    cases.clean_files()
    yield False


@contextlib.contextmanager
def uplink_renamed(node, situation):
    rename("eth0", NEW_NAME)
    yield False
    rename(NEW_NAME, "eth0")


def rename(old, new):
    """Gives the NIC another name, as a guest's udev rules do late."""
    vm.ip("vm", [f"link set {old} down", f"link set {old} name {new}", f"link set {new} up",
                 f"route add default via {vm.GATEWAY} dev {new}"])


def links_settle(node, situation):
    """Waits for links of namespaces that ended."""
    gone = [pod.container for pod in situation.victims if not netns.exists(pod.namespace)]
    node.wait(lambda: not any(container in link.alias for link in node.observer.view().links.values() for container in gone))


def meanwhile(case, stop, event, node):
    situation = case(node)
    if event is another_delete:
        situation.other = node.attached()
    paused = Pause(situation.call, stop)
    if not paused.reached():
        paused.finish()
        if situation.other:
            situation.victims.append(situation.other)
        recoveries.recover(node, situation, recoveries.runtime)
        return False
    try:
        with event(node, situation) as must_succeed:
            answer = paused.finish()
    except BaseException:
        paused.finish()
        raise
    checks.one_document(answer)
    if must_succeed:
        assert answer.fine, f"beside {event.__name__}: {answer}"
    pods = [pod for pod in situation.victims if netns.exists(pod.namespace)]
    checks.not_doubled(node, [node.bystander, *pods])
    if situation.pod_to_add and answer.fine and situation.pod_to_add in pods:
        checks.whole(node, situation.pod_to_add, answer)
    links_settle(node, situation)
    recoveries.recover(node, situation, recoveries.runtime, by_gc=stop % 4 < 2)
    return True


EVENTS = [another_add, another_delete, a_refresh, killed_waiting, namespace_gone, files_gone, uplink_renamed]


def points(node, depth):
    for case in (cases.add, cases.add_without_pool_file, cases.delete, cases.collect, cases.refresh):
        beginning = f"under-way/{cases.name(case)}/"
        if not depth.wants(beginning):
            continue
        for turn, stop in enumerate(stops.chosen(node, case, depth, 7, entries_only=True)[0]):
            # The runtime calls GC exclusively: no ADD runs beside it.
            events = [event for event in EVENTS if case is not cases.collect or event not in (another_add, killed_waiting)]
            for event in depth.turns(events, turn):
                yield point(f"{beginning}{stop}/{event.__name__.replace('_', '-')}", meanwhile, case, stop, event)
