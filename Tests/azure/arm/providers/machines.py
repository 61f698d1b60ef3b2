"""Machines at work: instance views, extensions, instances of scale sets, images."""
from ..clock import iso
from ..errors import not_found
from ..exchange import Refusal
from ..paging import page
from ..router import arm
from . import resources
from .compute_shapes import instances
from .usages import _known

GROUP = "/subscriptions/{subscription}/resourceGroups/{group}/providers/"
VM, VMSS = "Microsoft.Compute/virtualMachines", "Microsoft.Compute/virtualMachineScaleSets"


def _find(azure, request, kind, names):
    return resources.find(
        azure, request, f"/subscriptions/{names['subscription']}/resourceGroups/{names['group']}/providers/{kind}/{names['name']}")


def _statuses():
    return [{"code": "ProvisioningState/succeeded", "level": "Info", "displayStatus": "Provisioning succeeded", "time": iso()},
            {"code": "PowerState/running", "level": "Info", "displayStatus": "VM running"}]


@arm.add("VirtualMachines_InstanceView", "GET", f"{GROUP}{VM}/{{name}}/instanceView", action=f"{VM}/instanceView/read")
def view(azure, request, **names):
    found = _find(azure, request, VM, names)
    return {"vmAgent": {"vmAgentVersion": "2.11.1.12", "statuses": _statuses()[:1]}, "statuses": _statuses(),
            "computerName": found["name"], "osName": "ubuntu", "osVersion": "24.04"}


@arm.add("VirtualMachineExtensions_List", "GET", f"{GROUP}{VM}/{{name}}/extensions", action=f"{VM}/extensions/read")
def extensions(azure, request, **names):
    found = _find(azure, request, VM, names)
    return {"value": azure.world.of_type(f"{VM}/extensions", found["id"])}


@arm.add("VirtualMachineExtensions_Get", "GET", f"{GROUP}{VM}/{{name}}/extensions/{{extension}}")
def extension(azure, request, extension, **names):
    return resources.find(azure, request, f"{_find(azure, request, VM, names)['id']}/extensions/{extension}")


@arm.add("VirtualMachineScaleSets_GetInstanceView", "GET", f"{GROUP}{VMSS}/{{name}}/instanceView",
         action=f"{VMSS}/instanceView/read")
def set_view(azure, request, **names):
    found = _find(azure, request, VMSS, names)
    return {"virtualMachine": {"statusesSummary": [{"code": "ProvisioningState/succeeded", "count": found["sku"]["capacity"]}]},
            "statuses": _statuses()[:1]}


@arm.add("VirtualMachineScaleSetVMs_List", "GET", f"{GROUP}{VMSS}/{{name}}/virtualMachines",
         action=f"{VMSS}/virtualMachines/read")
def set_machines(azure, request, **names):
    return page(azure, request, instances(_find(azure, request, VMSS, names)))


def _instance(azure, request, instance, names):
    found = next((one for one in instances(_find(azure, request, VMSS, names)) if one["instanceId"] == instance), None)
    if found is None:
        raise not_found(f"{VMSS}/virtualMachines", instance, names["group"])
    return found


@arm.add("VirtualMachineScaleSetVMs_Get", "GET", f"{GROUP}{VMSS}/{{name}}/virtualMachines/{{instance}}",
         action=f"{VMSS}/virtualMachines/read")
def set_machine(azure, request, instance, **names):
    return _instance(azure, request, instance, names)


@arm.add("VirtualMachineScaleSetVMs_GetInstanceView", "GET",
         f"{GROUP}{VMSS}/{{name}}/virtualMachines/{{instance}}/instanceView",
         action=f"{VMSS}/virtualMachines/instanceView/read")
def set_machine_view(azure, request, instance, **names):
    _instance(azure, request, instance, names)
    return {"statuses": _statuses()}


def _extensions_of(azure, request, names):
    found = _find(azure, request, VMSS, names)
    listed = found["properties"]["virtualMachineProfile"].get("extensionProfile", {}).get("extensions", [])
    return [{"id": f"{found['id']}/extensions/{e['name']}", "name": e["name"], "type": f"{VMSS}/extensions",
             "properties": {**e["properties"], "provisioningState": "Succeeded"}} for e in listed]


@arm.add("VirtualMachineScaleSetExtensions_List", "GET", f"{GROUP}{VMSS}/{{name}}/extensions", action=f"{VMSS}/extensions/read")
def set_extensions(azure, request, **names):
    return page(azure, request, _extensions_of(azure, request, names))


@arm.add("VirtualMachineScaleSetExtensions_Get", "GET", f"{GROUP}{VMSS}/{{name}}/extensions/{{extension}}",
         action=f"{VMSS}/extensions/read")
def set_extension(azure, request, extension, **names):
    for one in _extensions_of(azure, request, names):
        if one["name"].lower() == extension.lower():
            return one
    raise not_found(f"{VMSS}/extensions", extension, names["group"])


@arm.add("NetworkInterfaces_ListVirtualMachineScaleSetNetworkInterfaces", "GET",
         f"{GROUP}{VMSS}/{{name}}/networkInterfaces", action=f"{VMSS}/networkInterfaces/read")
def set_interfaces(azure, request, **names):
    found = _find(azure, request, VMSS, names)
    return page(azure, request, instances(found), lambda one: {
        "id": f"{one['id']}/networkInterfaces/nic", "name": "nic",
        "properties": {"provisioningState": "Succeeded", "primary": True, "virtualMachine": {"id": one["id"]}}})


@arm.add("VirtualMachineImages_List", "GET",
         "/subscriptions/{subscription}/providers/Microsoft.Compute/locations/{location}/publishers/{publisher}/artifacttypes/"
         "vmimage/offers/{offer}/skus/{sku}/versions",
         action="Microsoft.Compute/locations/publishers/artifacttypes/offers/skus/versions/read")
def images(azure, request, subscription, location, publisher, offer, sku):
    _known(location)
    wanted = f"{publisher}/{offer}/{sku}".lower()
    versions = next((v for k, v in azure.world["images"].items() if k.lower() == wanted), None)
    if versions is None:
        raise Refusal(404, "NotFound", f"Artifact: VMImage was not found: {publisher}:{offer}:{sku}.")
    top = request.query.get("$top", "")
    if request.query.get("$orderby", "").lower() == "name desc":
        versions = versions[::-1]
    return [{"id": f"/Subscriptions/{subscription}/Providers/Microsoft.Compute/Locations/{location}/Publishers/{publisher}"
                   f"/ArtifactTypes/VMImage/Offers/{offer}/Skus/{sku}/Versions/{v}", "name": v, "location": location}
            for v in (versions[:int(top)] if top.isdigit() else versions)]
