"""The management side of storage accounts that the specification's table leaves out: short-lived signatures."""
import datetime
from urllib.parse import urlencode

from .. import access
from ..clock import now
from ..exchange import Refusal
from ..router import arm
from . import resources

ACCOUNT = "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Storage/storageAccounts/{name}"
TYPE = "Microsoft.Storage/storageAccounts"


def _find(azure, request, names):
    identifier = f"/subscriptions/{names['subscription']}/resourceGroups/{names['group']}/providers/{TYPE}/{names['name']}"
    return resources.find(azure, request, identifier)


def _signature(azure, request, names, action, prefix, field):
    found = _find(azure, request, names)
    access.demand(azure, request, f"{TYPE}/{action}/action", found["id"])
    body = request.json() or {}
    if not body.get("canonicalizedResource", "/blob/").startswith(f"/blob/{found['name']}"):
        raise Refusal(400, "InvalidValuesForRequestParameters", "canonicalizedResource names another account.")
    rights, expiry = body.get("signedPermission", "rcw"), body.get("signedExpiry")
    if not expiry:
        raise Refusal(400, "InvalidValuesForRequestParameters", "signedExpiry is missing.")
    signature = f"sas-{len(azure.world.settings.setdefault('signatures', []))}-planted"
    moment = datetime.datetime.fromisoformat(expiry.replace("Z", "+00:00"))
    if moment <= now():
        raise Refusal(400, "InvalidValuesForRequestParameters", "signedExpiry lies in the past.")
    azure.world["signatures"].append({"sig": signature, "rights": rights, "ends": moment, "account": found["name"]})
    return {field: urlencode({"sv": "2021-08-06", prefix: body.get("signedResource", "c"), "sp": rights, "se": expiry,
                              "spr": "https", "sig": signature})}


@arm.add("StorageAccounts_ListServiceSAS", "POST", ACCOUNT + "/ListServiceSas")
def service_signature(azure, request, **names):
    return _signature(azure, request, names, "listServiceSas", "sr", "serviceSasToken")


@arm.add("StorageAccounts_ListAccountSAS", "POST", ACCOUNT + "/ListAccountSas")
def account_signature(azure, request, **names):
    return _signature(azure, request, names, "listAccountSas", "srt", "accountSasToken")
