"""Tokens of a pipeline's issuer, for workload identity federation."""
import time

from arm.identity.tokens import encode


def federated_token(**changes):
    """A token as a pipeline's issuer signs it."""
    claims = {"iss": "https://token.actions.githubusercontent.com", "sub": "repo:team/clusters:ref:main",
              "aud": "api://AzureADTokenExchange", "exp": int(time.time()) + 300, **changes}
    return ".".join((encode({"alg": "RS256", "typ": "JWT"}), encode(claims), encode(b"signature")))
