"""SIGKILL at every stop of every call, with every way to go on."""
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


def points(node, depth):
    for case in cases.ALL:
        for turn, stop in enumerate(stops.chosen(node, case, depth, 11)[0]):
            for how in depth.turns(recoveries.ALL, turn):
                yield point(f"kill/{cases.name(case)}/{stop}/{how.__name__}", harmed, "-k", case, stop, how)
        for turn, stop in enumerate(stops.chosen(node, case, depth, 2, entries_only=True)[0]):
            how = recoveries.ALL[turn % 4]
            yield point(f"kill-inside/{cases.name(case)}/{stop}/{how.__name__}", harmed, "-d", case, stop, how)
