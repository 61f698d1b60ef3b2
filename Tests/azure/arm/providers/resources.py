"""Resources of any type: reading, listing, deleting."""
import re

from .. import access, ids
from ..errors import not_found
from ..exchange import Answer, Refusal, same
from ..paging import page
from ..router import arm
from . import creation, groups
from .polling import later

GENERIC = ("id", "name", "type", "properties", "plan", "kind", "managedBy", "sku", "identity", "location", "tags")
HIDDEN = {"microsoft.authorization/roleassignments", "microsoft.network/virtualnetworks/subnets"}
PATH = "/subscriptions/{subscription}/resourceGroups/{group}/providers/{resource}"


def _shape(resource, *without):
    return {k: v for k, v in resource.items() if k in GENERIC and k not in without}


def _identifier(subscription, group, resource):
    return f"/subscriptions/{subscription}/resourceGroups/{group}/providers/{resource}"


def find(azure, request, identifier, verb="read"):
    """A resource that the caller may read, by its id."""
    kind = ids.type_of(identifier)
    if kind is None:
        raise Refusal(404, "InvalidResourceType", f"The resource id '{identifier}' is malformed.")
    access.demand(azure, request, f"{kind}/{verb}", identifier)
    groups.find(azure, ids.subscription_of(identifier), ids.group_of(identifier))
    found = azure.world.get(identifier)
    if found is None and verb == "read":
        raise not_found(kind, ids.name_of(identifier), ids.group_of(identifier))
    return found


@arm.add("Resources_GetById", "GET", PATH)
def get(azure, request, subscription, group, resource):
    return _shape(find(azure, request, _identifier(subscription, group, resource)))


@arm.add("Resources_CheckExistenceById", "HEAD", PATH)
def exists(azure, request, subscription, group, resource):
    try:
        find(azure, request, _identifier(subscription, group, resource))
    except Refusal as refusal:
        if refusal.status != 404:
            raise
        return Answer(404)
    return Answer(204)


@arm.add("Resources_DeleteById", "DELETE", PATH)
def delete(azure, request, subscription, group, resource):
    identifier = _identifier(subscription, group, resource)
    if find(azure, request, identifier, "delete") is None:
        return Answer(204)
    creation.check_delete(azure, identifier)

    def finish():
        creation.remove(azure, identifier)
        return Answer(200)

    if ids.type_of(identifier).lower() == "microsoft.authorization/roleassignments":
        return finish()
    return later(azure, request, finish, azure.world["deletePolls"])


def _filtered(azure, request, resources):
    """The resources that `$filter` leaves: by type, name, or tag."""
    text = request.query.get("$filter", "")
    found = [r for r in resources if r["type"].lower() not in HIDDEN]
    tag = re.fullmatch(r"tagName eq '([^']*)' and tagValue eq '([^']*)'", text, re.I)
    if tag:
        name, value = tag.groups()
        return [r for r in found if any(same(n, name) and v == value for n, v in r.get("tags", {}).items())]
    for part in filter(None, re.split(r"\s+and\s+", text, flags=re.I)):
        match = re.fullmatch(r"(resourceType|name|location) eq '([^']*)'", part.strip(), re.I)
        if not match:
            raise Refusal(400, "InvalidFilterInQueryString", f"Invalid $filter '{text}' specified in the query string.")
        field = {"resourcetype": "type"}.get(match.group(1).lower(), match.group(1).lower())
        found = [r for r in found if same(r.get(field), match.group(2))]
    return found


def _list(azure, request, scope):
    return page(azure, request, _filtered(azure, request, azure.world.below(scope)), lambda r: _shape(r, "properties"))


@arm.add("Resources_List", "GET", "/subscriptions/{subscription}/resources",
         action="Microsoft.Resources/subscriptions/resources/read")
def of_subscription(azure, request, subscription):
    return _list(azure, request, f"/subscriptions/{subscription}")


@arm.add("Resources_ListByResourceGroup", "GET", "/subscriptions/{subscription}/resourceGroups/{group}/resources",
         action="Microsoft.Resources/subscriptions/resourceGroups/resources/read")
def of_group(azure, request, subscription, group):
    return _list(azure, request, groups.find(azure, subscription, group)["id"])
