"""docs/permissions.md: the smallest roles suffice for whole lives of clusters, and nothing of them is too much."""
import json
import re

from arm import access
from arm.standard import LOCATION, NETWORK_GROUP, SCOPE, USER_IDENTITY_ID, VAULT, merge
from harness.case import Scenario
from harness.program import ROOT

from . import worlds
from .preflight import IDENTITY, PRINCIPAL

PAGE = ROOT / "docs" / "permissions.md"
# Where each role of the page is given.
SCOPES = {
    "slipway deployer": (worlds.GROUP,), "slipway reader": (SCOPE,), "slipway subnet user": (NETWORK_GROUP,),
    "slipway reference user": (VAULT, USER_IDENTITY_ID),
}
NAMED = {"location": LOCATION, "properties": {"masterProfile": {"dnsPrefix": "corp"}}}


def roles():
    """The roles that the page gives, by name, as JSON."""
    blocks = re.findall(r"```json\n(.*?)```", PAGE.read_text(), re.S)
    return {one["Name"]: one for one in map(json.loads, blocks)}


def permissions(role):
    """A role of the page as the world takes it."""
    return {name: role[name[0].upper() + name[1:]] for name in ("actions", "notActions", "dataActions", "notDataActions")}


def guarded_subnet():
    """A VNet whose subnet of nodes has all that preflight looks at: a security group, a route table, a NAT gateway."""
    made = {kind: worlds.network(kind, f"team-{kind}") for kind in ("networkSecurityGroups", "routeTables", "natGateways")}
    bodies = {"networkSecurityGroups": {"properties": {"securityRules": []}}, "routeTables": {"properties": {"routes": []}},
              "natGateways": {"sku": {"name": "Standard"}}}
    return worlds.subnet(
        "nodes", {identifier: {"location": LOCATION, **bodies[kind]} for kind, identifier in made.items()},
        networkSecurityGroup={"id": made["networkSecurityGroups"]}, routeTable={"id": made["routeTables"]},
        natGateway={"id": made["natGateways"]})


# Lives of clusters: example, change of the model, world beside the roles.
LIVES = (
    ("existing-vnet", {}, {}), ("existing-vnet", {}, guarded_subnet()), ("existing-vnet", PRINCIPAL, {}),
    ("existing-vnet", IDENTITY, {"resources": {USER_IDENTITY_ID: {"location": LOCATION}}}), ("quickstart", NAMED, {}),
    ("scale-sets-zones", NAMED, {}), ("private-cluster", NAMED, {}), ("nodes-4000", NAMED, {}), ("several-subnets", NAMED, {}),
)


class SmallestRoles(Scenario):
    def given(self, scopes):
        """The pipeline's roles: those of the page, each where `scopes` has it."""
        return [{"role": {"name": name, **permissions(role)}, "scope": scope}
                for name, role in roles().items() for scope in scopes[name]]

    def world(self, change, scopes):
        return merge({"principals": {"pipeline": {"roles": self.given(scopes)}}}, change)

    def demanded(self, azure):
        """What was asked for and where; nothing may have been refused but a right on data, without which it works."""
        refused = [x["url"] for x in azure.exchanges if x["status"] == 403 and not x["operation"].startswith("Blob_")]
        self.assertEqual(refused, [])
        return {(action, identifier) for action, identifier, data in azure.demanded if not data}

    def life(self, example, change, world):
        with self.azure(self.world(worlds.with_group(world), SCOPES)) as (azure, shell):
            model = shell.model(change, example)
            self.ends(shell.run("preflight", model), 0)
            self.ends(shell.run("deploy", model, "-o", "out", "--yes", timeout=200), 0)
            self.ends(shell.run("deploy", "out", "--yes", timeout=200), 0)
            self.ends(shell.run("deploy status", "out"), 0)
            self.ends(shell.run("destroy", "out", "--confirm", "corp", timeout=200), 0)
            return self.demanded(azure)

    def cancelled(self):
        with self.azure(self.world(worlds.with_group({"stuck": "corp-master-0$"}), SCOPES), judged=("operation-not-followed",)) \
                as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", "--timeout", "0.05"), 5)
            self.ends(shell.run("deploy cancel", "out"), 0)
            return self.demanded(azure)

    def own_group(self):
        """slipway makes the group, and deletes it: its role is on the subscription."""
        with self.azure(self.world({}, {**SCOPES, "slipway deployer": (SCOPE,)})) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.ends(shell.run("destroy", "out", "--confirm", "corp"), 0)
            self.assertIsNone(azure.world.group(worlds.GROUP))
            return self.demanded(azure)

    def test_they_suffice_and_nothing_is_too_much(self):
        demanded = self.cancelled() | self.own_group()
        for life in LIVES:
            with self.subTest(life[0]):
                demanded |= self.life(*life)
        for name, role in roles().items():
            needed = {action for action, identifier in demanded if any(access.covers(s, identifier) for s in SCOPES[name])}
            for pattern in role["Actions"]:
                match = re.compile(".*".join(map(re.escape, pattern.split("*"))), re.I)
                self.assertTrue(any(match.fullmatch(action) for action in needed), f"{name} has {pattern}, which nothing needs")

    def test_each_line_of_the_deployers_role_is_missed(self):
        # Two lines as a sample of the test's own sharpness: without a line the life ends with the action's name.
        for action in ("Microsoft.Network/networkInterfaces/join/action", "Microsoft.Compute/virtualMachines/read"):
            world = self.world(worlds.WITH_GROUP, SCOPES)
            for one in world["principals"]["pipeline"]["roles"]:
                one["role"]["actions"] = [a for a in one["role"]["actions"] if a != action]
            with self.subTest(action), self.azure(world) as (azure, shell):
                result = shell.run("deploy", shell.model(), "-o", "out", "--yes")
                self.assertIn(result.code, (1, 3), str(result))
                self.assertIn(action, result.text)
