"""What Microsoft.Compute makes of what it is given. Secrets go in and never come out."""
from .. import ids

BOOT_SECRETS = ("customData", "adminPassword")


def _without_secrets(profile):
    for name in BOOT_SECRETS:
        profile.pop(name, None)


def identity_of(azure, identity):
    """The identity of a machine, with what the directory knows of it."""
    for name in identity.get("userAssignedIdentities", {}):
        known = azure.world.get(name)
        properties = known["properties"] if known else {}
        identity["userAssignedIdentities"][name] = {k: properties[k] for k in ("principalId", "clientId") if k in properties}


def machine(azure, vm, before):
    """A virtual machine and its disks."""
    properties = vm["properties"]
    _without_secrets(properties.get("osProfile", {}))
    properties.pop("userData", None)
    properties["vmId"] = ids.guid(vm["id"])
    if "identity" in vm:
        identity_of(azure, vm["identity"])
    storage = properties.get("storageProfile", {})
    group = f"/subscriptions/{ids.subscription_of(vm['id'])}/resourceGroups/{ids.group_of(vm['id'])}"
    if storage.get("osDisk"):
        storage["osDisk"].setdefault("osType", "Linux")
        _disk(azure, vm, group, storage["osDisk"], "OsDisk_1")
    for disk in storage.get("dataDisks", []):
        _disk(azure, vm, group, disk, f"lun_{disk['lun']}_2")


def _disk(azure, vm, group, disk, suffix):
    disk.setdefault("name", f"{vm['name']}_{suffix}_{ids.guid(vm['id'], suffix).replace('-', '')}")
    disk.setdefault("deleteOption", "Detach")
    identifier = ids.build(group, "Microsoft.Compute/disks", disk["name"])
    disk.setdefault("managedDisk", {})["id"] = identifier
    azure.world.put({
        "id": identifier, "name": disk["name"], "type": "Microsoft.Compute/disks", "location": vm["location"],
        "managedBy": vm["id"], "sku": {"name": disk["managedDisk"].get("storageAccountType", "Standard_LRS")},
        "properties": {"diskState": "Attached", "provisioningState": "Succeeded"}})


def companions(vm):
    """What goes with a machine because it said so: its disks and interfaces with deleteOption Delete."""
    storage = vm["properties"].get("storageProfile", {})
    disks = [storage.get("osDisk") or {}, *storage.get("dataDisks", [])]
    gone = [d["managedDisk"]["id"] for d in disks if d.get("deleteOption") == "Delete"]
    for nic in vm["properties"].get("networkProfile", {}).get("networkInterfaces", []):
        if nic.get("properties", {}).get("deleteOption") == "Delete":
            gone.append(nic["id"])
    return gone


def extension(azure, resource, before):
    resource["properties"].pop("protectedSettings", None)


def scale_set(azure, vmss, before):
    """A scale set: every instance takes addresses, all or none."""
    profile = vmss["properties"]["virtualMachineProfile"]
    _without_secrets(profile.get("osProfile", {}))
    profile.pop("userData", None)
    for extension in profile.get("extensionProfile", {}).get("extensions", []):
        extension["properties"].pop("protectedSettings", None)
    if "identity" in vmss:
        identity_of(azure, vmss["identity"])
    vmss["properties"]["uniqueId"] = ids.guid(vmss["id"])
    book = azure.world.index
    book.release(vmss["id"])
    count = vmss["sku"]["capacity"]
    configurations = [c for n in profile["networkProfile"]["networkInterfaceConfigurations"]
                      for c in n["properties"]["ipConfigurations"]]
    wanted = {}
    for one in configurations:
        where = one["properties"]["subnet"]["id"]
        wanted[where] = wanted.get(where, 0) + count
    for where, addresses in wanted.items():
        book.demand(where, addresses)
    for index in range(count):
        for one in configurations:
            owner = f"{vmss['id']}/virtualMachines/{index}/networkInterfaces/nic/ipConfigurations/{one['name']}"
            book.take(one["properties"]["subnet"]["id"], vmss["id"], owner)


def instances(vmss):
    """The machines of a scale set."""
    made = []
    for index in range(vmss["sku"]["capacity"]):
        made.append({
            "id": f"{vmss['id']}/virtualMachines/{index}", "name": f"{vmss['name']}_{index}", "instanceId": str(index),
            "type": "Microsoft.Compute/virtualMachineScaleSets/virtualMachines", "location": vmss["location"],
            "sku": {"name": vmss["sku"]["name"], "tier": "Standard"},
            "properties": {"latestModelApplied": True, "provisioningState": "Succeeded",
                           "vmId": ids.guid(vmss["id"], str(index)),
                           "osProfile": {"computerName": f"{vmss['name']}{index:06d}"}}})
    return made
