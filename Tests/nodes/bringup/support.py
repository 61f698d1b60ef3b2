"""Rooms of a test module: one cluster for all, images of machines on which cloud-init has ended, and tidying up."""

import atexit
import base64
import contextlib
import pathlib
import shutil
import tempfile
import unittest

from cluster import PROGRAMS, REPOSITORY, Cluster  # noqa: F401 (tests take PROGRAMS from here)
from machine import Machine


class Shared:
    """Made once in a run, by whichever test asks first."""

    folder = None
    cluster = None
    images = {}


def shared_folder():
    if Shared.folder is None:
        parent = REPOSITORY / "_output"
        parent.mkdir(exist_ok=True)
        Shared.folder = pathlib.Path(tempfile.mkdtemp(prefix="rooms-", dir=parent))
        atexit.register(shutil.rmtree, Shared.folder, True)
    return Shared.folder


def base64_of(file):
    return base64.b64encode(pathlib.Path(file).read_bytes()).decode()


class Rooms(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        if Shared.cluster is None:
            Shared.cluster = Cluster(shared_folder() / "cluster")
        cls.cluster = Shared.cluster

    def setUp(self):
        self.stack = contextlib.ExitStack()
        self.addCleanup(self.stack.close)

    def folder(self, name):
        return shared_folder() / f"{type(self).__name__}-{self._testMethodName}-{name}"

    def enter(self, machine):
        self.stack.callback(shutil.rmtree, machine.folder, True)
        return self.stack.enter_context(machine)

    def image(self, role):
        """The folder of a machine of this role as cloud-init leaves it, for others to begin with."""
        index = None if role == "node" else int(role.removeprefix("master"))
        if role not in Shared.images:
            folder = shared_folder() / f"image-{role}"
            with Machine(self.cluster, folder, index, disk=False) as machine:
                machine.cloud_init()
            Shared.images[role] = folder
        return Shared.images[role]

    def machine(self, role, name="machine", secrets=True, **options):
        index = None if role == "node" else int(role.removeprefix("master"))
        machine = self.enter(Machine(self.cluster, self.folder(name), index, image=self.image(role), **options))
        if secrets:
            machine.bring_secrets()
        return machine

    def assertEnds(self, machine, step, code):
        """The bring-up ends with this step and code, and so does the extension, whose last line names both."""
        ended = machine.bring_up()
        self.assertEqual(code, ended.returncode, "\n".join(machine.log()))
        self.assertEqual((step, "failed", code), machine.results()[-2], "\n".join(machine.log()))
        self.assertEqual(("all", "failed", code), machine.results()[-1])
        awaited = machine.run("/opt/slipway/bin/await-bring-up", check=False)
        self.assertEqual(code, awaited.returncode)
        self.assertRegex(awaited.stdout.splitlines()[-1], rf"^slipway: code={code} step={step} name=\S+: ")
        self.assertLess(len(awaited.stdout), 4096)
        return [line for line in machine.log() if " error " in line]

    def assertMends(self, machine):
        """With the cause gone, the next run goes on and ends well."""
        ended = machine.run("systemctl", "start", "slipway-bootstrap.service", check=False)
        self.assertEqual(0, ended.returncode, "\n".join(machine.log()[-8:]))
        self.assertEqual(("all", "ok", 0), machine.results()[-1])
