"""Deploying, looking, resuming, cancelling and destroying, when nothing goes wrong but what the user does."""
import json
import signal
import time

from arm.standard import NETWORK_GROUP, SCOPE, VNET
from harness import signals
from harness.case import Scenario

from . import worlds

# Quick to deploy: one master, two nodes.
SMALL = {"properties": {"masterProfile": {"count": 1}, "agentPoolProfiles": [{
    "name": "agents", "count": 2, "vmSize": "Standard_D4s_v5", "availabilityProfile": "AvailabilitySet",
    "vnetSubnetID": f"{VNET}/subnets/nodes"}]}}


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

    def test_disks_of_the_jumpbox_go_and_other_clusters_stay(self):
        other = f"{SCOPE}/resourceGroups/inside/providers/Microsoft.Compute/disks/inside-two-master-0_OsDisk_1_ab"
        with self.azure() as (azure, shell):
            left = sorted(azure.world.resources)
            model = shell.model(example="private-cluster")
            self.ends(shell.run("deploy", model, "-o", "out", "--yes", "--location", "westeurope"), 0)
            azure.world.put({"id": other, "name": "inside-two-master-0_OsDisk_1_ab", "type": "Microsoft.Compute/disks",
                             "location": "westeurope", "properties": {}})
            result = self.ends(shell.run("destroy", "out", "--confirm", "inside", timeout=120), 0)
            self.assertIn("jump_OsDisk_1_", result.text)
            self.assertEqual(sorted(azure.world.resources), sorted([*left, other.lower()]))
            azure.world.remove(other)
            self.ends(shell.run("destroy", "out", "--confirm", "inside", timeout=120), 0)
            self.assertNotIn("inside", [group["name"] for group in azure.world.groups.values()])

    def test_killed_at_each_request(self):
        # What the killed ones began, nobody follows to its end.
        with self.azure(judged=("operation-not-followed", "page-not-read")) as (azure, shell):
            # Into a group of somebody else's, so that every resource is deleted by itself.
            azure.world.add_group(worlds.GROUP, "westeurope")
            left = sorted(azure.world.resources)
            self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes"), 0)
            deaths = 0
            for number in range(1, 400):
                result = signals.at_request(azure, shell, number, "after", signal.SIGKILL, "destroy", "out", "--confirm", "corp")
                if result.code == 0:
                    break
                self.assertEqual(result.code, -signal.SIGKILL, str(result))
                deaths += 1
            self.assertGreater(deaths, 20)
            self.assertEqual(sorted(azure.world.resources), left)

    def test_interrupted_at_each_stage(self):
        with self.azure(worlds.WITH_GROUP, judged=("operation-not-followed",)) as (azure, shell):
            left = sorted(azure.world.resources)
            for stage in ("ResourceGroups_Get", "Resources_ListByResourceGroup", "Resources_DeleteById", "Poll_ResourcesResult"):
                with self.subTest(stage):
                    self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes"), 0)
                    first = azure.count
                    self.ends(shell.run("destroy", "out", "--confirm", "corp"), 0)
                    self.assertEqual(sorted(azure.world.resources), left)
                    asked = [x["number"] - first for x in azure.exchanges if x["number"] > first and x["operation"].startswith(stage)]
                    self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes"), 0)
                    for number in asked[:1]:
                        result = signals.at_request(azure, shell, number, "before", signal.SIGINT, "destroy", "out", "--confirm", "corp")
                        self.ends(result, 130)
                        self.assertIn("slipway destroy out", result.text)
                    self.ends(shell.run("destroy", "out", "--confirm", "corp"), 0)
                    self.assertEqual(sorted(azure.world.resources), left)

    def test_a_lock_is_named(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            azure.world.change({"locks": [{"scope": f"{worlds.GROUP}/providers/Microsoft.Compute/virtualMachines/corp-agents-0",
                                           "name": "keep", "level": "CanNotDelete"}]})
            result = shell.run("destroy", "out", "--confirm", "corp", timeout=120)
            self.assertNotEqual(result.code, 0)
            self.assertIn("ScopeLocked", result.text)


class Subnets(Scenario):
    """Of the standard VNet: masters with 250 addresses free, nodes with 507, other with 221."""

    def headroom(self, shell, *arguments):
        return self.ends(shell.run("subnets", "--vnet", VNET, *arguments, "--format", "json"), 0).json()

    def test_each_part_of_the_model(self):
        with self.azure() as (azure, shell):
            value = self.headroom(shell, shell.model())
            free = {row["name"]: row["free"] for row in value["subnets"]}
            self.assertEqual(free, {"masters": 250, "nodes": 507, "other": 221})
            masters, agents = value["placements"]
            # Three masters with 31 addresses each, and the frontend of the load balancer.
            self.assertEqual((masters["names"], masters["needed"], masters["peak"]), (["masters"], 94, 94))
            self.assertEqual({s["name"]: (s["fits"], s["named"]) for s in masters["subnets"]},
                             {"masters": (True, True), "nodes": (True, False), "other": (True, False)})
            # Twelve nodes of 31, and one more during an upgrade.
            self.assertEqual((agents["names"], agents["needed"], agents["peak"]), (["agents"], 372, 403))
            verdicts = {s["name"]: (s["fits"], s["fitsUpgrade"], s.get("missing"), s.get("moreNodes")) for s in agents["subnets"]}
            self.assertEqual(verdicts, {"nodes": (True, True, None, 3), "masters": (False, False, 122, None),
                                        "other": (False, False, 151, None)})

    def test_no_room_for_an_upgrade(self):
        with self.azure(worlds.occupied("nodes", "10.7.2.4", 130)) as (azure, shell):
            agents = self.headroom(shell, shell.model())["placements"][1]
            nodes = next(s for s in agents["subnets"] if s["name"] == "nodes")
            self.assertEqual((nodes["fits"], nodes["fitsUpgrade"], nodes["missing"]), (True, False, 26))

    def test_pools_that_share_a_subnet(self):
        pools = [{"name": name, "count": count, "vmSize": "Standard_D4s_v5", "availabilityProfile": "AvailabilitySet",
                  "vnetSubnetID": f"{VNET}/subnets/nodes"} for name, count in (("small", 2), ("large", 9))]
        with self.azure() as (azure, shell):
            placements = self.headroom(shell, shell.model({"properties": {"agentPoolProfiles": pools}}))["placements"]
            self.assertEqual([(p["names"], p["peak"]) for p in placements], [
                (["masters"], 94), (["small"], 93), (["large"], 310), (["small", "large"], 403)])

    def test_text(self):
        with self.azure(worlds.subnet("other", delegations=[{"name": "d", "properties": {
                "serviceName": "Microsoft.Web/serverFarms"}}])) as (azure, shell):
            text = self.ends(shell.run("subnets", "--vnet", VNET, shell.model()), 0).out
            self.assertRegex(text, r"other +10\.7\.8\.0/24 .*delegated to Microsoft.Web/serverFarms")
            self.assertIn("agents: 372 addresses, 403 at the peak of an upgrade, 31 a node\n"
                          "  nodes  fits, 3 more nodes (named by the model)\n", text)
            more = {"properties": {"agentPoolProfiles": [{
                "name": "agents", "count": 20, "vmSize": "Standard_D4s_v5", "availabilityProfile": "AvailabilitySet"}]}}
            text = self.ends(shell.run("subnets", "--vnet", VNET, shell.model(more)), 0).out
            self.assertIn("fits nowhere; nodes has most room: 113 addresses too few", text)
            alone = self.ends(shell.run("subnets", "--vnet", VNET), 0).out
            self.assertIn("nodes of 31 addresses", alone)
            self.assertRegex(alone, r"nodes +10\.7\.2\.0/23 +507 +0 +507 +16\n")

    def test_unknown_vnet(self):
        with self.azure() as (azure, shell):
            result = shell.run("subnets", "--vnet", f"{NETWORK_GROUP}/providers/Microsoft.Network/virtualNetworks/nothing")
            self.assertIn(result.code, (1, 4))
            self.assertIn("nothing", result.text)


class Storage(Scenario):
    """Where slipway-vnet lies: by a token, by a signature, or not at all, which is said before anything else is made."""

    MANAGEMENT = {"actions": ["*"], "notActions": ["Microsoft.Storage/storageAccounts/listServiceSas/action"]}

    def test_the_signature_is_short_and_only_for_writing(self):
        with self.azure(worlds.roles(("Owner", SCOPE))) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            puts = [x for x in azure.exchanges if x["operation"] == "Blob_Put"]
            self.assertEqual([x["status"] for x in puts], [403, 201])
            self.assertNotIn("authorization", {name.lower() for name in puts[1]["requestHeaders"]})
            signature, = azure.world["signatures"]
            self.assertEqual(signature["rights"], "cw")
            seconds = signature["ends"].timestamp() - time.time()
            self.assertLessEqual(seconds, 15 * 60)

    def test_neither_token_nor_signature(self):
        world = worlds.with_group({"principals": {"pipeline": {"roles": [{"role": self.MANAGEMENT, "scope": SCOPE}]}}})
        with self.azure(world) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 3)
            self.assertIn("listServiceSas", result.text)
            self.assertEqual(virtual_machines(azure), 0)

    def test_nodes_may_not_read_it(self):
        # A policy takes the public access away that the template asks for.
        with self.azure() as (azure, shell):
            def close(request, moment):
                for account in azure.world.of_type("Microsoft.Storage/storageAccounts"):
                    account["properties"]["allowBlobPublicAccess"] = False
            azure.watch(close)
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 4)
            self.assertIn("networkProfile.plugin", result.text)
            self.assertEqual(virtual_machines(azure), 0)

    def test_it_is_not_sent_twice(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.ends(shell.run("deploy", "out", "--yes"), 0)
            self.assertEqual(self.operations(azure).count("Blob_Put"), 1)
