"""Changes of the standard Azure that scenarios share."""
from arm.standard import LOCATION, NETWORK_GROUP, SCOPE, VNET

GROUP = f"{SCOPE}/resourceGroups/corp"
# The cluster's group is there already: only then can Azure validate a template in it.
WITH_GROUP = {"groups": {GROUP: {"location": LOCATION}}}
SUBNETS = {name: {"name": name, "properties": {"addressPrefix": prefix}}
           for name, prefix in (("masters", "10.7.1.0/24"), ("nodes", "10.7.2.0/23"), ("other", "10.7.8.0/24"))}


def network(kind, name):
    """The id of a resource of the network team."""
    return f"{NETWORK_GROUP}/providers/Microsoft.Network/{kind}/{name}"


def with_group(change=None):
    """A world with the cluster's group and a change."""
    return {**WITH_GROUP, **(change or {})}


def vnet(**properties):
    """A world whose VNet has other properties."""
    return with_group({"resources": {VNET: {"properties": properties}}})


def subnet(name, more=None, **properties):
    """A world in which one subnet of the VNet has other properties; `more` are further resources."""
    made = {n: {**s, "properties": {**s["properties"], **(properties if n == name else {})}} for n, s in SUBNETS.items()}
    return with_group({"resources": {VNET: {"properties": {"subnets": list(made.values())}}, **(more or {})}})


def security_group(*rules):
    """A world whose subnet of nodes has a security group with these rules."""
    identifier = network("networkSecurityGroups", "team-nsg")
    made = [{"name": f"rule-{n}", "properties": {
        "priority": 100 + n, "direction": "Inbound", "access": "Deny", "protocol": "*", "sourceAddressPrefix": "*",
        "sourcePortRange": "*", "destinationAddressPrefix": "*", "destinationPortRange": "*", **rule}}
        for n, rule in enumerate(rules)]
    return subnet("nodes", {identifier: {"location": LOCATION, "properties": {"securityRules": made}}},
                  networkSecurityGroup={"id": identifier})


def route_table(**route):
    """A world whose subnet of nodes has a route table with this route."""
    identifier = network("routeTables", "team-routes")
    return subnet("nodes", {identifier: {"location": LOCATION, "properties": {
        "routes": [{"name": "team-route", "properties": route}]}}}, routeTable={"id": identifier})


def roles(*pairs):
    """A world in which the pipeline has only these roles: (role, scope)."""
    return with_group({"principals": {"pipeline": {"roles": [{"role": r, "scope": s} for r, s in pairs]}}})


def occupied(name, first, count):
    return with_group({"occupied": {f"{VNET}/subnets/{name}": {"first": first, "count": count}}})


def sizes(name, **settings):
    return with_group({"skus": {name: settings}})


def compute_quota(**limits):
    return with_group({"quota": {"compute": limits}})


def network_quota(**limits):
    return with_group({"quota": {"network": limits}})
