"""Clocks that jump: the wall clock, and the clocks that count from boot."""
import os
import time

from . import cases, recoveries
from .points import point

YEAR = 365 * 86400


def shifts():
    """Names and tracer options. None of them may change what a call does."""
    now, since_boot = int(time.time()), int(time.monotonic())
    return [
        ("wall-to-1970", ["-R", str(5 - now)]),
        ("wall-before-1970", ["-R", str(-now - YEAR)]),
        ("wall-10-years-back", ["-R", str(-10 * YEAR)]),
        ("wall-an-hour-back", ["-R", "-3600"]),
        ("wall-an-hour-on", ["-R", "3600"]),
        ("wall-past-2038", ["-R", str(20 * YEAR)]),
        ("wall-300-years-on", ["-R", str(300 * YEAR)]),
        ("boot-just-now", ["-M", str(1 - since_boot)]),
        ("boot-long-ago", ["-M", str(10 * YEAR)]),
        ("both-back", ["-R", str(-10 * YEAR), "-M", str(1 - since_boot)]),
    ]


def shifted(case, options, others_too, node):
    """The call under a clock of its own, among calls under the true one; or all of them under the shifted one."""
    situation = case(node)
    cases.ended(node, situation, situation.call(harm=options))
    if others_too:
        for pod in situation.victims:
            node.must(node.plugin.delete(pod, harm=options))
        pod = node.pod()
        node.must(node.plugin.add(pod, harm=options))
        situation.victims.append(pod)
    recoveries.recover(node, situation, recoveries.runtime)


def file_times(case, when, node):
    situation = case(node)
    for path in node.files():
        os.utime(path, (when, when))
    cases.ended(node, situation, situation.call())
    recoveries.recover(node, situation, recoveries.runtime)


def points(node, depth):
    turn = 0
    for name, options in shifts():
        for case in depth.turns(cases.ALL, turn):
            for others_too in depth.turns((False, True), turn):
                title = f"clock/{name}/{cases.name(case)}/{'all' if others_too else 'one'}"
                yield point(title, shifted, case, options, others_too)
            turn += 1
    for when in (0, 1, 2**31, 2**33):
        for case in depth.turns(cases.ALL, turn):
            yield point(f"file-times/{when}/{cases.name(case)}", file_times, case, when)
            turn += 1
