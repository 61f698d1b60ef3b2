"""Many calls at once."""
import random

from world import checks

from . import recoveries
from .cases import Situation
from .points import point

LARGE, USUAL = 100, 5


def starts(node, count):
    pods = [node.pod() for _ in range(count)]
    return pods, [node.plugin.start("ADD", pod) for pod in pods]


def large(run):
    """Runs on a NIC with many addresses."""
    def body(*arguments):
        node = arguments[-1]
        node.resize(LARGE)
        try:
            run(*arguments)
        finally:
            node.resize(USUAL)
    body.__name__ = run.__name__
    return body


@large
def add_and_delete(count, node):
    """All are attached at once, then detached at once."""
    pods, calls = starts(node, count)
    answers = [call.finish() for call in calls]
    for pod, answer in zip(pods, answers):
        checks.one_document(answer)
        checks.whole(node, pod, answer)
    addresses = [answer.address for answer in answers]
    assert len(set(addresses)) == count, f"twice: {sorted(a for a in addresses if addresses.count(a) > 1)}"
    for call in [node.plugin.start("DEL", pod) for pod in pods]:
        node.must(call.finish())
    checks.tidy(node)
    recoveries.recover(node, Situation(None, pods), recoveries.runtime)


def more_than_the_pool(count, node):
    """Exactly as many are attached as there are addresses; the others are told to try again, and leave nothing."""
    pods, calls = starts(node, count)
    answers = [call.finish() for call in calls]
    fine = [(pod, answer) for pod, answer in zip(pods, answers) if answer.fine]
    for pod, answer in fine:
        checks.whole(node, pod, answer)
    assert len(fine) == len(node.pool) - 1, f"{len(fine)} of {len(node.pool) - 1} addresses were given"
    for pod, answer in zip(pods, answers):
        checks.one_document(answer)
        if not answer.fine:
            assert answer.code in checks.EXHAUSTED, answer
            checks.empty_namespace(pod)
    checks.tidy(node, also=[pod for pod, _ in fine])
    recoveries.recover(node, Situation(None, pods), recoveries.runtime)


def same_attachment(count, node):
    """The same ADD several times at once, which no runtime should do: one is served, the others are refused."""
    pod = node.pod()
    answers = [call.finish() for call in [node.plugin.start("ADD", pod) for _ in range(count)]]
    fine = [answer for answer in answers if answer.fine]
    assert len(fine) == 1, f"{len(fine)} of {count} succeeded: {[str(answer) for answer in answers]}"
    checks.whole(node, pod, fine[0])
    checks.tidy(node, also=[pod])
    recoveries.recover(node, Situation(None, [pod]), recoveries.runtime)


@large
def mixed_with_kills(count, seed, node):
    """ADD, DEL, GC-like refreshes and kill -9 at random times, then what a runtime does about it."""
    dice = random.Random(seed)
    attached, pods = [node.attached() for _ in range(count // 3)], []
    calls = []
    for _ in range(count):
        kind = dice.choice(["ADD", "ADD", "DEL", "refresh"])
        if kind == "DEL" and attached:
            pod = attached.pop()
            pods.append(pod)
            calls.append((kind, pod, node.plugin.start("DEL", pod)))
        elif kind == "refresh":
            calls.append((kind, None, node.plugin.start_command("refresh")))
        else:
            pod = node.pod()
            pods.append(pod)
            calls.append(("ADD", pod, node.plugin.start("ADD", pod)))
    given = {node.calm_result.address}
    for kind, pod, call in calls:
        if dice.random() < 0.3:
            call.ended_within(dice.random() * 0.01)
            call.process.kill()
        answer = call.finish()
        checks.one_document(answer)
        if answer.status is not None and kind != "refresh":
            node.must(answer)
        if answer.fine and kind == "ADD":
            checks.whole(node, pod, answer)
            assert answer.address not in given, f"{answer.address} is held twice"
            given.add(answer.address)
    checks.not_doubled(node, [node.bystander, *attached, *pods])
    recoveries.recover(node, Situation(None, attached + pods), recoveries.runtime, by_gc=seed % 2 == 0)


def points(node, depth):
    for count in (2, 64):
        for turn in depth.some(range(10), 1):
            yield point(f"crowd/add-and-delete/{count}/{turn}", add_and_delete, count)
            yield point(f"crowd/more-than-the-pool/{count + 16}/{turn}", more_than_the_pool, count + 16)
            yield point(f"crowd/same-attachment/{count}/{turn}", same_attachment, count)
    for seed in depth.some(range(200), 2):
        yield point(f"crowd/mixed-with-kills/{seed}", mixed_with_kills, 64, seed)
