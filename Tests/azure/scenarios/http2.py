"""HTTP/2 where the server offers it: the same answers, all questions of a round over one connection."""
import collections
import json
import subprocess

from harness.case import Scenario

from . import worlds
from .deploying import virtual_machines

HTTP2 = {"http2": True}


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
