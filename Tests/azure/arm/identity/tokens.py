"""Access tokens: made up, in the form of a JWT, and only good for the service they were asked for."""
import base64
import json
import secrets
import time

from ..exchange import Refusal


def encode(value):
    """base64url without padding, as in JWTs."""
    data = value if isinstance(value, bytes) else json.dumps(value, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Tokens:
    """Tokens given out by this server, and whose they are."""

    VAULT = ("https://vault.azure.net",)
    STORAGE = ("https://storage.azure.com",)

    def __init__(self, azure):
        self._azure = azure
        self._given = {}

    @property
    def ARM(self):  # noqa: N802 - a constant that is known only when the listener is there
        return (self._azure.endpoint, "https://management.azure.com", "https://management.core.windows.net")

    def give(self, principal, audience):
        """A new token: (text, seconds of life)."""
        life = self._azure.world["tokenLifetime"]
        now = time.time()
        claims = {"aud": audience, "iss": f"https://sts.windows.net/{self._azure.world['tenant']}/",
                  "tid": self._azure.world["tenant"], "appid": principal["clientId"], "oid": principal["objectId"],
                  "iat": int(now), "nbf": int(now), "exp": int(now + life), "jti": secrets.token_hex(8)}
        text = ".".join((encode({"typ": "JWT", "alg": "none"}), encode(claims), encode(secrets.token_bytes(16))))
        self._given[text] = {"principal": principal, "audience": audience.rstrip("/"), "ends": now + life}
        return text, life

    def expire_all(self):
        """As if the lives of all tokens given out so far had ended."""
        for entry in self._given.values():
            entry["ends"] = 0

    @property
    def count(self):
        return len(self._given)

    def texts(self):
        """All tokens given out, for searches that must not find them."""
        return list(self._given)

    def principal(self, request, audiences):
        """Who asks. Refuses with 401 where that is not known."""
        text = request.headers.get("authorization", "")
        if not text:
            raise self._refusal(audiences, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.")
        kind, _, token = text.partition(" ")
        entry = self._given.get(token)
        if kind.lower() != "bearer" or entry is None:
            raise self._refusal(audiences, "InvalidAuthenticationToken", "The access token is invalid.")
        if entry["audience"] not in audiences:
            raise self._refusal(audiences, "InvalidAuthenticationToken",
                                f"The access token has been obtained for wrong audience or resource '{entry['audience']}'.")
        if time.time() >= entry["ends"]:
            raise self._refusal(audiences, "ExpiredAuthenticationToken",
                                "The access token expiry UTC time is earlier than current UTC time.")
        return entry["principal"]

    def _refusal(self, audiences, code, message):
        tenant = self._azure.world["tenant"]
        challenge = (f'Bearer authorization_uri="{self._azure.endpoint}/{tenant}", error="invalid_token", '
                     f'error_description="{message}"')
        if audiences == self.VAULT:
            challenge = f'Bearer authorization="{self._azure.endpoint}/{tenant}", resource="{self.VAULT[0]}"'
        return Refusal(401, code, message, headers={"WWW-Authenticate": challenge})
