"""The data plane of blob storage: containers and block blobs."""
import base64
import hashlib
import re
from xml.sax.saxutils import escape

from .. import access
from ..clock import iso, now
from ..exchange import Answer, Refusal
from ..router import blob

DATA = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs"
RIGHT = {"read": "r", "write": "w", "delete": "d"}


def _wrong(status, code, message):
    text = f'<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code><Message>{escape(message)}</Message></Error>'
    return Answer(status, text, {"Content-Type": "application/xml", "x-ms-error-code": code})


def _account(azure, name):
    return next((a for a in azure.world.of_type("Microsoft.Storage/storageAccounts") if a["name"] == name), None)


def _refused(azure, request, account, verb):
    """The refusal of a request without the right to it; None where it has the right."""
    found = _account(azure, account)
    if found is None:
        return _wrong(404, "ResourceNotFound", "The specified account does not exist.")
    if not request.headers.get("x-ms-version"):
        return _wrong(400, "MissingRequiredHeader", "The header x-ms-version is missing.")
    if "sig" in request.query:
        known = next((s for s in azure.world.settings.get("signatures", []) if s["sig"] == request.query["sig"]), None)
        if known is None or known["account"] != account or known["ends"] <= now() or \
                not set(known["rights"]) & {RIGHT[verb], "c" if verb == "write" else RIGHT[verb]}:
            return _wrong(403, "AuthenticationFailed", "Server failed to authenticate the request.")
        return None
    try:
        principal = azure.tokens.principal(request, azure.tokens.STORAGE)
    except Refusal as refusal:
        answer = _wrong(401, "InvalidAuthenticationInfo", refusal.message)
        answer.headers.update(refusal.headers)
        return answer
    if not access.allowed(azure, principal, f"{DATA}/{verb}", found["id"], data=True):
        return _wrong(403, "AuthorizationPermissionMismatch", "This request is not authorized to perform this operation using "
                      "this permission.")
    return None


def _containers(azure, account):
    """Containers of an account, with those that a deployment made."""
    kept = azure.world.blobs.setdefault(account, {})
    for one in azure.world.of_type("Microsoft.Storage/storageAccounts/blobServices/containers"):
        if f"/storageaccounts/{account}/" in one["id"].lower():
            kept.setdefault(one["name"], {})
    return kept


@blob.add("Container_Create", "PUT", "/{account}/{container}", versioned=False)
def create_container(azure, request, account, container):
    refused = _refused(azure, request, account, "write")
    if refused:
        return refused
    if container in _containers(azure, account):
        return _wrong(409, "ContainerAlreadyExists", "The specified container already exists.")
    azure.world.blobs[account][container] = {}
    return Answer(201, None, {"ETag": '"0x8D"'})


@blob.add("Blob_Put", "PUT", "/{account}/{container}/{name}", versioned=False)
def put(azure, request, account, container, name):
    refused = _refused(azure, request, account, "write")
    if refused:
        return refused
    if request.headers.get("x-ms-blob-type") != "BlockBlob":
        return _wrong(400, "MissingRequiredHeader", "The header x-ms-blob-type is missing.")
    blobs = _containers(azure, account).get(container)
    if blobs is None:
        return _wrong(404, "ContainerNotFound", "The specified container does not exist.")
    if request.headers.get("if-none-match") == "*" and name in blobs:
        return _wrong(409, "BlobAlreadyExists", "The specified blob already exists.")
    digest = base64.b64encode(hashlib.md5(request.body).digest()).decode()
    if request.headers.get("content-md5", digest) != digest:
        return _wrong(400, "Md5Mismatch", "The MD5 value specified in the request did not match.")
    tag = f'"0x{hashlib.sha256(request.body).hexdigest()[:16].upper()}"'
    blobs[name] = {"data": request.body, "etag": tag, "md5": digest, "time": iso()}
    return Answer(201, None, {"ETag": tag, "Content-MD5": digest, "x-ms-request-server-encrypted": "true"})


def _public(azure, account, container):
    """Whether anybody may read a container's blobs; the refusal where the account forbids it altogether."""
    found = _account(azure, account)
    if found is None:
        return _wrong(404, "ResourceNotFound", "The specified account does not exist.")
    if not found["properties"].get("allowBlobPublicAccess"):
        return _wrong(409, "PublicAccessNotPermitted", "Public access is not permitted on this storage account.")
    made = azure.world.get(f"{found['id']}/blobServices/default/containers/{container}")
    if made is None or made["properties"].get("publicAccess", "None") == "None":
        return _wrong(404, "ResourceNotFound", "The specified resource does not exist.")
    return None


def _read(azure, request, account, container, name):
    if "authorization" in request.headers or "sig" in request.query:
        refused = _refused(azure, request, account, "read")
    else:
        refused = _public(azure, account, container)
    if refused:
        return refused
    found = _containers(azure, account).get(container, {}).get(name)
    if found is None:
        return _wrong(404, "BlobNotFound", "The specified blob does not exist.")
    return Answer(200, found["data"], {"ETag": found["etag"], "Content-MD5": found["md5"], "x-ms-blob-type": "BlockBlob"})


@blob.add("Blob_Get", "GET", "/{account}/{container}/{name}", versioned=False)
def get(azure, request, account, container, name):
    answer = _read(azure, request, account, container, name)
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", request.headers.get("x-ms-range") or request.headers.get("range", ""))
    if answer.status == 200 and asked:
        size = len(answer.body)
        first, last = int(asked.group(1)), min(int(asked.group(2) or size), size - 1)
        if first >= size:
            return _wrong(416, "InvalidRange", "The range specified is invalid for the current size of the resource.")
        answer.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
        answer.status, answer.body = 206, answer.body[first:last + 1]
    return answer


@blob.add("Blob_GetProperties", "HEAD", "/{account}/{container}/{name}", versioned=False)
def head(azure, request, account, container, name):
    answer = _read(azure, request, account, container, name)
    if answer.status == 200:
        answer.headers["Content-Length"] = str(len(answer.body))
    return answer


@blob.add("Blob_Delete", "DELETE", "/{account}/{container}/{name}", versioned=False)
def delete(azure, request, account, container, name):
    refused = _refused(azure, request, account, "delete")
    if refused:
        return refused
    if _containers(azure, account).get(container, {}).pop(name, None) is None:
        return _wrong(404, "BlobNotFound", "The specified blob does not exist.")
    return Answer(202)
