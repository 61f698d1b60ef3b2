"""Quotas: what is used and what is allowed, of a subscription in a region."""
from ..exchange import Refusal
from ..paging import page
from ..router import arm
from .subscriptions import regions

# Names of Microsoft.Network's usages and the types that they count.
COUNTED = {"PublicIPAddresses": "Microsoft.Network/publicIPAddresses", "LoadBalancers": "Microsoft.Network/loadBalancers",
           "StandardSkuPublicIpAddresses": "Microsoft.Network/publicIPAddresses",
           "StandardSkuLoadBalancers": "Microsoft.Network/loadBalancers", "NatGateways": "Microsoft.Network/natGateways",
           "RouteTables": "Microsoft.Network/routeTables"}


def count_of(azure, name):
    """(in use, limit) of a usage of Microsoft.Network."""
    used, limit = azure.world["quota"]["network"][name]
    return used + len(azure.world.of_type(COUNTED[name])) if name in COUNTED else used, limit


def _known(location):
    if location.lower() not in {r["name"] for r in regions()}:
        raise Refusal(400, "InvalidLocation" if location else "LocationRequired", f"The location '{location}' is not valid.")


@arm.add("NetworkUsages_List", "GET", "/subscriptions/{subscription}/providers/Microsoft.Network/locations/{location}/usages",
         action="Microsoft.Network/locations/usages/read")
def network(azure, request, subscription, location):
    _known(location)

    def shape(name):
        used, limit = count_of(azure, name)
        return {"id": f"/subscriptions/{subscription}/providers/Microsoft.Network/locations/{location}/usages/{name}",
                "currentValue": used, "limit": limit, "unit": "Count", "name": {"value": name, "localizedValue": name}}
    return page(azure, request, list(azure.world["quota"]["network"]), shape)


@arm.add("ComputeUsage_List", "GET", "/subscriptions/{subscription}/providers/Microsoft.Compute/locations/{location}/usages",
         action="Microsoft.Compute/locations/usages/read")
def compute(azure, request, subscription, location):
    _known(location)
    from .sizes import cores_used, families
    rows = dict(azure.world["quota"]["compute"])
    for family in families():
        rows.setdefault(family, [0, 20000])

    def shape(name):
        used, limit = rows[name]
        return {"currentValue": used + cores_used(azure, name), "limit": limit, "unit": "Count",
                "name": {"value": name, "localizedValue": name}}
    return page(azure, request, list(rows), shape)


@arm.add("CheckDnsNameAvailability", "GET",
         "/subscriptions/{subscription}/providers/Microsoft.Network/locations/{location}/checkDnsNameAvailability",
         action="Microsoft.Network/locations/checkDnsNameAvailability/read")
def label(azure, request, subscription, location):
    wanted = request.query.get("domainnamelabel", "").lower()
    names = {(a["properties"].get("dnsSettings") or {}).get("domainNameLabel", "").lower()
             for a in azure.world.of_type("Microsoft.Network/publicIPAddresses")}
    return {"available": wanted not in azure.world["takenLabels"] and wanted not in names}
