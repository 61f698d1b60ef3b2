"""Searches for secrets in everything that a run leaves behind."""
import base64

from arm import standard

# What must never be found outside the requests that carry it.
PLANTED = (standard.SECRET, "planted-vault-secret", "planted-vault-client-secret")


def forms(secret):
    """A secret in the forms in which it could lie about."""
    data = secret.encode()
    return {data, base64.b64encode(data).rstrip(b"="), base64.urlsafe_b64encode(data).rstrip(b"="), data.hex().encode()}


def places(shell, result, secrets):
    """Where one of the secrets stands: files of the shell, and what the run wrote."""
    wanted = [form for secret in secrets for form in forms(secret)]
    found = []
    for path in shell.files():
        data = path.read_bytes()
        found += [str(path.relative_to(shell.folder)) for form in wanted if form in data]
    for name, text in (("stdout", result.out), ("stderr", result.err)):
        found += [name for form in wanted if form in text.encode()]
    return found
