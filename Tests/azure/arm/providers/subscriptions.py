"""Subscriptions and their regions."""
import pathlib

from ..paging import page
from ..router import arm

REGIONS = pathlib.Path(__file__).resolve().parents[4] / "apimodels" / "regions.tsv"


def regions():
    """The rows of the catalogue of regions."""
    head, *rows = [line.split("\t") for line in REGIONS.read_text().splitlines() if line and not line.startswith("#")]
    return [dict(zip(head, row, strict=True)) for row in rows]


def zones_of(location):
    """The zones of a region, as texts; none for an unknown region."""
    row = next((r for r in regions() if r["name"] == location), None)
    return [] if row is None or row["zones"] == "-" else row["zones"].split(",")


def _shape(azure, identifier):
    facts = azure.world["subscriptions"][identifier]
    return {"id": f"/subscriptions/{identifier}", "subscriptionId": identifier, "tenantId": azure.world["tenant"],
            "displayName": facts["name"], "state": facts["state"], "authorizationSource": "RoleBased",
            "subscriptionPolicies": {"locationPlacementId": "Public_2014-09-01", "quotaId": "EnterpriseAgreement_2014-09-01",
                                     "spendingLimit": "Off"}}


@arm.add("Subscriptions_List", "GET", "/subscriptions")
def list_all(azure, request):
    scopes = [one["scope"].lower() for one in request.principal["roles"]]
    visible = [s for s in azure.world["subscriptions"] if any(x.startswith(f"/subscriptions/{s}") or x == "/" for x in scopes)]
    return page(azure, request, visible, lambda s: _shape(azure, s))


@arm.add("Subscriptions_Get", "GET", "/subscriptions/{subscription}", action="Microsoft.Resources/subscriptions/read")
def get(azure, request, subscription):
    return _shape(azure, subscription.lower())


@arm.add("Subscriptions_ListLocations", "GET", "/subscriptions/{subscription}/locations",
         action="Microsoft.Resources/subscriptions/locations/read")
def locations(azure, request, subscription):
    def shape(row):
        return {"id": f"/subscriptions/{subscription}/locations/{row['name']}", "name": row["name"], "type": "Region",
                "displayName": row["display_name"], "regionalDisplayName": f"({row['geography']}) {row['display_name']}"}
    return page(azure, request, [r for r in regions() if r["cloud"] == "AzureCloud"], shape, size=1000)
