"""Sizes of machines: what a region offers, and what a subscription may have of it."""
import functools
import pathlib
import re

from ..exchange import Refusal
from ..paging import page
from ..router import arm
from .subscriptions import regions, zones_of

SIZES = pathlib.Path(__file__).resolve().parents[4] / "apimodels" / "vm-sizes.tsv"


@functools.cache
def sizes():
    """Size name → row of the catalogue."""
    head, *rows = [line.split("\t") for line in SIZES.read_text().splitlines() if line and not line.startswith("#")]
    return {row[0].lower(): dict(zip(head, row, strict=True)) for row in rows}


def family_of(name):
    """The quota family of a size, as the list of sizes names it: Standard_D4s_v5 → standardDSv5Family."""
    match = re.fullmatch(r"Standard_([A-Z]+)\d+(?:-\d+)?([a-z]*)(?:_(v\d+))?", name)
    if not match:
        return "standard" + name.removeprefix("Standard_").replace("_", "") + "Family"
    letters, extra, version = match.groups()
    extra = "" if letters == "B" and not version else extra.replace("i", "")
    return f"standard{letters}{extra.upper()}{version or ''}Family".replace("standardBFamily", "standardBSFamily")


@functools.cache
def families():
    return sorted({family_of(row["name"]) for row in sizes().values()})


def machines(azure):
    """(size, count) of all machines that exist."""
    for vm in azure.world.of_type("Microsoft.Compute/virtualMachines"):
        yield vm["properties"]["hardwareProfile"]["vmSize"], 1
    for vmss in azure.world.of_type("Microsoft.Compute/virtualMachineScaleSets"):
        yield vmss["sku"]["name"], vmss["sku"]["capacity"]


def cores_of(size):
    row = sizes().get(size.lower())
    return int(row["vcpus"]) if row else 0


def cores_used(azure, name):
    """What the machines here add to a usage: cores of all or of a family."""
    return sum(count * cores_of(size) for size, count in machines(azure) if name == "cores" or family_of(size) == name)


def restrictions(azure, name, location):
    """The restrictions of a size in a region, as the world says."""
    made = []
    for one in azure.world["skus"].get(name, {}).get("restrictions", []):
        info = {"locations": [location]}
        if one["type"] == "Zone":
            info["zones"] = one["zones"]
        made.append({"type": one["type"], "values": [location], "restrictionInfo": info,
                     "reasonCode": one.get("reason", "NotAvailableForSubscription")})
    return made


def offered(azure, name, location):
    """The zones in which a region has a size; None where it has none of it."""
    settings = azure.world["skus"].get(name, {})
    if name.lower() not in sizes() or location in settings.get("missingIn", []):
        return None
    return settings.get("zones", zones_of(location))


def _shape(azure, row, location):
    name = row["name"]
    capability = {"vCPUs": row["vcpus"], "MemoryGB": row["memory_gib"], "MaxNetworkInterfaces": row["max_nics"],
                  "MaxDataDiskCount": row["max_data_disks"], "PremiumIO": "True" if row["premium_storage"] == "yes" else "False",
                  "AcceleratedNetworkingEnabled": "False" if row["accelerated_networking"] == "no" else "True",
                  "CpuArchitectureType": {"arm64": "Arm64"}.get(row["arch"], row["arch"]),
                  "HyperVGenerations": row["hyperv_generations"], "LowPriorityCapable": "True"}
    return {"resourceType": "virtualMachines", "name": name, "tier": "Standard", "size": name.removeprefix("Standard_"),
            "family": family_of(name), "locations": [location],
            "locationInfo": [{"location": location, "zones": offered(azure, name, location), "zoneDetails": []}],
            "capabilities": [{"name": k, "value": v} for k, v in capability.items()],
            "restrictions": restrictions(azure, name, location)}


@arm.add("ResourceSkus_List", "GET", "/subscriptions/{subscription}/providers/Microsoft.Compute/skus",
         action="Microsoft.Compute/skus/read")
def skus(azure, request, subscription):
    text = request.query.get("$filter", "")
    match = re.fullmatch(r"location eq '([^']+)'", text)
    if text and not match:
        raise Refusal(400, "InvalidParameter", "Only the filter on location is supported.")
    places = [match.group(1)] if match else [r["name"] for r in regions() if r["cloud"] == "AzureCloud"]
    rows = [(row, place) for place in places for row in sizes().values() if offered(azure, row["name"], place) is not None]
    return page(azure, request, rows, lambda pair: _shape(azure, *pair), size=max(azure.world.page_size, 100))
