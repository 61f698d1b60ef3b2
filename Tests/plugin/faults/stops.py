"""The stops of a call: entries and exits of its system calls."""
import functools

from . import cases
from .recoveries import recover, runtime

MARGIN = 6  # a call may make some more system calls than in the run that was counted


@functools.cache
def startup_calls(node):
    """The calls that every run of the program makes before it looks at what is asked."""
    return node.plugin.cni("VERSION", harm=[]).calls


def count(node, case):
    """The stops of the unharmed call, how many of them belong to the start of the program, and the calls that it made."""
    situation = case(node)
    answer = situation.call(harm=[])
    cases.ended(node, situation, answer)
    recover(node, situation, runtime)
    common = 0
    for one, other in zip(answer.calls, startup_calls(node)):
        if one != other:
            break
        common += 1
    # execve's exit comes first; then each call has an entry and an exit.
    return answer.stops, 1 + 2 * common, answer.calls


def chosen(node, case, depth, count_of_some, entries_only=False):
    """Stops to harm: all, or a few of the start and more of the work."""
    stops, start, calls = count(node, case)
    every = range(2, stops + MARGIN, 2) if entries_only else range(1, stops + MARGIN)
    if depth.full:
        return list(every), calls
    begin = [stop for stop in every if stop <= start]
    work = [stop for stop in every if start < stop <= stops]
    return depth.some(begin, 1) + depth.some(work, count_of_some), calls
