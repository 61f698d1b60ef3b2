"""Virtual networks and subnets as they are now: with the addresses in use."""
import ipaddress

from .. import ids
from ..errors import not_found
from ..exchange import Refusal
from ..paging import page
from ..router import arm
from . import resources

VNET = "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Network/virtualNetworks/{vnet}"
TYPE = "Microsoft.Network/virtualNetworks"


def _with_addresses(azure, subnet):
    """A subnet with the ipConfigurations that use it."""
    used = azure.world.index.used(subnet["id"])
    properties = dict(subnet["properties"])
    if used:
        properties["ipConfigurations"] = [{"id": used[number]} for number in sorted(used)]
    return {**subnet, "properties": properties}


def shape(azure, vnet):
    properties = {**vnet["properties"], "subnets": [_with_addresses(azure, s) for s in vnet["properties"]["subnets"]]}
    return {**vnet, "properties": properties}


def _find(azure, request, subscription, group, vnet):
    return resources.find(azure, request, f"/subscriptions/{subscription}/resourceGroups/{group}/providers/{TYPE}/{vnet}")


@arm.add("VirtualNetworks_Get", "GET", VNET)
def get(azure, request, **names):
    return shape(azure, _find(azure, request, **names))


@arm.add("VirtualNetworks_List", "GET", VNET.removesuffix("/{vnet}"), action=f"{TYPE}/read")
def of_group(azure, request, subscription, group):
    scope = f"/subscriptions/{subscription}/resourceGroups/{group}"
    return page(azure, request, azure.world.of_type(TYPE, scope), lambda v: shape(azure, v))


@arm.add("VirtualNetworks_ListAll", "GET", "/subscriptions/{subscription}/providers/" + TYPE, action=f"{TYPE}/read")
def of_subscription(azure, request, subscription):
    return page(azure, request, azure.world.of_type(TYPE, f"/subscriptions/{subscription}"), lambda v: shape(azure, v))


def _child(azure, request, field, name, names):
    found = _find(azure, request, **names)
    one = next((c for c in found["properties"].get(field, []) if c["name"].lower() == name.lower()), None)
    if one is None:
        raise not_found(f"{TYPE}/{names['vnet']}/{field}", name, names["group"])
    return one


@arm.add("Subnets_Get", "GET", VNET + "/subnets/{name}", action=f"{TYPE}/subnets/read")
def subnet(azure, request, name, **names):
    found = azure.world.get(f"/subscriptions/{names['subscription']}/resourceGroups/{names['group']}/providers/{TYPE}/{names['vnet']}")
    one = next((s for s in (found or {"properties": {}})["properties"].get("subnets", []) if s["name"].lower() == name.lower()), None)
    if one is None:
        raise Refusal(404, "NotFound" if found else "ResourceNotFound", f"Resource {name} not found.")
    return _with_addresses(azure, one)


@arm.add("Subnets_List", "GET", VNET + "/subnets")
def subnets(azure, request, **names):
    return page(azure, request, _find(azure, request, **names)["properties"]["subnets"], lambda s: _with_addresses(azure, s))


@arm.add("VirtualNetworkPeerings_List", "GET", VNET + "/virtualNetworkPeerings",
         action=f"{TYPE}/virtualNetworkPeerings/read")
def peerings(azure, request, **names):
    return page(azure, request, _find(azure, request, **names)["properties"].get("virtualNetworkPeerings", []))


@arm.add("VirtualNetworkPeerings_Get", "GET", VNET + "/virtualNetworkPeerings/{name}",
         action=f"{TYPE}/virtualNetworkPeerings/read")
def peering(azure, request, name, **names):
    return _child(azure, request, "virtualNetworkPeerings", name, names)


@arm.add("VirtualNetworks_ListUsage", "GET", VNET + "/usages", action=f"{TYPE}/usages/read")
def usages(azure, request, **names):
    def usage(one):
        book = azure.world.index
        return {"id": one["id"], "currentValue": float(len(book.used(one["id"]))), "limit": float(book.capacity(one["id"])),
                "name": {"value": "SubnetSpace", "localizedValue": "Subnet size and usage"}, "unit": "Count"}
    return page(azure, request, _find(azure, request, **names)["properties"]["subnets"], usage)


@arm.add("VirtualNetworks_CheckIpAddressAvailability", "GET", VNET + "/checkIPAddressAvailability",
         action=f"{TYPE}/checkIpAddressAvailability/read")
def availability(azure, request, **names):
    text = request.query.get("ipaddress", "")
    try:
        address = ipaddress.IPv4Address(text)
    except ValueError:
        raise Refusal(400, "InvalidIPAddress", f"The address '{text}' is invalid.") from None
    book = azure.world.index
    for one in _find(azure, request, **names)["properties"]["subnets"]:
        network, used = book.network(one["id"]), book.used(one["id"])
        if address in network:
            offset = int(address) - int(network.network_address)
            kept = offset < 4 or offset == network.num_addresses - 1
            free = not kept and int(address) not in used
            body = {"available": free}
            if kept:
                body["isPlatformReserved"] = True
            if not free:
                start = max(int(address), int(network.network_address) + 4)
                body["availableIPAddresses"] = [str(ipaddress.IPv4Address(n)) for n in range(start, int(network.broadcast_address))
                                                if n not in used][:5]
            return body
    raise Refusal(400, "PrivateIPAddressNotInAnySubnet", f"Private static IP address {text} does not belong to the range of any "
                  f"subnet in the virtual network {ids.name_of(names['vnet'])}.")
