"""Other resources with operations of their own in the specification: each a get and a list."""
from ..exchange import Refusal
from ..paging import page
from ..router import arm
from . import resources

GROUP = "/subscriptions/{subscription}/resourceGroups/{group}/providers/"
ALL = "/subscriptions/{subscription}/providers/"
# Operation prefix, type, whether a group's can be listed, whether a subscription's can.
TYPED = (
    ("NetworkInterfaces", "Microsoft.Network/networkInterfaces", "List", None),
    ("LoadBalancers", "Microsoft.Network/loadBalancers", "List", None),
    ("NatGateways", "Microsoft.Network/natGateways", "List", None),
    ("NetworkSecurityGroups", "Microsoft.Network/networkSecurityGroups", "List", None),
    ("RouteTables", "Microsoft.Network/routeTables", "List", None),
    ("PublicIPAddresses", "Microsoft.Network/publicIPAddresses", "List", "ListAll"),
    ("PublicIPPrefixes", "Microsoft.Network/publicIPPrefixes", None, None),
    ("VirtualNetworkGateways", "Microsoft.Network/virtualNetworkGateways", None, None),
    ("UserAssignedIdentities", "Microsoft.ManagedIdentity/userAssignedIdentities", "ListByResourceGroup", None),
    ("Vaults", "Microsoft.KeyVault/vaults", None, None),
    ("VirtualMachines", "Microsoft.Compute/virtualMachines", "List", None),
    ("VirtualMachineScaleSets", "Microsoft.Compute/virtualMachineScaleSets", "List", None),
)


def _get(kind):
    def handler(azure, request, subscription, group, name):
        return resources.find(azure, request, f"/subscriptions/{subscription}/resourceGroups/{group}/providers/{kind}/{name}")
    return handler


def _list(kind):
    def handler(azure, request, subscription, group=None):
        scope = f"/subscriptions/{subscription}" + (f"/resourceGroups/{group}" if group else "")
        if group and azure.world.group(scope) is None:
            raise Refusal(404, "ResourceGroupNotFound", f"Resource group '{group}' could not be found.")
        return page(azure, request, azure.world.of_type(kind, scope))
    return handler


for _prefix, _kind, _of_group, _of_all in TYPED:
    arm.add(f"{_prefix}_Get", "GET", f"{GROUP}{_kind}/{{name}}")(_get(_kind))
    if _of_group:
        arm.add(f"{_prefix}_{_of_group}", "GET", GROUP + _kind, action=f"{_kind}/read")(_list(_kind))
    if _of_all:
        arm.add(f"{_prefix}_{_of_all}", "GET", ALL + _kind, action=f"{_kind}/read")(_list(_kind))
