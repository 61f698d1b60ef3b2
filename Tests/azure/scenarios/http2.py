"""Connections: none before they are needed, each used again; by HTTP/2, where it is offered, one for all questions."""
import collections
import json
import subprocess

from harness.case import Scenario

from . import worlds
from .deploying import virtual_machines

HTTP2 = {"http2": True}


class Connections(Scenario):
    def test_no_library_without_a_request(self):
        # libcurl and the thirty libraries behind it would make every start slower: they are loaded for the first request.
        def loaded(shell, *arguments):
            shell.set(LD_DEBUG="files")
            return "libcurl" in shell.run(*arguments).err
        with self.azure(worlds.WITH_GROUP) as (azure, shell):
            model = shell.model()
            for arguments in (("validate", model), ("generate", model, "-o", "out"), ("deploy --help",), ("preflight --help",)):
                self.assertFalse(loaded(shell, *arguments), arguments)
            self.assertTrue(loaded(shell, "preflight", model, "--resource-group", "corp"))

    def test_connections_are_used_again(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            # Eight side by side to the resource manager, and one or two to the storage.
            self.assertLessEqual(azure.arm.connections, 8)
            self.assertLessEqual(azure.blob.connections, 2)
            self.assertGreater(len(azure.exchanges), 50)


class Http2(Scenario):
    @classmethod
    def setUpClass(cls):
        features = subprocess.run(["curl", "--version"], capture_output=True, text=True, check=False).stdout
        if " HTTP2 " not in features.replace("\n", " "):
            cls.not_run("HTTP/2 of deploying: libcurl has none here")

    def test_preflight_over_one_connection(self):
        with self.azure(worlds.with_group(HTTP2)) as (azure, shell):
            result = self.ends(shell.run("preflight", shell.model(), "--resource-group", "corp", "--format", "json"), 0)
            self.assertEqual(set(azure.versions), {"2"})
            self.assertGreater(result.json()["requests"], 20)
            self.assertEqual(azure.conversations, 1)

    def test_a_deployment(self):
        with self.azure(HTTP2) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertEqual(virtual_machines(azure), 15)
            self.assertEqual(set(azure.versions), {"2"})

    def test_a_stream_that_breaks_is_asked_again(self):
        faults = [{"do": moment, "when": {"operation": name}} for moment, name in (
            ("reset-before", "VirtualNetworks_Get"), ("reset-after", "Deployments_CreateOrUpdate"),
            ("reset-before", "Poll_DeploymentStatus"))]
        with self.azure(HTTP2, faults, judged=("operation-not-followed",)) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertEqual(collections.Counter(azure.faults.used), {"reset-before": 2, "reset-after": 1})
            self.assertEqual(virtual_machines(azure), 15)
            self.assertEqual(len([d for d in azure.world.deployments.values() if d.name == "corp"]), 1)

    def test_bodies_larger_than_the_window(self):
        # A stream takes 65,535 bytes until the server says that it has read them.
        with self.azure(HTTP2) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(example="nodes-4000"), "-o", "out", "--yes", timeout=200), 0)
            self.assertEqual(set(azure.versions), {"2"})
            self.assertGreater(max(len(json.dumps(x["requestBody"])) for x in azure.exchanges), 65_535)
