"""Resource groups."""
from .. import ids
from ..errors import group_not_found
from ..exchange import Answer, Refusal
from ..paging import page
from ..router import arm
from . import creation
from .polling import later
from .subscriptions import regions

PATH = "/subscriptions/{subscription}/resourceGroups/{group}"
TYPE = "Microsoft.Resources/subscriptions/resourceGroups"


def find(azure, subscription, group):
    """The group; refuses a name that names none, or one that is being deleted and asked to take something."""
    found = azure.world.group(f"/subscriptions/{subscription}/resourceGroups/{group}")
    if found is None:
        raise group_not_found(group)
    return found


def writable(azure, subscription, group):
    found = find(azure, subscription, group)
    if found["properties"]["provisioningState"] == "Deleting":
        raise Refusal(409, "ResourceGroupBeingDeleted", f"The resource group '{group}' is in deprovisioning state and cannot "
                      "perform this operation.")
    return found


@arm.add("ResourceGroups_List", "GET", "/subscriptions/{subscription}/resourceGroups", action=f"{TYPE}/read")
def list_all(azure, request, subscription):
    return page(azure, request, [g for k, g in azure.world.groups.items() if k.startswith(f"/subscriptions/{subscription.lower()}/")])


@arm.add("ResourceGroups_Get", "GET", PATH, action=f"{TYPE}/read")
def get(azure, request, subscription, group):
    return find(azure, subscription, group)


@arm.add("ResourceGroups_CheckExistence", "HEAD", PATH, action=f"{TYPE}/read")
def exists(azure, request, subscription, group):
    found = azure.world.group(f"/subscriptions/{subscription}/resourceGroups/{group}")
    return Answer(204 if found else 404)


@arm.add("ResourceGroups_CreateOrUpdate", "PUT", PATH, action=f"{TYPE}/write")
def put(azure, request, subscription, group):
    identifier, body = f"/subscriptions/{subscription}/resourceGroups/{group}", request.json() or {}
    if not body.get("location"):
        raise Refusal(400, "LocationRequired", "The location property is required for this definition.")
    if body["location"].replace(" ", "").lower() not in {r["name"] for r in regions()}:
        raise Refusal(400, "LocationNotAvailableForResourceGroup", f"The provided location '{body['location']}' is not "
                      "available for resource group.")
    before = azure.world.group(identifier)
    if before:
        writable(azure, subscription, group)
        if before["location"] != body["location"]:
            raise Refusal(409, "InvalidResourceGroupLocation", f"Invalid resource group location '{body['location']}'. The "
                          f"Resource group already exists in location '{before['location']}'.")
        if "tags" in body:
            before["tags"] = body["tags"]
        return Answer(200, before)
    return Answer(201, azure.world.add_group(identifier, body["location"], body.get("tags")))


@arm.add("ResourceGroups_Update", "PATCH", PATH, action=f"{TYPE}/write")
def patch(azure, request, subscription, group):
    found = writable(azure, subscription, group)
    found.update({k: v for k, v in (request.json() or {}).items() if k == "tags"})
    return found


@arm.add("ResourceGroups_Delete", "DELETE", PATH, action=f"{TYPE}/delete")
def delete(azure, request, subscription, group):
    found = find(azure, subscription, group)
    inside = azure.world.below(found["id"])
    for one in [found, *inside]:
        if creation.locked(azure, one["id"]):
            creation.check_delete(azure, one["id"])
    blockers = _blockers(azure, found, inside)
    found["properties"]["provisioningState"] = "Deleting"

    def finish():
        if blockers:
            found["properties"]["provisioningState"] = "Succeeded"
            raise Refusal(409, "ResourceGroupDeletionBlocked", f"Deletion of resource group '{group}' failed as resources could "
                          "not be deleted: " + ", ".join(blockers))
        for one in inside:
            creation.remove(azure, one["id"])
        for deployment in [d for d in azure.world.deployments.values() if ids.key(d.group) == ids.key(found["id"])]:
            del azure.world.deployments[ids.key(deployment.id)]
        azure.world.groups.pop(ids.key(found["id"]), None)
        return Answer(200)

    return later(azure, request, finish, azure.world["deletePolls"])


def _blockers(azure, group, inside):
    """What something outside of the group still uses."""
    start = ids.key(group["id"]) + "/"
    return [one["id"] for one in inside
            if any(not ids.key(user).startswith(start) for user in creation.holders(azure, one["id"])[1])]
