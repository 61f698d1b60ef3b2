"""One share of the fault points, inside a sandbox of its own: share.py PLUGIN TRACER SHARE SHARES DEPTH ONLY RESULT."""
import collections
import json
import pathlib
import sys
import time
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from faults import cases, sweeps  # noqa: E402
from faults.points import Depth, belongs  # noqa: E402
from world import azure, sandbox  # noqa: E402
from world.node import Node  # noqa: E402
from world.plugin import Plugin  # noqa: E402

MOST_FAILURES = 40


def anew(node):
    """After a failure the next point starts on a fresh VM, so that it says something of its own."""
    azure.say(node.pool)
    node.reboot(cases.clean_files)


def run_point(node, point):
    """What went wrong at the point, or None; and whether its fault came about."""
    try:
        return None, point.run(node) is not False
    except AssertionError as error:
        return str(error), True
    except Exception:
        return traceback.format_exc(), True


def run_sweep(node, sweep, depth, mine, counts, failures):
    points = sweep.points(node, depth)
    while len(failures) < MOST_FAILURES:
        try:
            point = next(points, None)
        except AssertionError as error:  # the call fails even without any fault
            failures.append(f"{sweep.__name__}: {error}")
            print(f"FAILED {failures[-1]}")
            anew(node)
            return
        if point is None:
            return
        if not mine(point):
            continue
        problem, came_about = run_point(node, point)
        counts[point.name.partition("/")[0]] += came_about
        if problem:
            failures.append(point.name)
            print(f"FAILED {point.name}: {problem}")
            anew(node)


def main():
    plugin, tracer, share, shares, depth, only, result = sys.argv[1:]
    sandbox.furnish("2m")  # small, so that a disk is soon filled
    node = Node(Plugin(plugin, tracer))
    counts, failures = collections.Counter(), []

    def mine(point):
        return point.name.startswith(only) and belongs(point, int(share), int(shares))

    for sweep in sweeps.ALL:
        begin, before = time.monotonic(), sum(counts.values())
        run_sweep(node, sweep, Depth(depth == "full", only), mine, counts, failures)
        if sum(counts.values()) > before:
            print(f"share {share}: {sweep.__name__.rpartition('.')[2]} done, {sum(counts.values())} points, "
                  f"{time.monotonic() - begin:.0f} s")
    node.close()
    with open(result, "w") as file:
        json.dump({"counts": counts, "failures": failures}, file)


if __name__ == "__main__":
    main()
