"""Requests and answers as the handlers see them."""
import dataclasses
import json
import re
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclasses.dataclass
class Request:
    """One request, with everything that a handler may look at."""

    method: str
    target: str
    headers: dict
    body: bytes
    base: str
    service: str
    number: int = 0
    operation: str = "-"
    principal: dict | None = None

    def __post_init__(self):
        parts = urlsplit(self.target)
        self.path = unquote(parts.path)
        self.query = {}
        for name, text in parse_qsl(parts.query, keep_blank_values=True):
            self.query.setdefault(name.lower(), text)

    @property
    def url(self):
        return self.base + self.target

    @property
    def api_version(self):
        return self.query.get("api-version", "")

    def json(self):
        """The body as a value; an empty one is None."""
        if not self.body:
            return None
        try:
            return json.loads(self.body)
        except ValueError as error:
            raise Refusal(400, "InvalidRequestContent", f"The request content was invalid: {error}") from None

    def form(self):
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))

    def recorded_body(self):
        """The body as a recording holds it."""
        if not self.body:
            return None
        kind = self.headers.get("content-type", "")
        if "json" in kind:
            try:
                return json.loads(self.body)
            except ValueError:
                pass
        if "octet-stream" in kind or self.service == "blob":
            return f"{len(self.body)} bytes"
        return self.body.decode("utf-8", "replace")


@dataclasses.dataclass
class Answer:
    """One answer. `body` is a JSON value, a text, bytes or None."""

    status: int
    body: object = None
    headers: dict = dataclasses.field(default_factory=dict)
    fault: bool = False

    def payload(self):
        """Content type and bytes."""
        if self.body is None:
            return None, b""
        if isinstance(self.body, bytes):
            return self.headers.get("Content-Type", "application/octet-stream"), self.body
        if isinstance(self.body, str):
            return self.headers.get("Content-Type", "text/html; charset=utf-8"), self.body.encode()
        return "application/json; charset=utf-8", json.dumps(self.body).encode()


class Refusal(Exception):
    """An answer of 400 or above in ARM's envelope."""

    def __init__(self, status, code, message, details=None, target=None, info=None, headers=None):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
        self.details, self.target, self.info, self.headers = details, target, info, headers or {}

    @property
    def error(self):
        """The error object, without its envelope."""
        body = {"code": self.code, "message": self.message}
        if self.target:
            body["target"] = self.target
        if self.details:
            body["details"] = self.details
        if self.info:
            body["additionalInfo"] = self.info
        return body

    def answer(self):
        return Answer(self.status, {"error": self.error}, dict(self.headers))


def same(left, right):
    """Whether two names are one for ARM, which ignores case."""
    return (left or "").lower() == (right or "").lower()


GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
