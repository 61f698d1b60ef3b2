"""SIGKILL at every stop of every call, with every way to go on."""
import random

from . import cases, recoveries, stops
from .points import point


def harmed(option, case, stop, how, node):
    situation = case(node)
    answer = situation.call(harm=[option, str(stop)])
    came_about = answer.signal == 9
    if not came_about:
        cases.ended(node, situation, answer)
    recoveries.recover(node, situation, how, by_gc=stop % 2 == 0)
    return came_about


SECONDS = {
    "delete": lambda node, pod, harm: node.plugin.delete(pod, harm=harm),
    "collect": lambda node, pod, harm: node.plugin.gc([node.bystander], harm=harm),
    "refresh": lambda node, pod, harm: node.plugin.command("refresh", harm=harm),
    "again": lambda node, pod, harm: node.plugin.add(pod, harm=harm),
}


def harmed_twice(first, second, name, node):
    """The call that was to put things right is killed as well."""
    situation = cases.add(node)
    came_about = situation.call(harm=["-k", str(first)]).signal == 9
    came_about &= SECONDS[name](node, situation.pod_to_add, ["-k", str(second)]).signal == 9
    recoveries.recover(node, situation, recoveries.ALL[(first + second) % 4], by_gc=second % 2 == 0)
    return came_about


def twice(node, depth):
    """Pairs of stops, chosen by a generator with a fixed seed."""
    dice, (most, start, _) = random.Random(5), stops.count(node, cases.add)
    for number in range(2000 if depth.full else 12):
        name = list(SECONDS)[number % len(SECONDS)]
        first, second = dice.randrange(start, most), dice.randrange(start, most)
        yield point(f"kill-twice/{name}/{first}-{second}", harmed_twice, first, second, name)


def points(node, depth):
    for case in cases.ALL:
        name = cases.name(case)
        if depth.wants(f"kill/{name}/"):
            for turn, stop in enumerate(stops.chosen(node, case, depth, 7)[0]):
                for how in depth.turns(recoveries.ALL, turn):
                    yield point(f"kill/{name}/{stop}/{how.__name__}", harmed, "-k", case, stop, how)
        if depth.wants(f"kill-inside/{name}/"):
            for turn, stop in enumerate(stops.chosen(node, case, depth, 2, entries_only=True)[0]):
                how = recoveries.ALL[turn % 4]
                yield point(f"kill-inside/{name}/{stop}/{how.__name__}", harmed, "-d", case, stop, how)
    if depth.wants("kill-twice/"):
        yield from twice(node, depth)
