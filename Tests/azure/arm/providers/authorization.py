"""Permissions of the caller, role assignments, role definitions, locks."""
from .. import access, ids
from ..exchange import Answer, Refusal, same
from ..paging import page
from ..router import arm
from .creation import create

GROUP = "/subscriptions/{subscription}/resourceGroups/{group}"
AUTHORIZATION = "/providers/Microsoft.Authorization"


def _permissions(azure, request, scope):
    return page(azure, request, access.entries(azure, request.principal, scope))


@arm.add("Permissions_ListForResourceGroup", "GET", f"{GROUP}{AUTHORIZATION}/permissions",
         action="Microsoft.Authorization/permissions/read")
def of_group(azure, request, subscription, group):
    return _permissions(azure, request, f"/subscriptions/{subscription}/resourceGroups/{group}")


@arm.add("Permissions_ListForResource", "GET", f"{GROUP}/providers/{{resource}}{AUTHORIZATION}/permissions",
         action="Microsoft.Authorization/permissions/read")
def of_resource(azure, request, subscription, group, resource):
    return _permissions(azure, request, f"/subscriptions/{subscription}/resourceGroups/{group}/providers/{resource}")


def _assignments(azure, request, scope):
    kind = "Microsoft.Authorization/roleAssignments"
    everything = list(azure.world.of_type(kind))
    for name, principal in azure.world["principals"].items():
        for one in principal["roles"]:
            if isinstance(one["role"], str):
                guid = ids.guid(name, one["scope"], one["role"])
                everything.append({
                    "id": f"{one['scope']}{AUTHORIZATION}/roleAssignments/{guid}", "name": guid, "type": kind,
                    "properties": {"scope": one["scope"], "principalId": principal["objectId"],
                                   "principalType": "ServicePrincipal", "roleDefinitionId": access.definition_id(
                                       ids.subscription_of(one["scope"]), access.ROLES[one["role"]][0])}})
    found = [a for a in everything if access.covers(a["properties"]["scope"], scope) or access.covers(scope, a["id"])]
    text = request.query.get("$filter", "")
    if text.lower().startswith("principalid eq "):
        wanted = text.split(" eq ", 1)[1].strip("'")
        found = [a for a in found if same(a["properties"]["principalId"], wanted)]
    elif text and text.lower() != "atscope()":
        raise Refusal(400, "BadRequestFormat", f"The filter '{text}' is not supported.")
    return page(azure, request, found)


@arm.add("RoleAssignments_ListForSubscription", "GET", f"/subscriptions/{{subscription}}{AUTHORIZATION}/roleAssignments",
         action="Microsoft.Authorization/roleAssignments/read")
def assignments_of_subscription(azure, request, subscription):
    return _assignments(azure, request, f"/subscriptions/{subscription}")


@arm.add("RoleAssignments_ListForResourceGroup", "GET", f"{GROUP}{AUTHORIZATION}/roleAssignments",
         action="Microsoft.Authorization/roleAssignments/read")
def assignments_of_group(azure, request, subscription, group):
    return _assignments(azure, request, f"/subscriptions/{subscription}/resourceGroups/{group}")


@arm.add("RoleAssignments_ListForScope", "GET", f"{{scope}}{AUTHORIZATION}/roleAssignments",
         action="Microsoft.Authorization/roleAssignments/read")
def assignments_of_scope(azure, request, scope):
    return _assignments(azure, request, scope)


@arm.add("RoleAssignments_Get", "GET", f"{{scope}}{AUTHORIZATION}/roleAssignments/{{name}}",
         action="Microsoft.Authorization/roleAssignments/read")
def assignment(azure, request, scope, name):
    found = azure.world.get(f"{scope}{AUTHORIZATION}/roleAssignments/{name}")
    if found is None:
        raise Refusal(404, "RoleAssignmentNotFound", f"The role assignment '{name}' is not found.")
    return found


@arm.add("RoleAssignments_Create", "PUT", f"{{scope}}{AUTHORIZATION}/roleAssignments/{{name}}",
         action="Microsoft.Authorization/roleAssignments/write")
def assign(azure, request, scope, name):
    identifier = f"{scope}{AUTHORIZATION}/roleAssignments/{name}"
    before = azure.world.get(identifier)
    return Answer(200 if before else 201, create(azure, identifier, request.json()))


def _definition(azure, scope, guid):
    name = next((n for n, (g, _, _) in access.ROLES.items() if same(g, guid)), None)
    if name is None:
        raise Refusal(404, "RoleDefinitionDoesNotExist", f"The specified role definition with ID '{guid}' does not exist.")
    return {"id": f"{scope}{AUTHORIZATION}/roleDefinitions/{access.ROLES[name][0]}", "name": access.ROLES[name][0],
            "type": "Microsoft.Authorization/roleDefinitions",
            "properties": {"roleName": name, "type": "BuiltInRole", "assignableScopes": ["/"],
                           "permissions": [access.permissions(name)]}}


@arm.add("RoleDefinitions_List", "GET", f"{{scope}}{AUTHORIZATION}/roleDefinitions",
         action="Microsoft.Authorization/roleDefinitions/read")
def definitions(azure, request, scope):
    return page(azure, request, [_definition(azure, scope, g) for g, _, _ in access.ROLES.values()])


@arm.add("RoleDefinitions_Get", "GET", f"{{scope}}{AUTHORIZATION}/roleDefinitions/{{guid}}",
         action="Microsoft.Authorization/roleDefinitions/read")
def definition(azure, request, scope, guid):
    return _definition(azure, scope, guid)


@arm.add("ManagementLocks_ListByScope", "GET", [f"{GROUP}{AUTHORIZATION}/locks", f"{{scope}}{AUTHORIZATION}/locks"],
         action="Microsoft.Authorization/locks/read")
def locks(azure, request, scope=None, subscription=None, group=None):
    scope = scope or f"/subscriptions/{subscription}/resourceGroups/{group}"
    found = [lock for lock in azure.world["locks"] if access.covers(scope, lock["scope"]) or access.covers(lock["scope"], scope)]
    return page(azure, request, found, lambda lock: {
        "id": f"{lock['scope']}{AUTHORIZATION}/locks/{lock['name']}", "name": lock["name"],
        "type": "Microsoft.Authorization/locks", "properties": {"level": lock["level"]}})
