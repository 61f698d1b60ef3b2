"""Files of the plugin that are cut, damaged or replaced by older copies, while pods are attached."""
import os
import shutil

from world import azure, checks, sandbox
from world.node import STATE_FOLDERS

from . import recoveries
from .cases import Situation
from .points import point

SLOT, HEADER = 512, 4096
COPIES = sandbox.SCRATCH + "/copies"


def cut(length):
    return lambda data: data[:length]


def flip(bit):
    def change(data):
        if bit // 8 >= len(data):
            return data
        return data[:bit // 8] + bytes([data[bit // 8] ^ 1 << bit % 8]) + data[bit // 8 + 1:]
    return change


def zeroes(begin, length):
    return lambda data: data[:begin] + bytes(min(length, max(0, len(data) - begin))) + data[begin + length:]


def longer(count):
    return lambda data: data + b"\xa5" * count


def moved(source, target):
    """One slot over another, whose checksum is then right but whose place is not."""
    def change(data):
        one, other = HEADER + SLOT * source, HEADER + SLOT * target
        return data[:other] + data[one:one + SLOT] + data[other + SLOT:]
    return change


def damaged(path, change, turn, node):
    victim, fresh = node.attached(), node.pod()
    with open(path, "r+b") as file:
        data = change(file.read())
        file.seek(0)
        file.truncate()
        file.write(data)
    answer = node.plugin.add(fresh)
    checks.one_document(answer)
    checks.whole(node, fresh, answer)
    checks.not_doubled(node, [node.bystander, victim, fresh])
    expected = {(pod.container, pod.ifname) for pod in (node.bystander, victim, fresh)}
    assert set(checks.listed(node)) == expected, f"list names {sorted(checks.listed(node))}, not {sorted(expected)}"
    if turn % 2:
        node.must(node.plugin.gc([node.bystander, fresh]))
        checks.tidy(node, also=[fresh])
    recoveries.recover(node, Situation(None, [victim, fresh]), recoveries.runtime)


def history(node):
    """Steps of a node's life; the fault is to go back in it."""
    pods = [node.pod() for _ in range(3)]
    return pods, [
        lambda: node.must(node.plugin.add(pods[0])),
        lambda: node.must(node.plugin.add(pods[1])),
        lambda: node.must(node.plugin.delete(pods[0])),
        lambda: node.must(node.plugin.add(pods[2])),
        lambda: node.must(node.plugin.command("refresh")),
        lambda: node.must(node.plugin.delete(pods[1])),
        lambda: node.must(node.plugin.add(pods[0])),
    ]


def restored(folder, saved, restored_at, node):
    pods, steps = history(node)
    kept = COPIES + folder
    for number, step in enumerate(steps):
        if number == saved:
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(folder, kept)
        step()
        if number == restored_at:
            shutil.copytree(kept, folder, dirs_exist_ok=True)
    checks.not_doubled(node, [node.bystander, *pods])
    recoveries.recover(node, Situation(None, pods), recoveries.runtime)


def without_answers(path, change, node):
    """A damaged list of addresses while Azure does not answer: no wrong address is given, and all comes back."""
    with open(path, "rb") as file:
        data = change(file.read())
    with open(path, "wb") as file:
        file.write(data)
    azure.say(node.pool, imds=500, wireserver=503)
    pod = node.pod()
    answer = node.plugin.add(pod)
    checks.one_document(answer)
    assert answer.fine or answer.code == 11, answer
    if answer.fine:
        checks.whole(node, pod, answer)
    azure.say(node.pool)
    recoveries.recover(node, Situation(None, [pod]), recoveries.runtime)


def kept_files(node):
    """The files whose content means something; locks are empty."""
    node.done_with(node.attached())  # so that they are all there
    node.must(node.plugin.gc([node.bystander]))
    return {path: size for path, size in sorted(node.files().items()) if size and os.path.dirname(path) in STATE_FOLDERS}


def points(node, depth):
    for path, size in kept_files(node).items():
        name = os.path.basename(path)
        for turn, length in enumerate(depth.some(range(size), 16)):
            yield point(f"cut/{name}/{length}", damaged, path, cut(length), turn)
        for turn, byte in enumerate(depth.some(range(size), 16)):
            yield point(f"flip/{name}/{byte}", damaged, path, flip(8 * byte + byte * 5 % 8), turn)
        for turn, begin in enumerate(depth.some(range(0, size, SLOT), 3)):
            yield point(f"zero/{name}/{begin}", damaged, path, zeroes(begin, SLOT), turn)
        for turn, count in enumerate(depth.some([1, 7, 511, 512, 4096, 100_000], 2)):
            yield point(f"longer/{name}/{count}", damaged, path, longer(count), turn)
        if name == "state":
            slots = range(max(0, size - HEADER) // SLOT)
            for turn, (source, target) in enumerate(depth.some([(a, b) for a in slots for b in slots if a != b], 4)):
                yield point(f"moved/{name}/{source}-{target}", damaged, path, moved(source, target), turn)
        if name == "pool.json":
            for length in depth.some(range(size), 4):
                yield point(f"cut-unanswered/{name}/{length}", without_answers, path, cut(length))
            for byte in depth.some(range(size), 4):
                yield point(f"flip-unanswered/{name}/{byte}", without_answers, path, flip(8 * byte + byte * 5 % 8))
    pairs = [(saved, later) for later in range(7) for saved in range(later + 1)]
    for turn, (saved, later) in enumerate(depth.some(pairs, 8)):
        for folder in depth.turns(STATE_FOLDERS, turn // 3):
            yield point(f"restored{folder}/{saved}-{later}", restored, folder, saved, later)
