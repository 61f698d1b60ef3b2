"""What holds for every request, whatever it asks for: a route, a token, an api-version, a right, a limit."""
import re
import uuid

from . import access, router
from .exchange import GUID, Answer, Refusal

ROUTERS = {"imds": (router.imds,), "blob": (router.blob,), "stranger": ()}


def find(request):
    """(route, names) of the request; (None, methods) where nothing answers."""
    tables = (router.vault,) if request.service.startswith("vault") else \
        ROUTERS.get(request.service, (router.arm, router.authority))
    methods = []
    for table in tables:
        route, names = table.find(request.method, request.path)
        if route:
            return route, names
        methods += names
    return None, methods


def check(azure, request, route, names):
    """Refuse what Azure refuses before it looks at the request's content."""
    if route is None:
        if names:
            raise Refusal(405, "HttpMethodNotAllowed", f"The HTTP method '{request.method}' is not supported here.",
                          headers={"Allow": ", ".join(names)})
        raise Refusal(404, "InvalidResourceType", f"No route answers for '{request.path}'.")
    if request.service != "arm" or route in router.authority.routes:
        return
    request.principal = azure.tokens.principal(request, azure.tokens.ARM)
    subscription = names.get("subscription")
    if subscription:
        _subscription(azure, subscription)
    if route.versioned and not re.fullmatch(r"\d{4}-\d\d-\d\d(-[a-z]+)?", request.api_version):
        if not request.api_version:
            raise Refusal(400, "MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required "
                          "for all requests.")
        raise Refusal(400, "InvalidApiVersionParameter", f"The api-version '{request.api_version}' is invalid.")
    _limit(azure, request)
    if route.action:
        access.demand(azure, request, route.action, _scope(request.path))


def _scope(path):
    """The id that an action is checked at: the path without what only names the action."""
    path = re.split(r"/providers/Microsoft\.Authorization/(permissions|roleAssignments|roleDefinitions|locks)", path,
                    flags=re.I)[0]
    words = path.rstrip("/").split("/")
    return "/".join(words) or "/"


def _subscription(azure, identifier):
    if not GUID.fullmatch(identifier):
        raise Refusal(400, "InvalidSubscriptionId", f"The provided subscription identifier '{identifier}' is malformed.")
    if identifier.lower() not in azure.world["subscriptions"]:
        raise Refusal(404, "SubscriptionNotFound", f"The subscription '{identifier}' could not be found.")


def _limit(azure, request):
    kind = {"GET": "reads", "HEAD": "reads", "DELETE": "deletes"}.get(request.method, "writes")
    if azure.remaining[kind] <= 0:
        azure.remaining[kind] = azure.world["limits"][kind]
        raise Refusal(429, "SubscriptionRequestsThrottled",
                      f"Number of requests for subscription exceeded the limit of {kind}. Please try again after '1' seconds.",
                      headers={"Retry-After": "1"})
    azure.remaining[kind] -= 1


def common_headers(azure, request, answer: Answer):
    """The headers that every answer of ARM has."""
    identifier = str(uuid.uuid4())
    answer.headers.setdefault("x-ms-request-id", identifier)
    if request.service != "arm" or request.operation.startswith("Token_"):
        return
    correlation = request.headers.get("x-ms-correlation-request-id", identifier)
    answer.headers.setdefault("x-ms-correlation-request-id", correlation)
    answer.headers.setdefault("x-ms-routing-request-id", f"WESTEUROPE:20260101T000000Z:{identifier}")
    kind = {"GET": "reads", "HEAD": "reads", "DELETE": "deletes"}.get(request.method, "writes")
    answer.headers.setdefault(f"x-ms-ratelimit-remaining-subscription-{kind}", str(azure.remaining[kind]))
    if request.headers.get("x-ms-return-client-request-id", "").lower() == "true" and \
            "x-ms-client-request-id" in request.headers:
        answer.headers["x-ms-client-request-id"] = request.headers["x-ms-client-request-id"]
