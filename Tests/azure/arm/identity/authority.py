"""The token endpoint: client secret, signed assertion, federated token."""
import uuid

from ..clock import iso
from ..exchange import Answer, same
from ..router import authority
from .assertions import Rejected, check_certificate, check_federated, parts

BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def _wrong(status, error, number, text):
    trace = str(uuid.uuid4())
    return Answer(status, {
        "error": error, "error_description": f"AADSTS{number}: {text} Trace ID: {trace}", "error_codes": [number],
        "timestamp": iso()[:19].replace("T", " ") + "Z", "trace_id": trace, "correlation_id": str(uuid.uuid4())})


@authority.add("Token_InstanceDiscovery", "GET", "/common/discovery/instance", versioned=False)
def instances(azure, request):
    return {"tenant_discovery_endpoint": f"{azure.endpoint}/{azure.world['tenant']}/v2.0/.well-known/openid-configuration",
            "metadata": []}


@authority.add("Token_Discovery", "GET", "/{tenant}/v2.0/.well-known/openid-configuration", versioned=False)
def discovery(azure, request, tenant):
    base = f"{azure.endpoint}/{tenant}"
    return {"token_endpoint": f"{base}/oauth2/v2.0/token", "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "issuer": f"{base}/v2.0", "jwks_uri": f"{base}/discovery/v2.0/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"]}


@authority.add("Token_ClientCredentials", "POST", "/{tenant}/oauth2/v2.0/token", versioned=False)
def token(azure, request, tenant):
    world, form = azure.world, request.form()
    if not same(tenant, world["tenant"]):
        return _wrong(400, "invalid_request", 90002, f"Tenant '{tenant}' not found.")
    if form.get("grant_type") != "client_credentials":
        return _wrong(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.")
    principal = next((p for p in world["principals"].values() if same(p["clientId"], form.get("client_id"))), None)
    if principal is None:
        return _wrong(400, "unauthorized_client", 700016, "Application was not found in the directory.")
    scope = form.get("scope", "")
    audience = scope.removesuffix("/.default").rstrip("/")
    if not scope.endswith("/.default") or audience not in (*azure.tokens.ARM, *azure.tokens.VAULT, *azure.tokens.STORAGE):
        return _wrong(400, "invalid_scope", 70011, f"The provided value for the input parameter 'scope' is not valid: {scope}.")
    refusal = _credential(azure, principal, form, f"{azure.endpoint}/{tenant}")
    if refusal:
        return refusal
    text, life = azure.tokens.give(principal, audience)
    return {"token_type": "Bearer", "expires_in": life, "ext_expires_in": life, "access_token": text}


def _credential(azure, principal, form, realm):
    """The refusal of a wrong credential; None for a right one."""
    if "client_secret" in form:
        if form["client_secret"] != principal.get("secret"):
            return _wrong(401, "invalid_client", 7000215, "Invalid client secret provided.")
        if principal.get("secretExpired"):
            return _wrong(401, "invalid_client", 7000222, "The provided client secret keys are expired.")
        return None
    assertion = form.get("client_assertion")
    if not assertion or form.get("client_assertion_type") != BEARER:
        return _wrong(401, "invalid_client", 7000218, "The request body must contain 'client_assertion' or 'client_secret'.")
    try:
        # A client's own assertion names the client as issuer; any other issuer is a federated one.
        if parts(assertion)[1].get("iss") != principal["clientId"] and "federated" in principal:
            check_federated(assertion, principal["federated"])
        else:
            check_certificate(assertion, principal["clientId"], principal.get("certificates", []),
                              (f"{realm}/oauth2/v2.0/token", f"{realm}/v2.0"))
    except Rejected as rejected:
        return _wrong(401, "invalid_client", rejected.number, str(rejected))
    return None
