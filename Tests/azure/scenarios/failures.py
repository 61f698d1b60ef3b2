"""A resource fails: the page names it, the innermost code, what helps, and what to type next - for each real error."""
import json
import shlex

from arm.errors import LATE
from arm.standard import TENANT, VNET
from harness.case import Scenario
from harness.program import ROOT

VM, NIC = "Microsoft.Compute/virtualMachines", "Microsoft.Network/networkInterfaces"
EXTENSION = f"{VM}/extensions"
TABLE = json.loads((ROOT / "apimodels/azure-errors.json").read_text())
# Three masters and one node: quick to deploy.
SMALL = {"properties": {"agentPoolProfiles": [{
    "name": "agents", "count": 1, "vmSize": "Standard_D4s_v5", "availabilityProfile": "AvailabilitySet",
    "vnetSubnetID": f"{VNET}/subnets/nodes"}]}}


MACHINES = ("corp-master-0", "corp-master-1", "corp-master-2", "corp-agents-0")


def batches():
    """The table in parts, each for one deployment: (type of the resources that fail, whether it is a matter of rights, entries)."""
    parts = {}
    for entry in TABLE:
        code = entry["code"]
        kind = EXTENSION if code.startswith("VMExtension") else VM if code in LATE else NIC
        parts.setdefault((kind, entry["kind"] in ("rights", "login")), []).append(entry)
    for (kind, rights), entries in parts.items():
        for first in range(0, len(entries), len(MACHINES)):
            yield kind, rights, entries[first:first + len(MACHINES)]


class Codes(Scenario):
    def test_each_code(self):
        # Every second time in the form of older api-versions, with the error as JSON text in a message.
        for number, (kind, rights, entries) in enumerate(batches()):
            errors = dict(zip(MACHINES, (entry["code"] for entry in entries)))
            world = {"failing": {kind: {"errors": errors, "figures": {"exit": "43"}}}, "wrapped": number % 2 == 1}
            with self.subTest(list(errors.values())), self.azure(world) as (azure, shell):
                result = shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes")
                # A missing right has an exit status of its own.
                self.ends(result, 3 if rights else 4)
                for machine, entry in zip(MACHINES, entries):
                    self.assertRegex(result.err, rf"(?m)^{kind} {machine}\S*\n  {entry['code']}$")
                    self.assertIn(entry["cause"], result.err)
                    if kind != EXTENSION:
                        self.assertIn(entry["remedy"], result.err)
                self.assertEqual("DeploymentFailed" in result.err, "DeploymentFailed" in errors.values())
                deployment = next(d for d in azure.world.deployments.values() if d.name == "corp")
                self.assertIn(deployment.correlation, result.text)
                self.assertIn("slipway deploy", result.text)

    def test_bring_up_codes_are_decoded(self):
        world = {"failing": {EXTENSION: {"name": "^corp-master-1", "error": "VMExtensionProvisioningError",
                                         "figures": {"exit": "43"}}}}
        with self.azure(world) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 4)
            self.assertIn("43", result.text)

    def test_several_at_once(self):
        world = {"failing": {NIC: {"name": "^corp-agents-[12]-nic$", "error": "SubnetIsFull"},
                             "Microsoft.Network/publicIPAddresses": {"error": "DnsRecordInUse"}}}
        with self.azure(world) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 4)
            for text in ("corp-agents-1-nic", "corp-agents-2-nic", "corp-api-ip", "SubnetIsFull", "DnsRecordInUse"):
                self.assertIn(text, result.text)

    def test_what_to_type_next_can_be_typed(self):
        # The words go through a shell as they stand, whatever the folder is called.
        with self.azure({"failing": {NIC: {"name": "^corp-agents-1-nic$", "error": "SubnetIsFull"}}}) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "it's; $(id) out", "--yes", "--auth", "client-secret",
                                         "--tenant", TENANT), 4)
            line = result.text.splitlines()[-1].strip()
            self.assertEqual(shlex.split(line), ["slipway", "deploy", "it's; $(id) out", "--tenant", TENANT, "--auth", "client-secret"])

    def test_an_error_nobody_knows(self):
        error = {"code": "BrandNewError", "message": "\u001b[31mred\u001b[0m text with \u0007 bells",
                 "details": [{"code": "InnerNewError", "message": "the reason"}]}
        with self.azure({"failing": {NIC: {"name": "^corp-agents-1-nic$", "error": error}}}) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 4)
            self.assertIn("InnerNewError, inside of BrandNewError", result.text)
            self.assertIn("the reason", result.text)
            logs = self.ends(shell.run("deploy logs", "out"), 0)
            self.assertIn("corp-agents-1-nic: InnerNewError: the reason", logs.text.replace(" (0 s)", ""))
            self.assertNotIn("\u001b[31m", result.text)
            self.assertNotIn("\u0007", result.text)
