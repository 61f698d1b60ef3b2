"""The data plane of Key Vault, and what a deployment reads of it."""
from .. import access, ids
from ..exchange import Refusal
from ..router import vault

GET = "Microsoft.KeyVault/vaults/secrets/getSecret/action"


def _secret(azure, request, name):
    identifier = request.service.partition(":")[2]
    principal = azure.tokens.principal(request, azure.tokens.VAULT)
    if not access.allowed(azure, principal, GET, identifier, data=True):
        raise Refusal(403, "Forbidden", "Caller is not authorized to perform action on resource.")
    if not request.api_version:
        raise Refusal(400, "BadParameter", "api-version must be specified")
    value = azure.world["secrets"][identifier].get(name)
    if value is None:
        raise Refusal(404, "SecretNotFound", f"A secret with (name/id) {name} was not found in this key vault.")
    return {"value": value, "id": f"{request.base}/secrets/{name}/{ids.guid(identifier, name).replace('-', '')}",
            "attributes": {"enabled": True}}


@vault.add("KeyVault_GetSecret", "GET", "/secrets/{name}")
def latest(azure, request, name):
    return _secret(azure, request, name)


@vault.add("KeyVault_GetSecret", "GET", "/secrets/{name}/{version}")
def version(azure, request, name, version):
    return _secret(azure, request, name)


def reference(azure, request, wanted):
    """The value of a parameter's Key Vault reference, as a deployment reads it."""
    identifier, name = wanted["keyVault"]["id"], wanted["secretName"]
    found = azure.world.get(identifier)
    if found is None:
        raise Refusal(400, "KeyVaultParameterReferenceNotFound", f"The specified KeyVault '{identifier}' could not be found.")
    access.demand_linked(azure, request, "Microsoft.Resources/deployments/write", request.path.split("/providers/")[0],
                         "Microsoft.KeyVault/vaults/deploy/action", identifier)
    if not found["properties"].get("enabledForTemplateDeployment"):
        raise Refusal(400, "KeyVaultParameterReferenceAuthorizationFailed", f"The KeyVault '{identifier}' is not enabled for "
                      "template deployment.")
    secrets = next((s for v, s in azure.world["secrets"].items() if v.lower() == identifier.lower()), {})
    if name not in secrets:
        raise Refusal(400, "KeyVaultParameterReferenceSecretRetrieveFailed", f"The secret of KeyVault parameter '{name}' cannot "
                      "be retrieved: SecretNotFound.")
    return secrets[name]
