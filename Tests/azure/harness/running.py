"""A loopback Azure in the test's own process."""
import pathlib
import shutil
import tempfile

from arm.service import Azure

from .judge import judge


class Running:
    """`with Running(world=…, faults=…) as azure:` - an Azure of its own for the block, judged when it ends.

    `judged` names the findings that the block provokes on purpose; others fail the test."""

    def __init__(self, world=None, faults=(), judged=()):
        self.world, self.faults, self.judged = world, faults, judged

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="azure-"))
        self.azure = Azure(self.folder, self.world, self.faults)
        self.azure.ready()
        return self.azure

    def __exit__(self, kind, error, trace):
        self.azure.close()
        try:
            if self.azure.crashes:
                raise AssertionError("the loopback Azure crashed: " + self.azure.crashes[0]) from error
            if kind is None:
                judge(self.folder / "recording.jsonl", self.judged)
        finally:
            shutil.rmtree(self.folder)
