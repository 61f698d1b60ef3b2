"""docs/permissions.md: the smallest roles suffice for a whole life of a cluster."""
import json
import pathlib
import re

from arm.standard import NETWORK_GROUP, SCOPE
from harness.case import Scenario
from harness.program import ROOT

from . import worlds

PAGE = ROOT / "docs" / "permissions.md"


def roles():
    """The roles that the page gives, by name, as JSON."""
    blocks = re.findall(r"```json\n(.*?)```", PAGE.read_text(), re.S)
    found = [json.loads(block) for block in blocks]
    return {one.get("Name") or one.get("roleName") or one["name"]: one for one in found}


def permissions(role):
    """A role of the page as the world takes it."""
    properties = role.get("properties", role)
    inner = (properties.get("permissions") or [properties])[0]
    lower = {name[0].lower() + name[1:]: value for name, value in inner.items()}
    return {name: lower.get(name, []) for name in ("actions", "notActions", "dataActions", "notDataActions")}


class SmallestRoles(Scenario):
    """Reader on the subscription, one role on the cluster's group, one on the network team's group."""

    def world(self):
        given = [{"role": "Reader", "scope": SCOPE}]
        for name, role in roles().items():
            given.append({"role": {"name": name, **permissions(role)}, "scope": NETWORK_GROUP if "subnet" in name else worlds.GROUP})
        return worlds.with_group({"principals": {"pipeline": {"roles": given}}})

    def test_a_whole_life(self):
        self.assertTrue(pathlib.Path(PAGE).exists())
        with self.azure(self.world()) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.ends(shell.run("deploy status", "out"), 0)
            self.ends(shell.run("destroy", "out", "--confirm", "corp", timeout=120), 0)
            refused = [x["url"] for x in azure.exchanges if x["status"] == 403 and x["operation"].split("_")[0] != "Blob"]
            self.assertEqual(refused, [])
