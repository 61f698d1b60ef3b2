"""What a deployment would change: the difference between what is there and what the template asks for."""
from .. import ids
from ..template.expansion import NESTED

SHOWN = ("location", "tags", "sku", "zones", "kind", "properties")
SECRET = {"customdata", "adminpassword", "userdata", "protectedsettings"}


def _visible(value):
    """A value without what the service never shows."""
    if isinstance(value, dict):
        return {k: _visible(v) for k, v in value.items() if k.lower() not in SECRET}
    if isinstance(value, list):
        return [_visible(v) for v in value]
    return value


def _payload(identifier, version, resource):
    shown = {k: _visible(resource[k]) for k in SHOWN if k in resource}
    return {"apiVersion": version, "id": identifier, "name": ids.name_of(identifier), "type": ids.type_of(identifier), **shown}


def _named(items):
    return items and all(isinstance(i, dict) and "name" in i for i in items)


def delta(before, after, path=""):
    """Property changes from `before` to `after`. What only the service sets is no change."""
    changes = []
    for name, new in after.items():
        here = f"{path}.{name}" if path else name
        old = before.get(name)
        if old == new:
            continue
        if name not in before:
            changes.append({"path": here, "propertyChangeType": "Create", "after": new})
        elif isinstance(old, dict) and isinstance(new, dict):
            changes += delta(old, new, here)
        elif isinstance(old, list) and isinstance(new, list):
            children = _array(old, new)
            if children:
                changes.append({"path": here, "propertyChangeType": "Array", "children": children})
        elif not (isinstance(new, str) and "{later}" in new) and not _same_word(old, new):
            changes.append({"path": here, "propertyChangeType": "Modify", "before": old, "after": new})
    return changes


def _same_word(old, new):
    return isinstance(old, str) and isinstance(new, str) and old.lower() == new.lower()


def _array(old, new):
    children = []
    if _named(old) and _named(new):
        by_name = {o["name"]: o for o in old}
        for index, item in enumerate(new):
            if item["name"] not in by_name:
                children.append({"path": str(index), "propertyChangeType": "Create", "after": item})
            elif inner := delta(by_name[item["name"]], item):
                children.append({"path": str(index), "propertyChangeType": "Modify", "children": inner})
        kept = {i["name"] for i in new}
        children += [{"path": str(n), "propertyChangeType": "Delete", "before": o} for n, o in enumerate(old)
                     if o["name"] not in kept]
        return children
    for index in range(max(len(old), len(new))):
        here = str(index)
        if index >= len(old):
            children.append({"path": here, "propertyChangeType": "Create", "after": new[index]})
        elif index >= len(new):
            children.append({"path": here, "propertyChangeType": "Delete", "before": old[index]})
        elif isinstance(old[index], dict) and isinstance(new[index], dict):
            if inner := delta(old[index], new[index]):
                children.append({"path": here, "propertyChangeType": "Modify", "children": inner})
        elif old[index] != new[index] and not _same_word(old[index], new[index]):
            children.append({"path": here, "propertyChangeType": "Modify", "before": old[index], "after": new[index]})
    return children


def changes(azure, wanted, group, full):
    """The list of changes; `full` with the resources before and after."""
    made, named = [], set()
    for one, body in wanted:
        if one.type.lower() == NESTED:
            continue
        named.add(ids.key(one.id))
        made.append(_change(azure, one, body, full))
    for existing in azure.world.below(group):
        if ids.key(existing["id"]) in named or existing["type"].lower() == "microsoft.authorization/roleassignments":
            continue
        ignored = {"resourceId": existing["id"], "changeType": "Ignore"}
        if full:
            ignored["before"] = ignored["after"] = _payload(existing["id"], "2024-07-01", existing)
        made.append(ignored)
    return made


def _change(azure, one, body, full):
    version, after = one.raw["apiVersion"], None
    existing = azure.world.get(one.id)
    if one.type.lower() == "microsoft.authorization/roleassignments" and existing is None:
        # Its principal is known only when the identity exists: what-if cannot say.
        return {"resourceId": one.id, "changeType": "Unsupported",
                "unsupportedReason": "Changes to the resource cannot be determined because its properties use the reference() "
                                     "function of a resource that does not exist yet."}
    after = _payload(one.id, version, body)
    if existing is None:
        return {"resourceId": one.id, "changeType": "Create", **({"after": after} if full else {})}
    before = _payload(one.id, version, existing)
    difference = delta({k: before[k] for k in SHOWN if k in before}, {k: after[k] for k in SHOWN if k in after})
    if azure.world.settings.get("whatIfNoise"):
        # Real answers report what the service filled in as if the template took it away.
        difference += [{"path": f"properties.{k}", "propertyChangeType": "Delete", "before": existing["properties"][k]}
                       for k in ("resourceGuid", "provisioningState") if k in existing["properties"]]
    if not difference:
        return {"resourceId": one.id, "changeType": "NoChange", **({"before": before, "after": before} if full else {})}
    return {"resourceId": one.id, "changeType": "Modify",
            **({"before": before, "after": after, "delta": difference} if full else {})}
