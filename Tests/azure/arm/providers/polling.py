"""Long-running operations that end with a Location: 202 until they are done."""
import secrets
from urllib.parse import urlsplit

from ..exchange import Answer, Refusal
from ..router import arm


def later(azure, request, finish, polls=1, headers=None):
    """202 with a polling URL. After so many polls `finish()` gives the last answer.

    The URL carries signed parameters, as real ones do: it is good only as it was given."""
    subscription = request.path.split("/")[2]
    token = secrets.token_urlsafe(24)
    target = (f"/subscriptions/{subscription}/operationresults/{token}?api-version={request.api_version}"
              f"&t={secrets.randbelow(10**18)}&c=MIIH{secrets.token_hex(8)}&s={secrets.token_hex(8)}&h={secrets.token_hex(4)}")
    azure.world.operations[token] = {"target": target, "left": polls, "finish": finish}
    return Answer(202, None, {"Location": azure.endpoint + target, "Retry-After": str(azure.world["retryAfter"]),
                              **(headers or {})})


@arm.add("Poll_ResourcesResult", "GET", "/subscriptions/{subscription}/operationresults/{token}",
         action="Microsoft.Resources/subscriptions/operationresults/read", versioned=False)
def result(azure, request, subscription, token):
    operation = azure.world.operations.get(token)
    if operation is None:
        raise Refusal(404, "OperationNotFound", "The operation could not be found.")
    if urlsplit(operation["target"]).query != urlsplit(request.target).query:
        raise Refusal(400, "InvalidRequestUri", "The signature of the polling URL does not fit.")
    if operation["left"] > 0:
        operation["left"] -= 1
        return Answer(202, None, {"Location": azure.endpoint + operation["target"],
                                  "Retry-After": str(azure.world["retryAfter"])})
    return operation["finish"]()
