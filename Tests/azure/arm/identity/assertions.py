"""Checks signed assertions: of a client's certificate, and of a federated issuer."""
import base64
import hashlib
import json
import pathlib
import re
import subprocess
import tempfile
import time

from .tokens import decode

SIGNATURES = {
    "RS256": ["-sha256"],
    "PS256": ["-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:-1"],
    "ES256": ["-sha256"],
}


class Rejected(Exception):
    """Why an assertion is not believed: the number that the authority gives, and a text."""

    def __init__(self, number, text):
        super().__init__(text)
        self.number = number


def parts(text):
    """(header, claims, signed bytes, signature) of a JWT."""
    try:
        header, claims, signature = text.split(".")
        return json.loads(decode(header)), json.loads(decode(claims)), f"{header}.{claims}".encode(), decode(signature)
    except ValueError:
        raise Rejected(50027, "The JWT token is malformed.") from None


def _der(signature):
    """An ECDSA signature as OpenSSL reads it, from the two numbers of a JWT."""
    def integer(data):
        data = data.lstrip(b"\0") or b"\0"
        if data[0] & 0x80:
            data = b"\0" + data
        return b"\x02" + bytes([len(data)]) + data
    half = len(signature) // 2
    body = integer(signature[:half]) + integer(signature[half:])
    return b"\x30" + bytes([len(body)]) + body


def _verified(algorithm, pem, signed, signature):
    with tempfile.TemporaryDirectory() as folder:
        files = {"cert.pem": pem.encode(), "signed": signed,
                 "signature": _der(signature) if algorithm == "ES256" else signature}
        for name, data in files.items():
            pathlib.Path(folder, name).write_bytes(data)
        subprocess.run(["openssl", "x509", "-in", "cert.pem", "-noout", "-pubkey", "-out", "key.pem"], cwd=folder, check=True,
                       capture_output=True, timeout=20)
        done = subprocess.run(
            ["openssl", "dgst", *SIGNATURES[algorithm], "-verify", "key.pem", "-signature", "signature", "signed"],
            cwd=folder, capture_output=True, timeout=20, check=False)
        return done.returncode == 0


def _thumbprints(pem):
    body = re.search(r"-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", pem, re.S)
    der = base64.b64decode(body.group(1))
    return hashlib.sha1(der).digest(), hashlib.sha256(der).digest()


def check_certificate(text, client, certificates, audiences):
    """Believe an assertion signed by one of the client's certificates (PEM texts), or raise Rejected."""
    header, claims, signed, signature = parts(text)
    algorithm = header.get("alg")
    if algorithm not in SIGNATURES:
        raise Rejected(700021, f"Client assertion application identifier: algorithm {algorithm!r} is not supported.")
    for pem in certificates:
        short, long = _thumbprints(pem)
        if decode(header.get("x5t", "")) == short or decode(header.get("x5t#S256", "")) == long:
            break
    else:
        raise Rejected(700027, "Client assertion contains an invalid signature. Reason - The key was not found.")
    if not _verified(algorithm, pem, signed, signature):
        raise Rejected(700027, "Client assertion contains an invalid signature.")
    if claims.get("aud") not in audiences:
        raise Rejected(700023, f"Client assertion audience claim does not match Realm issuer: {claims.get('aud')!r}.")
    if claims.get("iss") != client or claims.get("sub") != client:
        raise Rejected(700021, "Client assertion application identifier doesn't match 'client_id' parameter.")
    now = time.time()
    if not claims.get("jti") or not isinstance(claims.get("exp"), (int, float)) or not now < claims["exp"] <= now + 24 * 3600:
        raise Rejected(700024, "Client assertion is not within its valid time range.")


def check_federated(text, federated):
    """Believe a token of the issuer and subject that the application trusts. Its signature is the issuer's affair."""
    _, claims, _, _ = parts(text)
    if claims.get("iss") != federated["issuer"] or claims.get("sub") != federated["subject"]:
        raise Rejected(70021, f"No matching federated identity record found for presented assertion subject "
                              f"'{claims.get('sub')}'.")
    if claims.get("aud") != "api://AzureADTokenExchange":
        raise Rejected(700212, "No matching federated identity record found for presented assertion audience.")
    if claims.get("exp", 0) < time.time():
        raise Rejected(700024, "Client assertion is not within its valid time range.")
