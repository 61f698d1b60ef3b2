"""What identities, role assignments, storage accounts and vaults become."""
import re

from .. import ids
from ..access import ROLES
from ..clock import iso
from ..exchange import Refusal
from ..errors import saying


def identity(azure, resource, before):
    resource["properties"].update(
        tenantId=azure.world["tenant"], principalId=ids.guid(resource["id"], "principal"),
        clientId=ids.guid(resource["id"], "client"))


def role_assignment(azure, resource, before):
    """A role assignment; its name stands for one principal, role and scope for ever."""
    properties = resource["properties"]
    properties["scope"] = re.split(r"/providers/Microsoft\.Authorization/roleAssignments/", resource["id"], flags=re.I)[0]
    if before and before["properties"]["principalId"] != properties["principalId"]:
        status, message = saying("RoleAssignmentUpdateNotPermitted")
        raise Refusal(status, "RoleAssignmentUpdateNotPermitted", message)
    for other in azure.world.of_type(resource["type"]):
        theirs = other["properties"]
        if other["id"].lower() != resource["id"].lower() and \
                all(theirs[k].lower() == properties[k].lower() for k in ("principalId", "roleDefinitionId", "scope")):
            raise Refusal(409, "RoleAssignmentExists", "The role assignment already exists.")
    guids = {guid for guid, _, _ in ROLES.values()}
    if ids.name_of(properties["roleDefinitionId"]).lower() not in guids:
        raise Refusal(404, "RoleDefinitionDoesNotExist", f"The specified role definition with ID "
                      f"'{ids.name_of(properties['roleDefinitionId'])}' does not exist.")
    properties.update(createdOn=iso(), updatedOn=iso())
    resource.pop("location", None)


def storage_account(azure, account, before):
    """A storage account, whose name is one in all of Azure."""
    if not re.fullmatch(r"[a-z0-9]{3,24}", account["name"]):
        raise Refusal(400, "AccountNameInvalid", f"{account['name']} is not a valid storage account name. Storage account "
                      "name must be between 3 and 24 characters in length and use numbers and lower-case letters only.")
    others = [a for a in azure.world.of_type(account["type"]) if a["id"].lower() != account["id"].lower()]
    if account["name"] in azure.world.settings.get("takenAccounts", []) or \
            any(a["name"] == account["name"] for a in others):
        raise Refusal(409, "StorageAccountAlreadyTaken", f"The storage account named {account['name']} is already taken.")
    account["properties"].update(
        primaryEndpoints={"blob": f"{azure.blob.url}/{account['name']}/"}, primaryLocation=account["location"],
        statusOfPrimary="available", creationTime=iso())
    azure.world.blobs.setdefault(account["name"], {})


def vault(azure, resource, before):
    listener = azure.vaults.get(next((v for v in azure.vaults if v.lower() == resource["id"].lower()), None))
    resource["properties"]["vaultUri"] = f"{listener.url}/" if listener else "https://127.0.0.1:9/"
