"""Secrets stay where they belong: looked for in everything that runs leave behind, in every way of running."""
import os
import pathlib
import threading
import time

from arm import standard
from harness import planted
from harness.case import Scenario

from . import worlds
from .preflight import PRINCIPAL
from .resuming import ALLOWED

GIVEN = "planted-service-principal-secret"


def command_lines(stop, seen):
    """Collect the command lines of all processes until told to stop."""
    while not stop.is_set():
        for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            try:
                seen.add(path.read_bytes())
            except OSError:
                continue
        time.sleep(0.005)


class Secrets(Scenario):
    def nowhere(self, azure, shell, result):
        secrets = [*planted.PLANTED, *azure.tokens.texts(), *(s["sig"] for s in azure.world.settings.get("signatures", []))]
        self.assertEqual(planted.places(shell, result, secrets), [])

    def test_in_nothing_that_a_run_leaves(self):
        for arguments in ((), ("--debug",), ("--format", "json"), ("--plan", "plan.json")):
            with self.subTest(arguments), self.azure(worlds.roles(("Owner", standard.SCOPE))) as (azure, shell):
                result = self.ends(shell.run("deploy", shell.model(PRINCIPAL), "-o", "out", "--yes", *arguments), 0)
                self.nowhere(azure, shell, result)

    def test_in_no_command_line(self):
        with self.azure() as (azure, shell):
            stop, seen = threading.Event(), set()
            watcher = threading.Thread(target=command_lines, args=(stop, seen))
            watcher.start()
            try:
                self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            finally:
                stop.set()
                watcher.join()
            wanted = [form for secret in planted.PLANTED for form in planted.forms(secret)]
            own = pathlib.Path(f"/proc/{os.getpid()}/cmdline").read_bytes()
            self.assertEqual([c for c in seen if c != own and any(form in c for form in wanted)], [])

    def test_when_everything_fails(self):
        worst = ({"do": "status", "status": 403, "code": "AuthorizationFailed", "when": {"operation": "*_Get", "times": 0}},
                 {"do": "garbage", "when": {"operation": "*_List", "times": 0}},
                 {"do": "status", "status": 400, "when": {"operation": "Token_*", "times": 0}})
        for fault in worst:
            with self.subTest(fault["do"]), self.azure(faults=[fault], judged=ALLOWED) as (azure, shell):
                self.nowhere(azure, shell, shell.run("deploy", shell.model(), "-o", "out", "--yes", "--debug", timeout=120))

    def test_the_password_of_a_service_principal(self):
        with self.azure() as (azure, shell):
            change = {"properties": {"orchestratorProfile": {"kubernetesConfig": {"useManagedIdentity": False}},
                                     "servicePrincipalProfile": {"clientId": "0c11e000-0000-4000-8000-00000000000a",
                                                                 "secret": GIVEN}}}
            model = shell.model(change)
            result = self.ends(shell.run("deploy", model, "-o", "out", "--yes", "--debug"), 0)
            found = planted.places(shell, result, [GIVEN])
            # The model itself holds it, and the folder of secrets that only its owner reads.
            self.assertEqual([f for f in found if f != "work/cluster.json" and "/secrets/" not in f], [])
            for path in (shell.work / "out").rglob("secrets/*"):
                self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    def test_no_file_of_a_run_is_open_to_others(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            for path in shell.files():
                self.assertEqual(path.stat().st_mode & 0o022, 0, path)
