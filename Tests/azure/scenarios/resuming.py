"""Killed at any request, interrupted, or started twice: one cluster comes out of it, never a second one."""
import concurrent.futures
import os
import signal

from harness import signals
from harness.case import Scenario
from harness.program import Shell
from harness.running import Running

from .deploying import SMALL, virtual_machines

# Lost with the process: the second run begins its questions anew.
ALLOWED = ("operation-not-followed", "page-not-read")


def ended_at(number, moment, kind):
    """(whether the first run came to that request, first run, second run, machines, names of deployments) where the first run got
    a signal at a request. How often it looks depends on time, so a run may be over before."""
    with Running(judged=ALLOWED) as azure:
        shell = Shell(azure)
        try:
            command = ("deploy", shell.model(SMALL), "-o", "out", "--yes")
            first = signals.at_request(azure, shell, number, moment, kind, *command)
            came = azure.count >= number
            second = shell.run(*command)
            return came, first, second, virtual_machines(azure), sorted(d.name for d in azure.world.deployments.values())
        finally:
            shell.close()


class Ended(Scenario):
    def baseline(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes"), 0)
            changing = [x["number"] for x in azure.exchanges if x["method"] != "GET"]
            return azure.count, changing, sorted(d.name for d in azure.world.deployments.values())

    def at_each(self, points, kind, code):
        """One cluster comes out of it, at whichever of the points the first run ended."""
        _, _, names = self.baseline()
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for point, outcome in zip(points, pool.map(lambda p: ended_at(*p, kind), points), strict=True):
                with self.subTest(point):
                    came, first, second, machines, deployments = outcome
                    self.assertEqual(first.code, code if came else 0, str(first))
                    self.ends(second, 0)
                    self.assertEqual((machines, deployments), (3, names))
                    if came:
                        yield first

    def test_killed_at_each_request(self):
        count, changing, _ = self.baseline()
        points = [(n, "before") for n in range(1, count + 1)] + [(n, "after") for n in changing]
        self.assertGreater(len(list(self.at_each(points, signal.SIGKILL, -signal.SIGKILL))), len(points) * 3 // 4)

    def test_interrupted_at_each_stage(self):
        # Ctrl-C while the first answer of each operation is awaited: it ends at once, in order, and says how to go on.
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes"), 0)
            first = {x["operation"]: (x["number"], "before" if x["method"] == "GET" else "after")
                     for x in sorted(azure.exchanges, key=lambda x: -x["number"])}
        points = sorted(first.values())
        self.assertGreater(len(points), 15)
        for first in self.at_each(points, signal.SIGINT, 130):
            self.assertIn("interrupted", first.err)
            self.assertNotIn("failed", first.err)


class Interrupted(Scenario):
    def interrupted(self, azure, shell, *arguments):
        """Ctrl-C once the deployment runs."""
        process = None

        def watch(request, moment):
            if request.operation == "Poll_DeploymentStatus" and "/deployments/corp/" in request.path and moment == "after":
                os.kill(process.pid, signal.SIGINT)

        process = shell.begin("deploy", shell.model(), "-o", "out", "--yes", *arguments)
        azure.watch(watch)
        result = self.ends(shell.end(process), 130)
        azure.watchers.clear()
        return result

    def test_leaves_the_deployment_running_and_says_how_to_go_on(self):
        with self.azure(judged=ALLOWED) as (azure, shell):
            result = self.interrupted(azure, shell)
            for text in ("slipway deploy out", "slipway deploy cancel out"):
                self.assertIn(text, result.text)
            self.assertIn("Running", {d.state for d in azure.world.deployments.values()})
            puts = self.operations(azure).count("Deployments_CreateOrUpdate")
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertEqual(self.operations(azure).count("Deployments_CreateOrUpdate"), puts, "it was deployed anew")
            self.assertEqual(virtual_machines(azure), 15)

    def test_cancel_on_interrupt(self):
        with self.azure(judged=ALLOWED) as (azure, shell):
            self.interrupted(azure, shell, "--cancel-on-interrupt")
            self.assertIn("Canceled", {d.state for d in azure.world.deployments.values()})

    def test_another_run_ended_badly(self):
        world = {"failing": {"Microsoft.Compute/virtualMachines/extensions": {
            "name": "master-1", "error": "VMExtensionProvisioningError", "times": 1}}}
        with self.azure(world) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 4)
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertEqual(len(list((shell.work / "out" / "secrets" / "attempts").glob("*.json"))), 2)


class Twice(Scenario):
    def test_same_folder(self):
        with self.azure({"stuck": "corp-master-0$"}, judged=ALLOWED) as (azure, shell):
            first = shell.begin("deploy", shell.model(), "-o", "out", "--yes")
            self.wait(azure)
            second = shell.run("deploy", shell.model(), "-o", "out", "--yes")
            self.assertEqual(second.code, 1, str(second))
            azure.world.change({"stuck": ""})
            self.ends(shell.end(first), 0)

    def test_other_folder_follows(self):
        with self.azure({"stuck": "corp-master-0$"}, judged=ALLOWED) as (azure, shell):
            first = shell.begin("deploy", shell.model(), "-o", "one", "--yes")
            self.wait(azure)
            second = shell.begin("deploy", shell.model(), "-o", "two", "--yes")
            azure.world.change({"stuck": ""})
            for process in (first, second):
                self.ends(shell.end(process), 0)
            self.assertEqual(virtual_machines(azure), 15)

    def wait(self, azure):
        import time
        for _ in range(1500):
            if any(x["operation"] == "Poll_DeploymentStatus" and "/deployments/corp/" in x["url"] for x in list(azure.exchanges)):
                return
            time.sleep(0.02)
        self.fail("the first run did not get to its deployment")
