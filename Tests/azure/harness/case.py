"""The base of scenario tests."""
import contextlib
import os
import unittest

from .program import Shell
from .running import Running


class Scenario(unittest.TestCase):
    """A test with an Azure and a shell of its own."""

    maxDiff = None

    @staticmethod
    def not_run(reason):
        """Skip, and let it be said at the end of all tests."""
        with open(os.environ.get("NOT_RUN", os.devnull), "a", encoding="utf-8") as file:
            file.write(f"{reason}\n")
        raise unittest.SkipTest(reason)

    @contextlib.contextmanager
    def azure(self, world=None, faults=(), judged=(), **variables):
        """`with self.azure(…) as (azure, shell):`"""
        with Running(world, faults, judged) as azure:
            shell = Shell(azure, **variables)
            try:
                yield azure, shell
            finally:
                shell.close()

    def ends(self, result, code):
        """The run ended with this exit status."""
        self.assertEqual(result.code, code, str(result))
        return result

    @staticmethod
    def operations(azure):
        """Names of the operations that were asked for, in order."""
        return [line["operation"] for line in azure.exchanges]

    def changed(self, azure):
        """Requests that change something, but for those of reading by POST."""
        reading = {"Deployments_Validate", "Deployments_WhatIf", "Token_ClientCredentials"}
        return [line["operation"] for line in azure.exchanges
                if line["method"] not in ("GET", "HEAD") and line["operation"] not in reading]
