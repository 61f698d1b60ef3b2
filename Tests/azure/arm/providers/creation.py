"""Makes, changes and removes resources: what a provider does when ARM hands it one."""
import copy

from .. import ids
from ..exchange import Refusal
from . import compute_shapes, network_shapes, other_shapes

MAKERS = {
    "microsoft.network/virtualnetworks": network_shapes.virtual_network,
    "microsoft.network/virtualnetworks/subnets": network_shapes.subnet,
    "microsoft.network/networkinterfaces": network_shapes.network_interface,
    "microsoft.network/publicipaddresses": network_shapes.public_address,
    "microsoft.network/loadbalancers": network_shapes.load_balancer,
    "microsoft.network/networksecuritygroups": network_shapes.security_group,
    "microsoft.network/routetables": network_shapes.route_table,
    "microsoft.compute/virtualmachines": compute_shapes.machine,
    "microsoft.compute/virtualmachinescalesets": compute_shapes.scale_set,
    "microsoft.compute/virtualmachines/extensions": compute_shapes.extension,
    "microsoft.managedidentity/userassignedidentities": other_shapes.identity,
    "microsoft.authorization/roleassignments": other_shapes.role_assignment,
    "microsoft.storage/storageaccounts": other_shapes.storage_account,
    "microsoft.keyvault/vaults": other_shapes.vault,
}
# Types whose properties have no provisioningState.
STATELESS = {"microsoft.authorization/roleassignments", "microsoft.managedidentity/userassignedidentities",
             "microsoft.network/virtualnetworks/subnets"}
TOP = ("location", "tags", "sku", "zones", "identity", "plan", "kind", "properties", "managedBy", "extendedLocation")


def create(azure, identifier, body):
    """Create a resource or write it anew; raises Refusal where the provider would refuse or fail."""
    kind = ids.type_of(identifier)
    resource = {"id": identifier, "name": ids.name_of(identifier), "type": kind}
    resource.update({name: copy.deepcopy(body[name]) for name in TOP if body.get(name) is not None})
    resource.setdefault("properties", {})
    maker = MAKERS.get(kind.lower())
    before = azure.world.get(identifier)
    if maker:
        resource = maker(azure, resource, before) or resource
    if kind.lower() not in STATELESS:
        resource["properties"].setdefault("provisioningState", "Succeeded")
    if kind.lower() != "microsoft.network/virtualnetworks/subnets":
        azure.world.put(resource)
    return resource


# What stops a resource from being deleted: type → (code, types that may hold it).
HOLDERS = {
    "microsoft.network/networkinterfaces": ("NicInUse", ("microsoft.compute/virtualmachines",)),
    "microsoft.network/publicipaddresses": ("PublicIPAddressCannotBeDeleted", (
        "microsoft.network/networkinterfaces", "microsoft.network/loadbalancers", "microsoft.network/natgateways",
        "microsoft.compute/virtualmachinescalesets")),
    "microsoft.network/natgateways": ("NatGatewayInUseBySubnet", ("microsoft.network/virtualnetworks",)),
    "microsoft.network/networksecuritygroups": ("InUseNetworkSecurityGroupCannotBeDeleted", (
        "microsoft.network/networkinterfaces", "microsoft.network/virtualnetworks",
        "microsoft.compute/virtualmachinescalesets")),
    "microsoft.network/routetables": ("InUseRouteTableCannotBeDeleted", ("microsoft.network/virtualnetworks",)),
    "microsoft.network/loadbalancers": ("LoadBalancerInUseByVirtualMachineScaleSet", (
        "microsoft.compute/virtualmachinescalesets",)),
    "microsoft.compute/availabilitysets": ("OperationNotAllowed", ("microsoft.compute/virtualmachines",)),
}


def locked(azure, identifier):
    """The lock that forbids a delete, or None."""
    key = ids.key(identifier)
    return next((lock for lock in azure.world["locks"] if key == ids.key(lock["scope"])
                 or key.startswith(ids.key(lock["scope"]) + "/")), None)


def holders(azure, identifier):
    """(code, ids) of what uses a resource, so that it cannot be deleted."""
    kind = ids.type_of(identifier).lower()
    if kind == "microsoft.network/virtualnetworks":
        return "InUseSubnetCannotBeDeleted", azure.world.index.owners(identifier)
    code, types = HOLDERS.get(kind, ("", ()))
    wanted = ids.key(identifier)
    found = [one["id"] for other in types for one in azure.world.of_type(other) if _mentions(one["properties"], wanted)]
    return code, found


def _mentions(value, key):
    if isinstance(value, dict):
        return any(_mentions(v, key) for v in value.values())
    if isinstance(value, list):
        return any(_mentions(v, key) for v in value)
    return isinstance(value, str) and len(value) >= len(key) and (
        value.lower() == key or value.lower().startswith(key + "/"))


def check_delete(azure, identifier):
    """Refuse a delete that a lock or a user of the resource forbids."""
    lock = locked(azure, identifier)
    if lock:
        raise Refusal(409, "ScopeLocked", f"The scope '{identifier}' cannot perform delete operation because following "
                      f"scope(s) are locked: '{lock['scope']}'. Please remove the lock and try again.")
    code, users = holders(azure, identifier)
    if users:
        raise Refusal(409 if code == "OperationNotAllowed" else 400, code,
                      f"{ids.name_of(identifier)} is in use by {users[0]} and cannot be deleted.")


def remove(azure, identifier):
    """Delete a resource, what is below it, and what it said should go with it."""
    resource = azure.world.remove(identifier)
    if resource is None:
        return
    azure.world.index.release(identifier)
    for child in azure.world.below(identifier):
        azure.world.remove(child["id"])
    if resource["type"].lower() == "microsoft.compute/virtualmachines":
        for companion in compute_shapes.companions(resource):
            remove(azure, companion)
    for assignment in list(azure.world.of_type("Microsoft.Authorization/roleAssignments", identifier)):
        azure.world.remove(assignment["id"])
