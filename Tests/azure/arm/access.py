"""Who may do what: roles, assignments, and the check before each request."""
import functools
import re

from . import ids
from .exchange import Refusal

# Names, GUIDs and actions of built-in roles (Microsoft Learn, "Azure built-in roles").
ROLES = {
    "Owner": ("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", ["*"], []),
    "Contributor": ("b24988ac-6180-42a0-ab88-20f7382dd24c", ["*"], [
        "Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write", "Microsoft.Authorization/elevateAccess/Action"]),
    "Reader": ("acdd72a7-3385-48ef-bd42-f606fba81ae7", ["*/read"], []),
    "User Access Administrator": ("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", ["*/read", "Microsoft.Authorization/*"], []),
    "Network Contributor": ("4d97b98b-1d4f-4787-a291-c67834d212e7", [
        "Microsoft.Authorization/*/read", "Microsoft.Network/*", "Microsoft.Resources/deployments/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read"], []),
    "Virtual Machine Contributor": ("9980e02c-c2be-4d73-94e8-173b1dc7cf3c", [
        "Microsoft.Authorization/*/read", "Microsoft.Compute/virtualMachines/*", "Microsoft.Compute/virtualMachineScaleSets/*",
        "Microsoft.Compute/availabilitySets/*", "Microsoft.Compute/disks/*"], []),
    "Managed Identity Operator": ("f1a07417-d97a-45cb-824c-7a7467783830", [
        "Microsoft.ManagedIdentity/userAssignedIdentities/*/read",
        "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action"], []),
    "Storage Blob Data Contributor": ("ba92f5b4-2d11-453d-a403-e96b0029c9fe", [
        "Microsoft.Storage/storageAccounts/blobServices/containers/*"], []),
    "Key Vault Secrets User": ("4633458b-17de-408a-b874-0445c86b69e6", [], []),
}
DATA_ACTIONS = {
    "Storage Blob Data Contributor": ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*"],
    "Key Vault Secrets User": ["Microsoft.KeyVault/vaults/secrets/getSecret/action",
                               "Microsoft.KeyVault/vaults/secrets/readMetadata/action"],
}


def definition_id(subscription, guid):
    return f"/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{guid}"


def permissions(role):
    """The permissions entry of a role: a built-in one's name, or an object with actions."""
    if isinstance(role, dict):
        return {name: role.get(name, []) for name in ("actions", "notActions", "dataActions", "notDataActions")}
    _, allowed, denied = ROLES[role]
    return {"actions": allowed, "notActions": denied, "dataActions": DATA_ACTIONS.get(role, []), "notDataActions": []}


@functools.lru_cache(maxsize=4096)
def _pattern(text):
    return re.compile("^" + ".*".join(map(re.escape, text.split("*"))) + "$", re.I)


def covers(scope, identifier):
    """Whether an assignment at a scope holds for an id."""
    scope, identifier = ids.key(scope), ids.key(identifier)
    return scope in ("", "/") or identifier == scope or identifier.startswith(scope + "/")


def entries(azure, principal, identifier):
    """The permissions that a principal has at an id, one for each assignment."""
    found = [permissions(one["role"]) for one in principal.get("roles", []) if covers(one["scope"], identifier)]
    return found


def allowed(azure, principal, action, identifier, data=False):
    """Whether a principal may perform an action at an id."""
    azure.demanded.append((action, identifier, data))
    yes, no = ("dataActions", "notDataActions") if data else ("actions", "notActions")
    return any(any(_pattern(p).match(action) for p in entry[yes]) and not any(_pattern(p).match(action) for p in entry[no])
               for entry in entries(azure, principal, identifier))


def demand(azure, request, action, identifier):
    """Refuse the request unless its principal may perform the action."""
    if allowed(azure, request.principal, action, identifier):
        return
    who = request.principal
    raise Refusal(
        403, "AuthorizationFailed",
        f"The client '{who['clientId']}' with object id '{who['objectId']}' does not have authorization to perform action "
        f"'{action}' over scope '{identifier}' or the scope is invalid. If access was recently granted, please refresh "
        "your credentials.")


def demand_linked(azure, request, action, identifier, linked_action, linked):
    """Refuse with LinkedAuthorizationFailed unless the principal may join what a resource refers to."""
    if allowed(azure, request.principal, linked_action, linked):
        return
    who = request.principal
    raise Refusal(
        403, "LinkedAuthorizationFailed",
        f"The client '{who['clientId']}' with object id '{who['objectId']}' has permission to perform action '{action}' on "
        f"scope '{identifier}'; however, it does not have permission to perform action(s) '{linked_action}' on the linked "
        f"scope(s) '{linked}' (respectively) or the linked scope(s) are invalid.")
