"""Puts the world's first resources in place, by the same way as deployments do."""
import ipaddress

from .. import ids
from .addresses import AddressBook
from .creation import create


def load(azure):
    world = azure.world
    world.index = AddressBook(world)
    for identifier, body in world["resources"].items():
        create(azure, identifier, {"name": ids.name_of(identifier), **body})
    for subnet, held in world["occupied"].items():
        _occupy(azure, subnet, held)


def _occupy(azure, subnet, held):
    """Foreign network interfaces that hold addresses of a subnet."""
    first = int(ipaddress.IPv4Address(held["first"]))
    group = f"/subscriptions/{ids.subscription_of(subnet)}/resourceGroups/vm-team"
    for number in range(held["count"]):
        name = f"{ids.name_of(subnet)}-vm-{number}-nic"
        create(azure, ids.build(group, "Microsoft.Network/networkInterfaces", name), {
            "location": azure.world.group(subnet)["location"],
            "properties": {"ipConfigurations": [{"name": "ipconfig", "properties": {
                "primary": True, "subnet": {"id": subnet}, "privateIPAllocationMethod": "Static",
                "privateIPAddress": str(ipaddress.IPv4Address(first + number))}}]}})
