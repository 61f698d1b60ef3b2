"""Runs all tests of this folder and says at the end how much was exchanged and judged."""
import logging
import sys
import unittest

from .judge import CHECKER, totals

MODULES = ("sdk.reading", "sdk.deploying", "sdk.credentials")


def main():
    # Azure's SDK logs refusals that the tests ask for.
    logging.disable(logging.CRITICAL)
    names = sys.argv[1:] or MODULES
    result = unittest.TextTestRunner(verbosity=1).run(unittest.defaultTestLoader.loadTestsFromNames(names))
    print(f"azure: {result.testsRun} tests, {totals['recordings']} recordings, {totals['exchanges']} exchanges, "
          f"{totals['findings']} findings")
    if totals["unjudged"]:
        print(f"no {CHECKER} here: judging the recordings is not part of this run")
    sys.exit(not result.wasSuccessful())


main()
