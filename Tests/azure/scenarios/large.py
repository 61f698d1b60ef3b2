"""4,000 nodes: nested deployments, twelve thousand operations in pages."""
import json
import re
import resource

from arm.standard import LOCATION, SCOPE
from harness.case import Scenario
from harness.program import EXAMPLES

KEY = json.loads((EXAMPLES / "quickstart/cluster.json").read_text())["properties"]["linuxProfile"]["ssh"]["publicKeys"][0]["keyData"]


def model(pools, nodes):
    """A cluster of availability sets, whose machines stand in nested deployments."""
    return {
        "apiVersion": "vlabs", "location": LOCATION,
        "properties": {
            "masterProfile": {"count": 3, "dnsPrefix": "big", "vmSize": "Standard_D4s_v5"},
            "agentPoolProfiles": [
                {"name": f"p{n}", "count": nodes, "vmSize": "Standard_D2s_v5", "availabilityProfile": "AvailabilitySet",
                 "ipAddressCount": 5, "kubernetesConfig": {"maxPods": 5}} for n in range(pools)],
            "linuxProfile": {"adminUsername": "azureuser", "ssh": {"publicKeys": [{"keyData": KEY}]}},
            "networkProfile": {"egress": {"type": "natGateway", "publicIPCount": 16}},
        },
    }


class Large(Scenario):
    def test_4000_nodes(self):
        with self.azure() as (azure, shell):
            path = shell.work / "cluster.json"
            path.write_text(json.dumps(model(40, 100)))
            result = self.ends(shell.run("deploy", path, "-o", "out", "--yes", "--what-if", "skip", timeout=300), 0)
            self.assertEqual(len(azure.world.of_type("Microsoft.Compute/virtualMachines")), 4003)
            self.folded(result.out, (shell.work / "out/secrets/attempts/0001.log").read_text())
            pages = [x for x in azure.exchanges if x["operation"] == "DeploymentOperations_List"]
            self.assertGreater(len(pages), 40)
            self.assertTrue(any("skiptoken" in x["url"] for x in pages))
            # Kilobytes of the largest run of this process's children so far, a debug build.
            self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 400_000)
            self.assertEqual(len(azure.world.below(f"{SCOPE}/resourceGroups/network-team")), 2)

    def folded(self, out, log):
        """A pipeline's log that somebody can read, and a file that has all of it."""
        self.assertLess(len(out), 100_000)
        made = [line for line in log.splitlines() if re.search(" succeeded: Microsoft.Compute/virtualMachines big-", line)]
        self.assertEqual(len(made), 4003)
        self.assertEqual(len({line.split(" ", 1)[1] for line in made}), 4003)
        # Each deployment inside tells what it made; between them stand the counts; the last line says where all of it is.
        self.assertGreater(len(re.findall(r"succeeded: deployment \S+ after \d+ s, \d+ resources made", out)), 30)
        counts = [int(n) for n in re.findall(r"(\d+) resources done, \d+ running, \d+ waiting, 0 failed", out)]
        self.assertEqual(counts, sorted(counts))
        self.assertGreaterEqual(len(counts), 2)
        self.assertIn("each with its time in out/secrets/attempts/0001.log", out)

    def test_failures_among_thousands(self):
        failing = {"failing": {"Microsoft.Compute/virtualMachines": {"name": "^big-p[0-9]-[0-9]+$", "error": "AllocationFailed"}}}
        with self.azure(failing) as (azure, shell):
            path = shell.work / "cluster.json"
            path.write_text(json.dumps(model(10, 100)))
            result = self.ends(shell.run("deploy", path, "-o", "out", "--yes", "--what-if", "skip", timeout=300), 4)
            lines = re.findall(r"failed: Microsoft.Compute/virtualMachines \S+ after \d+ s: AllocationFailed", result.out)
            self.assertGreaterEqual(len(lines), 50)
            self.assertLess(len(result.out), 100_000)
            self.assertRegex(result.err, r"Microsoft.Compute/virtualMachines big-p\S+ .* and \d+ more")

    def test_4000_nodes_in_scale_sets(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(example="nodes-4000"), "-o", "out", "--yes", timeout=200), 0)
            sets = azure.world.of_type("Microsoft.Compute/virtualMachineScaleSets")
            self.assertEqual(sum(s["sku"]["capacity"] for s in sets), 4000)
