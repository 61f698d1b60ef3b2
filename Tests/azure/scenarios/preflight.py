"""Preflight: each rule finds what it is for, in figures; nothing is changed; a good world has no findings."""
import json
import re

from arm.standard import LOCATION, NETWORK_GROUP, SCOPE, SUBSCRIPTION, USER_IDENTITY_ID, VAULT, VNET
from harness.case import Scenario
from harness.program import ROOT

from . import worlds

IDENTITY = {"properties": {"orchestratorProfile": {"kubernetesConfig": {"userAssignedID": USER_IDENTITY_ID}}}}
PRINCIPAL = {"properties": {
    "orchestratorProfile": {"kubernetesConfig": {"useManagedIdentity": False}},
    "servicePrincipalProfile": {"clientId": "0c11e000-0000-4000-8000-00000000000a", "keyvaultSecretRef": {
        "vaultID": VAULT, "secretName": "client-secret"}}}}
ZONES = "scale-sets-zones"

# Rule, world, change of the model, example, severity, texts that the finding must hold.
ROWS = (
    ("PF002", worlds.with_group({"subscriptions": {SUBSCRIPTION: {"state": "Disabled"}}}), {}, None, "error", ("Disabled",)),
    ("PF003", worlds.with_group({"providers": {"Microsoft.ManagedIdentity": "NotRegistered"}}), {}, None, "error",
     ("Microsoft.ManagedIdentity",)),
    ("PF005", worlds.roles(("Reader", SCOPE), ("Network Contributor", NETWORK_GROUP)), {}, None, "error",
     ("Microsoft.Resources/deployments/write",)),
    ("PF006", worlds.roles(("Owner", worlds.GROUP), ("Reader", SCOPE)), {}, None, "error",
     ("Microsoft.Network/virtualNetworks/subnets/join/action", "masters")),
    ("PF007", worlds.roles(("Contributor", SCOPE)), {}, None, "error", ("Microsoft.Authorization/roleAssignments/write",)),
    ("PF010", worlds.with_group({"resources": {VNET: None}, "occupied": {f"{VNET}/subnets/masters": None,
                                                                       f"{VNET}/subnets/other": None}}), {}, None, "error",
     ("corp",)),
    ("PF010", worlds.vnet(subnets=[worlds.SUBNETS["masters"], worlds.SUBNETS["other"]]), {}, None, "error", ("nodes",)),
    ("PF011", worlds.with_group({"resources": {VNET: {"location": "northeurope"}}}), {}, None, "error", ("northeurope",)),
    ("PF012", worlds.vnet(addressSpace={"addressPrefixes": ["10.7.0.0/17"]}), {}, None, None, ("10.7.0.0/17",)),
    ("PF013", worlds.subnet("nodes", addressPrefix="10.7.2.0/24"), {}, None, "error", ("10.7.2.0/24", "10.7.2.0/23")),
    ("PF014", worlds.vnet(virtualNetworkPeerings=[{"name": "hub", "properties": {
        "peeringState": "Disconnected", "remoteAddressSpace": {"addressPrefixes": ["10.9.0.0/16"]}}}]), {}, None, None,
     ("hub", "Disconnected")),
    ("PF015", worlds.occupied("nodes", "10.7.2.4", 400), {}, None, "error", ("107",)),
    ("PF016", worlds.occupied("nodes", "10.7.2.4", 130), {}, None, "warning", ("377",)),
    ("PF017", worlds.occupied("masters", "10.7.1.200", 1), {}, None, "error", ("10.7.1.200",)),
    ("PF018", worlds.subnet("nodes", delegations=[{"name": "d", "properties": {"serviceName": "Microsoft.Web/serverFarms"}}]),
     {}, None, "error", ("Microsoft.Web/serverFarms",)),
    ("PF019", worlds.security_group({}), {}, None, "error", ("team-nsg", "rule-0")),
    ("PF020", worlds.route_table(addressPrefix="0.0.0.0/0", nextHopType="None"), {}, None, "error", ("team-route",)),
    ("PF020", worlds.route_table(addressPrefix="0.0.0.0/0", nextHopType="VirtualAppliance", nextHopIpAddress="10.9.0.4"), {},
     None, "info", ("10.9.0.4",)),
    ("PF020", worlds.route_table(addressPrefix="10.7.2.0/23", nextHopType="VirtualAppliance", nextHopIpAddress="10.9.0.4"), {},
     None, "error", ("team-route",)),
    ("PF021", worlds.subnet("nodes", {worlds.network("natGateways", "team-nat"): {"location": LOCATION, "sku": {
        "name": "Standard"}}}, natGateway={"id": worlds.network("natGateways", "team-nat")}),
     {"properties": {"networkProfile": {"egress": None}}}, None, "info", ("team-nat",)),
    ("PF022", worlds.subnet("nodes", {worlds.network("serviceEndpointPolicies", "team-policy"): {"location": LOCATION}},
                            serviceEndpointPolicies=[{"id": worlds.network("serviceEndpointPolicies", "team-policy")}]),
     {}, None, "warning", ("team-policy",)),
    ("PF023", worlds.vnet(dhcpOptions={"dnsServers": ["10.9.0.53"]}), {}, None, "info", ("10.9.0.53",)),
    ("PF024", worlds.with_group({"policies": [{"name": "no-public-addresses", "types": ["Microsoft.Network/publicIPAddresses"]}]}),
     {}, None, "error", ("no-public-addresses",)),
    ("PF025", worlds.sizes("Standard_D4s_v5", missingIn=[LOCATION]), {}, None, "error", ("Standard_D4s_v5", LOCATION)),
    ("PF026", worlds.sizes("Standard_D4s_v5", restrictions=[{"type": "Location"}]), {}, None, "error",
     ("Standard_D4s_v5", "may not use")),
    ("PF027", worlds.sizes("Standard_D4s_v5", restrictions=[{"type": "Zone", "zones": ["2"]}]), {}, ZONES, "error",
     ("Standard_D4s_v5", "2")),
    ("PF028", worlds.compute_quota(cores=[40, 60]), {}, None, "error", ("60",)),
    ("PF028", worlds.compute_quota(standardDSv5Family=[16, 20]), {}, None, "error", ("standardDSv5Family", "20")),
    ("PF029", worlds.network_quota(PublicIPAddresses=[10, 10]), {}, None, "error", ("10",)),
    ("PF030", worlds.with_group({"images": {"Canonical/ubuntu-24_04-lts/server": None}}), {}, None, "error", ("ubuntu-24_04-lts",)),
    ("PF031", worlds.with_group({"takenLabels": ["corp"]}), {}, None, "error", ("corp",)),
    ("PF032", worlds.with_group({"resources": {f"{worlds.GROUP}/providers/Microsoft.Network/networkSecurityGroups/corp-nsg": {
        "location": LOCATION, "tags": {"owner": "somebody"}}}}), {}, None, "error", ("corp-nsg",)),
    ("PF034", worlds.with_group({"resources": {VAULT: {"properties": {"enabledForTemplateDeployment": False}}}}), PRINCIPAL, None,
     "error", ("team-vault",)),
    ("PF034", worlds.with_group({"resources": {VAULT: None}}), PRINCIPAL, None, "error", ("team-vault",)),
    ("PF035", worlds.WITH_GROUP, IDENTITY, None, "error", ("pipeline",)),
    ("PF036", worlds.with_group({"providers": {"Microsoft.Compute": "Registering"}}), {}, None, "error",
     ("MissingSubscriptionRegistration",)),
    ("PF040", worlds.roles(("Owner", worlds.GROUP), ("Network Contributor", NETWORK_GROUP)), {}, None, "warning",
     ("could not be checked",)),
)

