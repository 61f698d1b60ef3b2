"""Resource providers: which are registered, and registering them."""
from .. import access
from ..exchange import Refusal
from ..paging import page
from ..router import arm

TYPES = {
    "Microsoft.Network": ("virtualNetworks", "networkInterfaces", "publicIPAddresses", "loadBalancers", "natGateways",
                          "networkSecurityGroups", "routeTables"),
    "Microsoft.Compute": ("virtualMachines", "virtualMachineScaleSets", "availabilitySets", "disks"),
    "Microsoft.Storage": ("storageAccounts",), "Microsoft.KeyVault": ("vaults",),
    "Microsoft.ManagedIdentity": ("userAssignedIdentities",), "Microsoft.Authorization": ("roleAssignments",),
    "Microsoft.Resources": ("deployments", "resourceGroups"),
}


def name_of(azure, namespace):
    """The namespace as the service spells it; refuses an unknown one."""
    known = next((n for n in azure.world["providers"] if n.lower() == namespace.lower()), None)
    if known is None:
        raise Refusal(404, "InvalidResourceNamespace", f"The resource namespace '{namespace}' is invalid.")
    return known


def _shape(azure, subscription, name):
    return {"id": f"/subscriptions/{subscription}/providers/{name}", "namespace": name,
            "registrationState": azure.world["providers"][name], "registrationPolicy": "RegistrationRequired",
            "resourceTypes": [{"resourceType": t, "locations": ["West Europe", "North Europe"], "apiVersions": ["2024-07-01"],
                               "capabilities": "None"} for t in TYPES.get(name, ())]}


@arm.add("Providers_List", "GET", "/subscriptions/{subscription}/providers",
         action="Microsoft.Resources/subscriptions/providers/read")
def list_all(azure, request, subscription):
    return page(azure, request, list(azure.world["providers"]), lambda n: _shape(azure, subscription, n))


@arm.add("Providers_Get", "GET", "/subscriptions/{subscription}/providers/{namespace}",
         action="Microsoft.Resources/subscriptions/providers/read")
def get(azure, request, subscription, namespace):
    name = name_of(azure, namespace)
    left = azure.world.registering.get(name)
    if left is not None:
        azure.world.registering[name] = left - 1
        if left <= 0:
            azure.world.change({"providers": {name: "Registered"}})
            del azure.world.registering[name]
    return _shape(azure, subscription, name)


@arm.add("Providers_Register", "POST", "/subscriptions/{subscription}/providers/{namespace}/register")
def register(azure, request, subscription, namespace):
    name = name_of(azure, namespace)
    access.demand(azure, request, f"{name}/register/action", f"/subscriptions/{subscription}")
    if azure.world["providers"][name] != "Registered":
        azure.world.change({"providers": {name: "Registering"}})
        azure.world.registering[name] = azure.world["registrationPolls"]
    return _shape(azure, subscription, name)
