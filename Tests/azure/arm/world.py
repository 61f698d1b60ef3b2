"""What exists in this Azure, by resource id, and what a test changed about how it behaves."""
import ipaddress

from . import ids
from .standard import merge, standard


class World:
    """The state behind the answers. One lock around each request guards it (see service.py)."""

    def __init__(self, change=None):
        self.settings = merge(standard(), change or {})
        self.groups = {}
        self.resources = {}
        self.by_type = {}
        self.deployments = {}
        self.operations = {}
        self.blobs = {}
        self.registering = {}
        self.index = None
        for identifier, group in self.settings["groups"].items():
            self.add_group(identifier, group["location"], group.get("tags"))

    def __getitem__(self, name):
        return self.settings[name]

    @property
    def page_size(self):
        return self.settings["pageSize"]

    def change(self, patch):
        """Merge a change of settings while the server runs."""
        self.settings = merge(self.settings, patch)

    # Groups

    def add_group(self, identifier, location, tags=None):
        group = {"id": identifier, "name": ids.name_of(identifier), "type": "Microsoft.Resources/resourceGroups",
                 "location": location, "properties": {"provisioningState": "Succeeded"}}
        if tags:
            group["tags"] = tags
        self.groups[ids.key(identifier)] = group
        return group

    def group(self, identifier):
        """The group that an id stands in, or None."""
        name = ids.group_of(identifier)
        return self.groups.get(ids.key(f"/subscriptions/{ids.subscription_of(identifier)}/resourceGroups/{name}"))

    # Resources

    def put(self, resource):
        """Store a resource under its id."""
        key = ids.key(resource["id"])
        self.resources[key] = resource
        self.by_type.setdefault(resource["type"].lower(), {})[key] = resource
        return resource

    def get(self, identifier):
        return self.resources.get(ids.key(identifier))

    def remove(self, identifier):
        key = ids.key(identifier)
        gone = self.resources.pop(key, None)
        if gone is not None:
            self.by_type[gone["type"].lower()].pop(key, None)
        return gone

    def of_type(self, kind, scope=None):
        """Resources of a type, below a scope, in the order in which they came."""
        below = None if scope is None else ids.key(scope) + "/"
        return [resource for key, resource in self.by_type.get(kind.lower(), {}).items()
                if below is None or key.startswith(below)]

    def below(self, scope):
        """All resources below a scope."""
        start = ids.key(scope) + "/"
        return [resource for key, resource in self.resources.items() if key.startswith(start)]

    def next_public_address(self):
        """An address that no earlier resource got."""
        address = ipaddress.IPv4Address(self.settings["publicAddresses"])
        self.settings["publicAddresses"] = str(address + 1)
        return str(address)
