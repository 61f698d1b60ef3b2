"""The metadata endpoint of a virtual machine, for the tokens of its managed identities."""
import time

from ..exchange import Answer, same
from ..router import imds


def _wrong(status, error, text):
    return Answer(status, {"error": error, "error_description": text})


def _wanted(azure, query):
    """The identity that the query names; without a name the machine's own."""
    machines = [p for p in azure.world["principals"].values() if p.get("system") or p.get("resourceId")]
    for name, field in (("client_id", "clientId"), ("object_id", "objectId"), ("mi_res_id", "resourceId"),
                        ("msi_res_id", "resourceId")):
        if name in query:
            return next((p for p in machines if same(p.get(field), query[name])), None)
    return next((p for p in machines if p.get("system")), None)


@imds.add("Token_ManagedIdentity", "GET", "/metadata/identity/oauth2/token", versioned=False)
def token(azure, request):
    if request.headers.get("metadata", "").lower() != "true":
        return _wrong(400, "invalid_request", "Required metadata header not specified")
    if "x-forwarded-for" in request.headers:
        return _wrong(400, "invalid_request", "The request was forwarded")
    if request.api_version < "2018-02-01":
        return _wrong(400, "invalid_request", "The api-version is not supported")
    audience = request.query.get("resource", "").rstrip("/")
    if audience not in (*azure.tokens.ARM, *azure.tokens.VAULT, *azure.tokens.STORAGE):
        return _wrong(400, "invalid_resource", f"AADSTS500011: The resource principal named {audience} was not found")
    principal = _wanted(azure, request.query)
    if principal is None:
        return _wrong(400, "invalid_request", "Identity not found")
    text, life = azure.tokens.give(principal, audience)
    return {"access_token": text, "client_id": principal["clientId"], "expires_in": str(life),
            "expires_on": str(int(time.time() + life)), "ext_expires_in": str(life), "not_before": str(int(time.time())),
            "resource": request.query["resource"], "token_type": "Bearer"}
