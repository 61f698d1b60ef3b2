"""What Microsoft.Network makes of what it is given: ids of children, addresses, names."""
import ipaddress

from .. import ids
from ..exchange import Refusal
from ..errors import saying
from .usages import count_of


def etag(identifier):
    return f'W/"{ids.guid(identifier, "etag")}"'


def _refuse(code, **figures):
    status, message = saying(code, **figures)
    return Refusal(status, code, message)


def _children(resource, field, kind=None):
    """Give the children of a resource their ids."""
    for child in resource["properties"].get(field) or []:
        child["id"] = f"{resource['id']}/{kind or field}/{child['name']}"
        child.setdefault("properties", {})["provisioningState"] = "Succeeded"
        child["etag"] = etag(child["id"])


def _prefix(subnet):
    properties = subnet["properties"]
    return ipaddress.IPv4Network(properties.get("addressPrefix") or properties["addressPrefixes"][0])


def _check_subnets(azure, vnet):
    space = [ipaddress.IPv4Network(p) for p in vnet["properties"]["addressSpace"]["addressPrefixes"]]
    seen = []
    for subnet in vnet["properties"].get("subnets", []):
        prefix = _prefix(subnet)
        if not any(prefix.subnet_of(one) for one in space) or any(prefix.overlaps(one) for one in seen):
            raise _refuse("NetcfgInvalidSubnet", name=subnet["name"])
        seen.append(prefix)


def virtual_network(azure, vnet, before):
    """A VNet. A write that leaves a used subnet out tries to delete it, and fails."""
    vnet["properties"].setdefault("subnets", [])
    _check_subnets(azure, vnet)
    kept = {s["name"].lower() for s in vnet["properties"]["subnets"]}
    for old in (before or {"properties": {}})["properties"].get("subnets", []):
        owners = azure.world.index.owners(old["id"])
        if old["name"].lower() not in kept and owners:
            raise _refuse("InUseSubnetCannotBeDeleted", other=owners[0])
    _children(vnet, "subnets")
    _children(vnet, "virtualNetworkPeerings")
    for subnet in vnet["properties"]["subnets"]:
        subnet["properties"].setdefault("privateEndpointNetworkPolicies", "Disabled")
        subnet["properties"].setdefault("privateLinkServiceNetworkPolicies", "Enabled")
        subnet["type"] = "Microsoft.Network/virtualNetworks/subnets"
    for peering in vnet["properties"].get("virtualNetworkPeerings", []):
        peering["type"] = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings"
    vnet["properties"].setdefault("resourceGuid", ids.guid(vnet["id"]))
    vnet["properties"].setdefault("enableDdosProtection", False)
    vnet["etag"] = etag(vnet["id"])


def subnet(azure, resource, before):
    """A subnet written on its own becomes part of its VNet."""
    vnet = azure.world.get(ids.parent_of(resource["id"]))
    if vnet is None:
        raise Refusal(404, "ParentResourceNotFound", "The virtual network of the subnet does not exist.")
    others = [s for s in vnet["properties"]["subnets"] if s["name"].lower() != resource["name"].lower()]
    entry = {"name": resource["name"], "properties": resource["properties"]}
    vnet["properties"]["subnets"] = [*others, entry]
    virtual_network(azure, vnet, None)
    return entry


def network_interface(azure, nic, before):
    """A network interface: every ipConfiguration gets an address."""
    book = azure.world.index
    held = {c["name"]: c["properties"].get("privateIPAddress") for c in (before or {"properties": {}})["properties"]
            .get("ipConfigurations", [])}
    book.release(nic["id"])
    wanted = {}
    for one in nic["properties"]["ipConfigurations"]:
        wanted.setdefault(one["properties"]["subnet"]["id"], []).append(one)
    for where, configurations in wanted.items():
        book.demand(where, len(configurations))
    try:
        for one in nic["properties"]["ipConfigurations"]:
            properties = one["properties"]
            one["id"] = f"{nic['id']}/ipConfigurations/{one['name']}"
            one["type"] = "Microsoft.Network/networkInterfaces/ipConfigurations"
            one["etag"] = etag(one["id"])
            properties.setdefault("privateIPAllocationMethod", "Dynamic")
            properties.setdefault("privateIPAddressVersion", "IPv4")
            properties["provisioningState"] = "Succeeded"
            properties["privateIPAddress"] = book.take(
                properties["subnet"]["id"], nic["id"], one["id"],
                properties.get("privateIPAddress") or held.get(one["name"]))
    except Refusal:
        book.release(nic["id"])
        raise
    number = int(ids.guid(nic["id"])[:6], 16)
    properties = nic["properties"]
    properties["macAddress"] = "00-0D-3A-" + "-".join(f"{(number >> s) & 255:02X}" for s in (16, 8, 0))
    properties.setdefault("dnsSettings", {"dnsServers": [], "appliedDnsServers": []})
    properties.setdefault("enableIPForwarding", False)
    properties["resourceGuid"] = ids.guid(nic["id"])
    nic["etag"] = etag(nic["id"])


def public_address(azure, address, before):
    """A public address with its name, unless the quota or somebody else's label forbids it."""
    settings = address["properties"].get("dnsSettings")
    label = (settings or {}).get("domainNameLabel", "").lower()
    others = [a for a in azure.world.of_type(address["type"]) if a["id"].lower() != address["id"].lower()]
    names = {(a["properties"].get("dnsSettings") or {}).get("domainNameLabel", "").lower() for a in others}
    if label:
        fqdn = f"{label}.{address['location']}.cloudapp.azure.com"
        if label in azure.world["takenLabels"] or label in names:
            raise _refuse("DnsRecordInUse", detail=fqdn)
        settings["fqdn"] = fqdn
    used, limit = count_of(azure, "PublicIPAddresses")
    if before is None and used >= limit:
        raise _refuse("PublicIPCountLimitReached", count=limit)
    properties = address["properties"]
    properties.setdefault("publicIPAddressVersion", "IPv4")
    properties.setdefault("idleTimeoutInMinutes", 4)
    properties["ipAddress"] = before["properties"]["ipAddress"] if before else azure.world.next_public_address()
    properties["resourceGuid"] = ids.guid(address["id"])
    address["etag"] = etag(address["id"])


def load_balancer(azure, balancer, before):
    """A load balancer; internal frontends take an address of their subnet."""
    azure.world.index.release(balancer["id"])
    for field in ("frontendIPConfigurations", "backendAddressPools", "loadBalancingRules", "probes", "inboundNatRules",
                  "outboundRules"):
        _children(balancer, field)
    for frontend in balancer["properties"].get("frontendIPConfigurations", []):
        properties = frontend["properties"]
        if properties.get("subnet"):
            properties["privateIPAddress"] = azure.world.index.take(
                properties["subnet"]["id"], balancer["id"], frontend["id"], properties.get("privateIPAddress"))
            properties.setdefault("privateIPAddressVersion", "IPv4")
    balancer["properties"]["resourceGuid"] = ids.guid(balancer["id"])
    balancer["etag"] = etag(balancer["id"])


def security_group(azure, group, before):
    _children(group, "securityRules")
    group["properties"].setdefault("securityRules", [])
    group["properties"]["resourceGuid"] = ids.guid(group["id"])
    group["etag"] = etag(group["id"])


def route_table(azure, table, before):
    _children(table, "routes")
    table["properties"].setdefault("routes", [])
    table["properties"]["resourceGuid"] = ids.guid(table["id"])
    table["etag"] = etag(table["id"])
