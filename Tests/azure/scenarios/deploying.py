"""Deploying, looking, resuming, cancelling and destroying, when nothing goes wrong but what the user does."""
import json

from arm.standard import NETWORK_GROUP, SCOPE, VNET
from harness.case import Scenario

from . import worlds


def virtual_machines(azure):
    return len(azure.world.of_type("Microsoft.Compute/virtualMachines"))


class Deploy(Scenario):
    def test_into_an_existing_network(self):
        with self.azure() as (azure, shell):
            before = json.dumps(azure.world.get(VNET), sort_keys=True)
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertEqual(virtual_machines(azure), 15)
            self.assertEqual({d.state for d in azure.world.deployments.values()}, {"Succeeded"})
            self.assertEqual(json.dumps(azure.world.get(VNET), sort_keys=True), before, "the network team's VNet was changed")
            self.assertIn("10.7.1.210", result.text)
            self.assertIn("corp.westeurope.cloudapp.azure.com", result.text)
            self.assertTrue(list((shell.work / "out" / "secrets" / "attempts").glob("*.json")))

    def test_the_plugin_is_where_nodes_fetch_it(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            blobs = [name for account in azure.world.blobs.values() for c in account.values() for name in c]
            self.assertEqual(len(blobs), 1)
            self.assertRegex(blobs[0], "slipway-vnet-[0-9a-f]{64}")
            url = azure.world.deployments[f"{worlds.GROUP}/providers/microsoft.resources/deployments/corp".lower()] \
                .scope.parameters["slipwayvneturl"]
            self.assertTrue(url.endswith(blobs[0]), url)

    def test_the_plugin_by_a_signature(self):
        # An owner without a role on data: the token is refused, a short-lived signature is not.
        with self.azure(worlds.roles(("Owner", SCOPE))) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertIn("StorageAccounts_ListServiceSAS", self.operations(azure))
            self.assertEqual(len(azure.world["signatures"]), 1)

    def test_needs_yes_in_a_pipeline(self):
        with self.azure() as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out"), 1)
            self.assertIn("--yes", result.text)
            self.assertEqual(self.changed(azure), [])

    def test_events(self):
        with self.azure() as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", "--format", "json"), 0)
            events = result.events()
            kinds = {e["event"] for e in events}
            self.assertLessEqual({"started", "deployment", "resource", "finished"}, kinds)
            self.assertTrue(all(e["time"].endswith("Z") for e in events))

    def test_preflight_refuses(self):
        with self.azure(worlds.occupied("nodes", "10.7.2.4", 400)) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 1)
            self.assertIn("PF015", result.text)
            self.assertEqual([o for o in self.changed(azure) if o.startswith("Deployments")], [])

    def test_registers_providers_when_told(self):
        with self.azure({"providers": {"Microsoft.ManagedIdentity": "NotRegistered"}}) as (azure, shell):
            refused = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 1)
            self.assertIn("PF003", refused.text)
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", "--register-providers"), 0)
            self.assertEqual(azure.world["providers"]["Microsoft.ManagedIdentity"], "Registered")

    def test_again_changes_nothing(self):
        with self.azure() as (azure, shell):
            model = shell.model()
            self.ends(shell.run("deploy", model, "-o", "out", "--yes"), 0)
            before = sorted(azure.world.resources)
            self.ends(shell.run("deploy", model, "-o", "out", "--yes"), 0)
            self.assertEqual(sorted(azure.world.resources), before)

    def test_status_and_logs(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertIn("Succeeded", self.ends(shell.run("deploy status", "out"), 0).text)
            self.ends(shell.run("deploy logs", "out"), 0)

    def test_cancel(self):
        with self.azure({"stuck": "corp-master-1$"}) as (azure, shell):
            running = shell.begin("deploy", shell.model(), "-o", "out", "--yes")
            self.wait_for(azure, "Poll_DeploymentStatus", 3, "corp/operationStatuses")
            self.ends(shell.run("deploy cancel", "out"), 0)
            result = self.ends(shell.end(running), 4)
            self.assertIn("ancel", result.text)
            states = {d.name: d.state for d in azure.world.deployments.values()}
            self.assertEqual(states["corp"], "Canceled")

    def wait_for(self, azure, operation, count, path=""):
        """Wait until an operation was asked for so often, at most 30 s."""
        import time
        for _ in range(1500):
            found = [x for x in list(azure.exchanges) if x["operation"] == operation and path in x["url"]]
            if len(found) >= count:
                return
            time.sleep(0.02)
        self.fail(f"{operation} was not asked for {count} times")


class Destroy(Scenario):
    def test_only_what_the_cluster_owns(self):
        foreign = f"{worlds.GROUP}/providers/Microsoft.Network/publicIPAddresses/somebody"
        with self.azure(worlds.with_group({"resources": {foreign: {
                "location": "westeurope", "properties": {"publicIPAllocationMethod": "Static"}}}})) as (azure, shell):
            left = sorted(azure.world.resources)
            used = len(azure.world.index.used(f"{VNET}/subnets/nodes"))
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", "--resource-group", "corp"), 0)
            wrong = self.ends(shell.run("destroy", "out", "--resource-group", "corp", "--confirm", "other"), 1)
            self.assertIn("corp", wrong.text)
            self.assertEqual(virtual_machines(azure), 15)
            self.ends(shell.run("destroy", "out", "--resource-group", "corp", "--confirm", "corp", timeout=120), 0)
            self.assertEqual(sorted(azure.world.resources), left)
            self.assertEqual(len(azure.world.index.used(f"{VNET}/subnets/nodes")), used)

    def test_a_lock_is_named(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            azure.world.change({"locks": [{"scope": f"{worlds.GROUP}/providers/Microsoft.Compute/virtualMachines/corp-agents-0",
                                           "name": "keep", "level": "CanNotDelete"}]})
            result = shell.run("destroy", "out", "--confirm", "corp", timeout=120)
            self.assertNotEqual(result.code, 0)
            self.assertIn("ScopeLocked", result.text)


class Subnets(Scenario):
    def test_headroom(self):
        with self.azure() as (azure, shell):
            result = self.ends(shell.run("subnets", "--vnet", VNET, shell.model(), "--format", "json"), 0)
            text = result.out
            for name in ("masters", "nodes", "other"):
                self.assertIn(name, text)

    def test_unknown_vnet(self):
        with self.azure() as (azure, shell):
            result = shell.run("subnets", "--vnet", f"{NETWORK_GROUP}/providers/Microsoft.Network/virtualNetworks/nothing")
            self.assertIn(result.code, (1, 4))
            self.assertIn("nothing", result.text)
