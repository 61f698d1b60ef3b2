"""Azure's endpoints that give no answer, or no right one."""
import shutil

from world import azure, checks
from world.node import STATE_FOLDERS

from . import recoveries
from .cases import Situation
from .points import point

FAULTS = [429, 400, 404, 410, 500, 503, "empty", "cut", "html", "foreign"]


def unanswered(imds, wireserver, known, node):
    """With a known list pods go on; without one an ADD is told to try again. Nothing is left, nothing is lost."""
    if not known:
        shutil.rmtree(STATE_FOLDERS[1], ignore_errors=True)
        shutil.rmtree(STATE_FOLDERS[0], ignore_errors=True)
    azure.say(node.pool, imds=imds, wireserver=wireserver)
    answer = node.plugin.command("refresh")
    assert answer.status == 1, f"no answer of Azure is an error: {answer}"
    pod = node.pod()
    answer = node.plugin.add(pod)
    checks.one_document(answer)
    if known:
        checks.whole(node, pod, answer)
        node.must(node.plugin.cni("STATUS"))
    else:
        assert answer.code == 11, f"without a list there is nothing to give yet: {answer}"
        checks.empty_namespace(pod)
        checks.tidy(node)
        status = node.plugin.cni("STATUS")
        assert status.code in (50, 51), f"no ADD can succeed: {status}"
    azure.say(node.pool)
    recoveries.recover(node, Situation(None, [pod]), recoveries.runtime)


def one_answers(imds, wireserver, node):
    """One source is enough."""
    shutil.rmtree(STATE_FOLDERS[1], ignore_errors=True)
    azure.say(node.pool, imds=imds, wireserver=wireserver)
    node.must(node.plugin.command("refresh"))
    azure.say(node.pool)
    recoveries.recover(node, Situation(None, []), recoveries.runtime)


def points(node, depth):
    pairs = [(one, other) for one in FAULTS for other in FAULTS]
    for turn, (imds, wireserver) in enumerate(depth.some(pairs, 8)):
        for known in depth.turns((True, False), turn):
            title = f"source/{imds}-{wireserver}/{'known' if known else 'unknown'}"
            yield point(title, unanswered, imds, wireserver, known)
    for fault in depth.some(FAULTS, 3):
        yield point(f"source/imds-{fault}", one_answers, fault, None)
        yield point(f"source/wireserver-{fault}", one_answers, None, fault)
