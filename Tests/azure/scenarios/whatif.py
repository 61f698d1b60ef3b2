"""What-if: Azure's own, shown as a plan that can be kept and held to."""
from arm.standard import VNET
from harness.case import Scenario

from . import worlds
from .deploying import virtual_machines


class WhatIf(Scenario):
    def test_creates(self):
        with self.azure(worlds.WITH_GROUP) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--resource-group", "corp"), 1)
            self.assertIn("corp-master-0", result.text)
            self.assertEqual(self.changed(azure), [])

    def test_a_change_shows_before_and_after(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            machine = azure.world.get(f"{worlds.GROUP}/providers/Microsoft.Compute/virtualMachines/corp-agents-0")
            machine["properties"]["hardwareProfile"]["vmSize"] = "Standard_D8s_v5"
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out"), 1)
            for text in ("vmSize", "Standard_D8s_v5", "Standard_D4s_v5"):
                self.assertIn(text, result.text)

    def test_noise_is_marked(self):
        with self.azure({"whatIfNoise": True}) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            result = shell.run("deploy", shell.model(), "-o", "out", "--yes")
            self.assertIn("0 to change, 0 to delete", result.text)

    def test_the_world_has_changed_since_the_plan(self):
        with self.azure(worlds.WITH_GROUP) as (azure, shell):
            model = shell.model()
            shell.run("deploy", model, "-o", "out", "--resource-group", "corp", "--plan", "plan.json")
            self.assertTrue((shell.work / "plan.json").exists())
            azure.world.put({"id": f"{worlds.GROUP}/providers/Microsoft.Compute/availabilitySets/corp-masters",
                             "name": "corp-masters", "type": "Microsoft.Compute/availabilitySets", "location": "westeurope",
                             "tags": {"slipway-cluster": "corp"}, "sku": {"name": "Aligned"},
                             "properties": {"platformFaultDomainCount": 3, "platformUpdateDomainCount": 5}})
            result = self.ends(shell.run("deploy", model, "-o", "out", "--resource-group", "corp", "--apply", "plan.json", "--yes"), 1)
            self.assertIn("changed", result.text)
            self.assertEqual(virtual_machines(azure), 0)

    def test_the_plan_is_applied(self):
        with self.azure(worlds.WITH_GROUP) as (azure, shell):
            model = shell.model()
            shell.run("deploy", model, "-o", "out", "--resource-group", "corp", "--plan", "plan.json")
            self.ends(shell.run("deploy", model, "-o", "out", "--resource-group", "corp", "--apply", "plan.json", "--yes"), 0)
            self.assertEqual(virtual_machines(azure), 15)

    def test_network_changes_need_leave(self):
        # What-if says that the deployment would change the network team's VNet, whatever the template says.
        change = {"resourceId": VNET, "changeType": "Modify", "delta": [
            {"path": "properties.subnets", "propertyChangeType": "Modify", "before": 3, "after": 2}]}
        body = {"status": "Succeeded", "properties": {"changes": [change]}}
        faults = [{"do": "wrong-json", "body": body, "when": {"operation": "Poll_ResourcesResult", "times": 0}}]
        with self.azure(worlds.WITH_GROUP, faults, judged=("operation-not-followed",)) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", "--resource-group", "corp"), 1)
            self.assertIn("--allow-network-changes", result.text)
            self.assertEqual(virtual_machines(azure), 0)
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", "--allow-network-changes",
                                "--resource-group", "corp"), 0)
