"""A system call that fails, or moves fewer bytes than it was asked to, at every place of every call."""
import errno

from world import checks

from . import cases, recoveries, stops
from .points import point

NUMBERS = [errno.ENOSPC, errno.EIO, errno.ENOMEM, errno.EINTR, errno.EMFILE]
# Linux closes a descriptor and unmaps memory whatever it answers; nothing comes after an exit.
CLOSE, MUNMAP, EXIT, EXIT_GROUP = 3, 11, 60, 231
# Without these the C library gives up, before the program's first instruction.
MPROTECT, ARCH_PRCTL = 10, 158
UNHARMED = (CLOSE, MUNMAP, EXIT, EXIT_GROUP, MPROTECT, ARCH_PRCTL, None)
READ, WRITE, PREAD, PWRITE = 0, 1, 17, 18


def failing(case, stop, number, call, node):
    situation = case(node)
    answer = situation.call(harm=["-x", f"{stop}={number}"])
    # An error that cannot be written to standard output is nowhere to be read but in the log.
    if call != WRITE or answer.out:
        checks.one_document(answer)
    # A call that had to fail anyway may meet the error while it puts things back; the DEL that follows does it then.
    if answer.status is not None and not situation.must_fail:
        # A DEL that cannot open the state frees the kernel's side and succeeds; the record goes with the next call that can.
        look = cases.left_behind if case in (*cases.DELETES, cases.collect) else cases.ended
        look(node, situation, answer)
    recoveries.recover(node, situation, recoveries.runtime, by_gc=stop % 4 == 0)


def short(case, stop, node):
    """Moving fewer bytes is no failure: the call must do as if nothing had been."""
    situation = case(node)
    answer = situation.call(harm=["-s", str(stop)])
    assert answer.fine or situation.must_fail, f"half a read or write: {answer}"
    cases.ended(node, situation, answer)
    recoveries.recover(node, situation, recoveries.runtime, by_gc=stop % 4 == 0)


def points(node, depth):
    for case in cases.ALL:
        name = cases.name(case)
        if not depth.wants(f"error/{name}/") and not depth.wants(f"short/{name}/"):
            continue
        chosen, calls = stops.chosen(node, case, depth, 4, entries_only=True)
        for turn, stop in enumerate(chosen):
            call = calls[stop // 2 - 1] if stop // 2 <= len(calls) else None
            if call not in UNHARMED:
                for number in depth.turns(NUMBERS, turn):
                    yield point(f"error/{name}/{stop}/{errno.errorcode[number]}", failing, case, stop, number, call)
        movers = [2 * (i + 1) for i, call in enumerate(calls) if call in (READ, WRITE, PREAD, PWRITE)]
        for stop in depth.some(movers, 1):
            yield point(f"short/{name}/{stop}", short, case, stop)
