"""Runs all tests of this folder and says at the end how much was exchanged and judged."""
import logging
import os
import sys
import unittest

from .judge import totals

MODULES = ("sdk.reading", "sdk.deploying", "sdk.credentials")


def main():
    # Azure's SDK logs refusals that the tests ask for.
    logging.disable(logging.CRITICAL)
    names = sys.argv[1:] or MODULES
    result = unittest.TextTestRunner(verbosity=1).run(unittest.defaultTestLoader.loadTestsFromNames(names))
    print(f"azure: {result.testsRun} tests, {totals['recordings']} recordings, {totals['exchanges']} exchanges, "
          f"{totals['findings']} findings")
    if totals["unjudged"]:
        note = f"Tests/azure: {totals['unjudged']} recordings were not judged: no {os.environ.get('SHARED')}/rest here"
        print(note)
        if "NOT_RUN" in os.environ:
            with open(os.environ["NOT_RUN"], "a", encoding="utf-8") as file:
                file.write(note + "\n")
    sys.exit(not result.wasSuccessful())


main()