# The world in which a row's model has nothing of the row's rule, where that is more than the cluster's group.
GOOD = {"PF035": worlds.with_group({"resources": {USER_IDENTITY_ID: {"location": LOCATION}}})}
# Rules whose scenario is more than a world: the test that raises it.
ALONE = {"PF001": "test_login_failed", "PF004": "test_deleted_group", "PF033": "test_cluster_is_there_already",
         "PF037": "test_a_parameter_without_a_value"}


def found(result):
    """Ids of the findings of a run with --format json."""
    return {f["id"] for f in result.json()["findings"]}


class Rules(Scenario):
    """Each row is a world with one thing wrong."""

    def preflight(self, shell, change, example, *arguments):
        model = shell.model(change, example or "existing-vnet")
        return shell.run("preflight", model, "--resource-group", "corp", "--format", "json", *arguments)

    def test_each_rule(self):
        for rule, world, change, example, severity, texts in ROWS:
            with self.subTest(f"{rule} {' '.join(texts)}"), self.azure(world) as (azure, shell):
                result = self.preflight(shell, change, example)
                own = [f for f in result.json()["findings"] if f["id"] == rule]
                self.assertTrue(own, str(result))
                if severity:
                    self.assertIn(severity, {f["severity"] for f in own}, str(result))
                said = " ".join(f"{f['message']} {f.get('fix', '')}" for f in own)
                for text in texts:
                    self.assertIn(text, said)
                errors = [f for f in result.json()["findings"] if f["severity"] == "error"]
                self.ends(result, 1 if errors else 0)
                self.assertEqual(self.changed(azure), [])

    def test_each_rule_is_silent_where_nothing_is_wrong(self):
        for rule, change, example in {(r, json.dumps(c), e) for r, _, c, e, _, _ in ROWS}:
            with self.subTest(rule), self.azure(GOOD.get(rule, worlds.WITH_GROUP)) as (azure, shell):
                self.assertNotIn(rule, found(self.preflight(shell, json.loads(change), example)))

    def test_every_rule_is_in_these_tests_and_in_the_manual(self):
        files = (ROOT / "Sources/Deployment/Preflight/Rules").glob("PF*.swift")
        rules = {"PF001"} | {file.name[:5] for file in files}
        self.assertEqual(rules, {row[0] for row in ROWS} | set(ALONE))
        for test in ALONE.values():
            self.assertTrue(hasattr(self, test), test)
        table = re.findall(r"^\| (PF[^|]+) \|", (ROOT / "docs/deploy.md").read_text(), re.M)
        self.assertEqual([rule for line in table for rule in line.split(", ")], sorted(rules))

    def test_a_parameter_without_a_value(self):
        # A folder without its secrets, as a pipeline's artifact has it.
        with self.azure(worlds.WITH_GROUP) as (azure, shell):
            self.ends(shell.run("generate", shell.model(), "-o", "out"), 0)
            arguments = ("--resource-group", "corp", "--format", "json")
            self.assertNotIn("PF037", found(self.ends(shell.run("preflight", "out", *arguments), 0)))
            secrets = shell.work / "out/secrets/parameters.json"
            secrets.rename(shell.work / "given.json")
            result = self.ends(shell.run("preflight", "out", *arguments), 1)
            open_ones = [f for f in result.json()["findings"] if f["id"] == "PF037"]
            given = json.loads((shell.work / "given.json").read_text())["parameters"]
            self.assertEqual(len(open_ones), len(given))
            for name in given:
                self.assertTrue(any(f" {name} " in f["message"] for f in open_ones), name)
            self.assertIn("--parameters", open_ones[0]["fix"])
            again = self.ends(shell.run("preflight", "out", *arguments, "--parameters", "given.json"), 0)
            self.assertNotIn("PF037", found(again))

    def test_skip_is_recorded(self):
        with self.azure(worlds.with_group({"takenLabels": ["corp"]})) as (azure, shell):
            result = self.preflight(shell, {}, None, "--skip", "PF031", "--skip", "PF036")
            self.ends(result, 0)
            self.assertEqual(result.json()["skipped"], ["PF031", "PF036"])
            self.assertNotIn("PF031", [f["id"] for f in result.json()["findings"]])

    def test_good_world(self):
        for example in ("existing-vnet", "quickstart", ZONES, "nodes-4000"):
            with self.subTest(example), self.azure(worlds.WITH_GROUP) as (azure, shell):
                result = self.preflight(shell, {}, example)
                self.ends(result, 0)
                self.assertEqual([f for f in result.json()["findings"] if f["severity"] == "error"], [])
                self.assertEqual(found(result) & set(ALONE), set())

    def test_addresses_in_use_are_counted_over_all_pages(self):
        for page in (1, 100):
            world = {**worlds.occupied("nodes", "10.7.2.4", 400), "pageSize": page}
            with self.subTest(page), self.azure(world) as (azure, shell):
                own = [f for f in self.preflight(shell, {}, None).json()["findings"] if f["id"] == "PF015"]
                self.assertIn("107 free", own[0]["message"])
                pages = [x for x in azure.exchanges if x["operation"] == "VirtualNetworks_ListUsage"]
                self.assertEqual(len(pages), 3 if page == 1 else 1)

    def test_deleted_group(self):
        with self.azure(worlds.WITH_GROUP) as (azure, shell):
            azure.world.group(worlds.GROUP)["properties"]["provisioningState"] = "Deleting"
            own = [f for f in self.preflight(shell, {}, None).json()["findings"] if f["id"] == "PF004"]
            self.assertIn("being deleted", own[0]["message"])

    def test_unknown_subscription(self):
        other = "99999999-2222-3333-4444-555555555555"
        with self.azure(AZURE_SUBSCRIPTION_ID=other) as (azure, shell):
            result = self.preflight(shell, {}, None)
            self.ends(result, 1)
            self.assertIn("PF002", [f["id"] for f in result.json()["findings"]])
            self.assertIn(other, result.out)

    def test_cluster_is_there_already(self):
        with self.azure() as (azure, shell):
            model = shell.model()
            self.ends(shell.run("deploy", model, "-o", "out", "--yes"), 0)
            fewer = {"properties": {"agentPoolProfiles": [{
                "name": "agents", "count": 10, "vmSize": "Standard_D4s_v5", "availabilityProfile": "AvailabilitySet",
                "vnetSubnetID": f"{VNET}/subnets/nodes"}]}}
            own = [f for f in self.preflight(shell, fewer, None).json()["findings"] if f["id"] == "PF033"]
            self.assertIn("corp-agents-11", own[0]["message"])

    def test_login_failed(self):
        with self.azure(AZURE_CLIENT_SECRET="wrong") as (azure, shell):
            result = shell.run("preflight", shell.model(), "--auth", "client-secret", "--format", "json")
            self.ends(result, 3)
            self.assertEqual(found(result), {"PF001"})
            self.assertIn("AADSTS7000215", result.text)

    def test_requests(self):
        with self.azure(worlds.WITH_GROUP) as (azure, shell):
            result = self.ends(self.preflight(shell, {}, None), 0).json()
            asked = [o for o in self.operations(azure) if not o.startswith("Token_")]
            self.assertEqual(result["requests"], len(asked))
            self.assertEqual(len(asked), len(set((x["method"], x["url"]) for x in azure.exchanges
                                                 if not x["operation"].startswith("Token_"))), "asked twice for the same")
            self.assertEqual(azure.tokens.count, 1)
            # The login and two rounds: fifteen is the most that waiting one after another may cost.
            self.assertLessEqual(result["roundTrips"] + azure.tokens.count, 15)


class Formats(Scenario):
    def test_text_names_the_place_and_the_remedy(self):
        with self.azure(worlds.occupied("nodes", "10.7.2.4", 400)) as (azure, shell):
            result = self.ends(shell.run("preflight", shell.model(), "--resource-group", "corp"), 1)
            self.assertRegex(result.text, r"cluster\.json:\d+:\d+: error PF015")
            self.assertIn("fix:", result.text)
