"""Runs the tests of this folder, several modules side by side as most of their time is waiting, and says at the end how much
was exchanged and judged.

usage: suite.py [MODULE …]     With one module: in this process."""
import collections
import concurrent.futures
import json
import logging
import subprocess
import sys
import tempfile
import unittest

from .judge import CHECKER, totals

# The longest first.
MODULES = (
    "scenarios.resuming", "scenarios.preflight", "scenarios.logins", "scenarios.large", "scenarios.faults", "scenarios.failures",
    "scenarios.hostile", "scenarios.deploying", "scenarios.terminals", "scenarios.whatif", "scenarios.secrecy",
    "scenarios.permissions", "scenarios.kubeconfig", "scenarios.http2", "scenarios.end_to_end", "scenarios.pipelines",
    "scenarios.pages", "sdk.deploying", "sdk.reading", "sdk.credentials",
)
SIDE_BY_SIDE = 4
MOST_SECONDS = 900


def here(name, report):
    """Run a module in this process and write the figures to a file."""
    # Azure's SDK logs refusals that the tests ask for.
    logging.disable(logging.CRITICAL)
    result = unittest.TextTestRunner(verbosity=1).run(unittest.defaultTestLoader.loadTestsFromName(name))
    if report:
        with open(report, "w", encoding="utf-8") as file:
            json.dump({**totals, "tests": result.testsRun}, file)
    return 0 if result.wasSuccessful() else 1


def apart(name):
    """(name, exit status, output, figures) of a module in a process of its own."""
    with tempfile.NamedTemporaryFile() as report:
        done = subprocess.run([sys.executable, "-W", "ignore", "-m", "harness.suite", "--one", name, report.name], text=True,
                              capture_output=True, timeout=MOST_SECONDS, check=False)
        text = report.read().decode()
    return name, done.returncode, done.stdout + done.stderr, json.loads(text) if text else {}


def main(names):
    sums, failed = collections.Counter(), []
    with concurrent.futures.ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        for name, code, output, figures in pool.map(apart, names):
            sums.update(figures)
            print(f"{name}: {figures.get('tests', 0)} tests {'passed' if code == 0 else 'FAILED'}", flush=True)
            if code:
                failed.append(name)
                print(output)
    print(f"azure: {sums['tests']} tests, {sums['recordings']} recordings, {sums['exchanges']} exchanges, "
          f"{sums['findings']} findings")
    if sums["unjudged"]:
        print(f"no {CHECKER} here: judging the recordings is not part of this run")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        sys.exit(here(sys.argv[2], sys.argv[3]))
    sys.exit(main(sys.argv[1:] or MODULES))
