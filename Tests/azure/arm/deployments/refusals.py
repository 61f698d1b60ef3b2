"""What resource providers refuse before a deployment begins."""
import re

from .. import access, ids
from ..errors import saying
from ..exchange import Refusal
from ..providers import sizes
from ..template.expansion import NESTED
from ..template.expressions import TemplateError

# What must be joined where a property of this name refers to a resource of this type.
JOINS = {
    "microsoft.network/virtualnetworks/subnets": "Microsoft.Network/virtualNetworks/subnets/join/action",
    "microsoft.network/networksecuritygroups": "Microsoft.Network/networkSecurityGroups/join/action",
    "microsoft.network/routetables": "Microsoft.Network/routeTables/join/action",
    "microsoft.network/natgateways": "Microsoft.Network/natGateways/join/action",
    "microsoft.network/publicipaddresses": "Microsoft.Network/publicIPAddresses/join/action",
    "microsoft.network/publicipprefixes": "Microsoft.Network/publicIPPrefixes/join/action",
    "microsoft.network/networkinterfaces": "Microsoft.Network/networkInterfaces/join/action",
    "microsoft.network/loadbalancers/backendaddresspools": "Microsoft.Network/loadBalancers/backendAddressPools/join/action",
    "microsoft.network/applicationsecuritygroups": "Microsoft.Network/applicationSecurityGroups/joinIpConfiguration/action",
    "microsoft.managedidentity/userassignedidentities": "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
}
ID = re.compile(r"/subscriptions/[^/]+/resourceGroups/[^/]+/providers/", re.I)


def check_shape(wanted, body):
    """What ARM itself wants of a resource."""
    if "location" not in body and not wanted.type.lower().startswith(("microsoft.authorization/", "microsoft.resources/")) \
            and wanted.type.count("/") == 1:
        raise TemplateError(f"The resource '{wanted.name}' has no location: LocationRequired")


def providers(azure, wanted):
    """409 for a namespace that the subscription has not registered."""
    for space in dict.fromkeys(one.type.split("/")[0] for one, _ in wanted):
        known = next((n for n in azure.world["providers"] if n.lower() == space.lower()), None)
        if known is None:
            raise Refusal(404, "InvalidResourceNamespace", f"The resource namespace '{space}' is invalid.")
        if azure.world["providers"][known] != "Registered":
            message = f"The subscription is not registered to use namespace '{known}'. See https://aka.ms/rps-not-found for " \
                      "how to register subscriptions."
            raise Refusal(409, "MissingSubscriptionRegistration", message, details=[
                {"code": "MissingSubscriptionRegistration", "target": known, "message": message}])


def references(value):
    """All resource ids in a value."""
    if isinstance(value, dict):
        for name, item in value.items():
            if ID.match(name):
                yield name
            yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, str) and len(value) < 1000 and ID.match(value):
        yield value


def linked(azure, request, wanted):
    """403 where a resource refers to another one that the caller may not join."""
    checked = set()
    for one, body in wanted:
        if one.type.lower() == NESTED:
            continue
        for other in references({k: body.get(k) for k in ("properties", "identity")}):
            join = JOINS.get((ids.type_of(other) or "").lower())
            if join and (one.type, ids.key(other)) not in checked:
                checked.add((one.type, ids.key(other)))
                access.demand_linked(azure, request, f"{one.type}/write", one.id, join, other)


def _machines(wanted):
    for one, body in wanted:
        if one.type.lower() == "microsoft.compute/virtualmachines":
            yield one, body, body["properties"]["hardwareProfile"]["vmSize"], 1
        elif one.type.lower() == "microsoft.compute/virtualmachinescalesets":
            yield one, body, body["sku"]["name"], body["sku"]["capacity"]


def preflight(azure, wanted):
    """400 InvalidTemplateDeployment with one detail for each thing that a provider refuses."""
    details = [*_policies(azure, wanted), *_sizes(azure, wanted), *_quota(azure, wanted)]
    if not details:
        return
    codes = {d["code"] for d in details}
    if codes == {"RequestDisallowedByPolicy"}:
        message = "The template deployment failed because of policy violation. Please see details for more information."
    else:
        message = "The template deployment is not valid according to the validation procedure. The tracking id is " \
                  f"'{azure.correlation}'. See inner errors for details."
    raise Refusal(400, "InvalidTemplateDeployment", message, details=details)


def _policies(azure, wanted):
    for policy in azure.world["policies"]:
        for one, _ in wanted:
            if one.type.lower() in [t.lower() for t in policy["types"]]:
                name = policy["name"]
                yield {"code": "RequestDisallowedByPolicy", "target": one.name,
                       "message": saying("RequestDisallowedByPolicy", name=one.name, detail=name)[1],
                       "additionalInfo": [{"type": "PolicyViolation", "info": {
                           "policyAssignmentName": name, "policyAssignmentDisplayName": policy.get("title", name),
                           "policyDefinitionDisplayName": policy.get("title", name), "policyDefinitionEffect": "deny"}}]}


def _sizes(azure, wanted):
    for size, zones, location, one in dict.fromkeys(
            (size, tuple(body.get("zones", ())), body["location"], one.name) for one, body, size, _ in _machines(wanted)):
        zones_there = sizes.offered(azure, size, location)
        refused = zones_there is None or any(z not in zones_there for z in zones)
        for restriction in sizes.restrictions(azure, size, location):
            refused |= restriction["type"] == "Location" or bool(set(zones) & set(restriction["restrictionInfo"]["zones"]))
        if refused:
            yield {"code": "SkuNotAvailable", "target": one, "message":
                   f"The requested VM size for resource 'Following SKUs have failed for Capacity Restrictions: {size}' is "
                   f"currently not available in location '{location}'. Please try another size or deploy to a different location "
                   "or different zone. See https://aka.ms/azureskunotavailable for details."}


def _quota(azure, wanted):
    needed = {}
    for one, _, size, count in _machines(wanted):
        if azure.world.get(one.id) is None:
            for name in ("cores", sizes.family_of(size)):
                needed[name] = needed.get(name, 0) + count * sizes.cores_of(size)
    for name, more in needed.items():
        used, limit = azure.world["quota"]["compute"].get(name, [0, 20000])
        used += sizes.cores_used(azure, name)
        if used + more > limit:
            title = "Total Regional Cores" if name == "cores" else name
            yield {"code": "QuotaExceeded", "message":
                   f"Operation could not be completed as it results in exceeding approved {title} quota. Additional details - "
                   f"Deployment Model: Resource Manager, Location: westeurope, Current Limit: {limit}, Current Usage: {used}, "
                   f"Additional Required: {more}, (Minimum) New Limit Required: {used + more}."}
