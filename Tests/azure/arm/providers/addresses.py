"""Which private address of which subnet belongs to whom."""
import ipaddress

from .. import ids
from ..exchange import Refusal
from ..errors import saying

# Azure keeps the first four addresses and the last one of each subnet.
FIRST, LAST = 4, 1


class AddressBook:
    """Addresses in use, by subnet and by owner."""

    def __init__(self, world):
        self.world = world
        self._used = {}
        self._owned = {}
        self._free = {}

    def subnet(self, identifier):
        """The subnet of an id, or None."""
        vnet = self.world.get(ids.parent_of(identifier))
        if vnet is None:
            return None
        return next((s for s in vnet["properties"].get("subnets", []) if s["name"].lower() == ids.name_of(identifier).lower()),
                    None)

    def network(self, identifier):
        """The subnet's prefix; refuses an id that names none."""
        subnet = self.subnet(identifier)
        if subnet is None:
            raise Refusal(400, "InvalidResourceReference", f"Resource {identifier} referenced by resource was not found. "
                          "Please make sure that the referenced resource exists.")
        properties = subnet["properties"]
        return ipaddress.IPv4Network(properties.get("addressPrefix") or properties["addressPrefixes"][0])

    def used(self, identifier):
        """Address number → id of its ipConfiguration."""
        return self._used.setdefault(ids.key(identifier), {})

    def capacity(self, identifier):
        return self.network(identifier).num_addresses - FIRST - LAST

    def take(self, subnet, owner, configuration, address=None):
        """Give an address to an owner's ipConfiguration: the one asked for, else the lowest free one."""
        network, used = self.network(subnet), self.used(subnet)
        number = int(ipaddress.IPv4Address(address)) if address else self._lowest(subnet, network, used)
        if address:
            self._check(subnet, network, used, number, address, configuration)
        used[number] = configuration
        self._owned.setdefault(ids.key(owner), []).append((ids.key(subnet), number))
        return str(ipaddress.IPv4Address(number))

    def demand(self, subnet, count):
        """Refuse with SubnetIsFull unless so many addresses are free."""
        free = self.capacity(subnet) - len(self.used(subnet))
        if count > free:
            raise Refusal(*_said("SubnetIsFull", name=ids.name_of(subnet), detail=self.network(subnet), count=count))

    def _lowest(self, subnet, network, used):
        key = ids.key(subnet)
        first, end = int(network.network_address) + FIRST, int(network.broadcast_address)
        for number in range(max(first, self._free.get(key, first)), end):
            if number not in used:
                self._free[key] = number + 1
                return number
        self.demand(subnet, 1)
        raise AssertionError("a free address was counted, but none was found")

    def _check(self, subnet, network, used, number, address, configuration):
        if ipaddress.IPv4Address(number) not in network:
            raise Refusal(*_said("PrivateIPAddressNotInSubnet", detail=address, other=network))
        offset = number - int(network.network_address)
        if offset < FIRST or offset >= network.num_addresses - LAST:
            raise Refusal(*_said("PrivateIPAddressInReservedRange", detail=address, other=network))
        if used.get(number, configuration) != configuration:
            raise Refusal(*_said("PrivateIPAddressIsAllocated", name=configuration, detail=address, other=used[number]))

    def release(self, owner):
        """Take back all addresses of an owner."""
        for subnet, number in self._owned.pop(ids.key(owner), []):
            self._used[subnet].pop(number, None)
            self._free[subnet] = min(number, self._free.get(subnet, number))

    def owners(self, below):
        """Owners of addresses in a VNet or subnet."""
        start = ids.key(below)
        return [owner for owner, held in self._owned.items()
                if any(s == start or s.startswith(start + "/") for s, _ in held)]


def _said(code, **figures):
    status, message = saying(code, **figures)
    return status, code, message
