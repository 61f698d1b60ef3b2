"""The runtime went away, or its disk is full: the result cannot be written."""
import os

from world import checks

from . import cases, recoveries
from .points import point


def broken_pipe():
    """The writing end of a pipe that nobody reads."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    return write_end


def full_disk():
    return os.open("/dev/full", os.O_WRONLY)


def read_only():
    return os.open("/dev/null", os.O_RDONLY)


OUTPUTS = {"broken-pipe": broken_pipe, "full-disk": full_disk, "not-writable": read_only}


def unheard(output, node):
    """An ADD whose result nobody got: it fails, and nothing is left, or at least the DEL finds everything."""
    pod, descriptor = node.pod(), output()
    call = node.plugin.start("ADD", pod, stdout=descriptor)
    os.close(descriptor)
    answer = call.finish()
    assert not answer.fine, f"an ADD whose result could not be written succeeded: {answer}"
    if answer.status is not None:
        checks.tidy(node)
        checks.empty_namespace(pod)
    recoveries.recover(node, cases.Situation(None, [pod]), recoveries.runtime)


def silent(case, output, node):
    """Calls that have nothing to say do not mind where."""
    situation, descriptor = case(node), output()
    pod = situation.victims[0]
    command = "DEL" if case in cases.DELETES else "GC"
    more = {"cni.dev/valid-attachments": [node.bystander.key()]} if command == "GC" else {}
    call = node.plugin.start(command, None if more else pod, stdout=descriptor, **more)
    os.close(descriptor)
    node.must(call.finish())
    checks.tidy(node)
    recoveries.recover(node, situation, recoveries.runtime)


def closed(number, node):
    """Started without one of its three streams: no file or socket of its own may be taken for it."""
    situation = cases.add(node)
    pod = situation.pod_to_add
    shell = node.plugin.start("ADD", pod, wrapper=["/bin/sh", "-c", f'exec "$0" {number}>&-'])
    answer = shell.finish()
    if answer.fine:
        assert number != 1, f"an ADD whose result could not be written succeeded: {answer}"
        checks.whole(node, pod, answer)
    elif answer.status is not None:
        checks.tidy(node)
        checks.empty_namespace(pod)
    recoveries.recover(node, situation, recoveries.runtime)


def points(node, depth):
    for name, output in OUTPUTS.items():
        yield point(f"stdout/{name}/add", unheard, output)
        for case in (cases.delete, cases.collect):
            yield point(f"stdout/{name}/{cases.name(case)}", silent, case, output)
    for number in range(3):
        yield point(f"closed/{number}", closed, number)
