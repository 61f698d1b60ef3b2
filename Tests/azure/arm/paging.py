"""Lists in pages, with a nextLink that holds everything a client needs: it is used as given."""
import base64
from urllib.parse import quote, urlsplit


def page(azure, request, items, convert=lambda item: item, size=None):
    """The page of a list that the request asks for.

    `$top` makes pages smaller, never larger, than the service's own."""
    limit = size or azure.world.page_size
    top = request.query.get("$top", "")
    if top.isdigit() and int(top) > 0:
        limit = min(limit, int(top))
    start = 0
    token = request.query.get("$skiptoken")
    if token:
        try:
            start = int(base64.urlsafe_b64decode(token))
        except ValueError:
            start = len(items)
    body = {"value": [convert(item) for item in items[start:start + limit]]}
    if start + limit < len(items):
        following = base64.urlsafe_b64encode(str(start + limit).encode()).decode()
        rest = [pair for pair in urlsplit(request.target).query.split("&")
                if pair and not pair.lower().startswith(("$skiptoken=", "%24skiptoken="))]
        query = "&".join([*rest, "%24skiptoken=" + quote(following)])
        body["nextLink"] = f"{request.base}{urlsplit(request.target).path}?{query}"
    return body
