"""The network that the generated files describe, as Azure would make it: addresses are given out, routes take effect."""
import ipaddress
import json
import pathlib

import arm

NETWORK = "microsoft.network/"
DEFAULT = ipaddress.ip_network("0.0.0.0/0")
PRIVATE = [ipaddress.ip_network(text) for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")]
PLATFORM, METADATA = ipaddress.ip_address("168.63.129.16"), ipaddress.ip_address("169.254.169.254")
# Who wins among routes of one prefix; of the gateways ExpressRoute stands before VPN.
ENDPOINT, USER, EXPRESS_ROUTE, VPN, GATEWAY, SYSTEM = range(6)
# Machines of one kind that are built: one has the pod, the other is the machine that is asked.
MACHINES = 2


def networks(texts):
    return [ipaddress.ip_network(text) for text in texts]


class Machine:
    """A machine with one interface: its own address, those for pods, and those for pods that ask for them by name."""

    def __init__(self, name, group, subnet):
        self.name, self.group, self.subnet = name, group, subnet
        self.primary, self.pods, self.named, self.pools = None, [], {}, []

    def addresses(self):
        """All addresses of the interface, its own first."""
        return [self.primary, *self.pods, *(private for private, _ in self.named.values())]


class Subnet:
    def __init__(self, name, prefix):
        self.name, self.prefix = name, ipaddress.ip_network(prefix)
        self.rules, self.user_routes, self.services, self.nat = None, [], [], []
        self.taken = set()

    def give(self):
        """The lowest free address, as Azure's dynamic assignment does."""
        for address in list(self.prefix.hosts())[3:]:
            if address not in self.taken:
                self.taken.add(address)
                return address
        raise ValueError(f"{self.name} is full")


class Network:
    """What `folder` makes of Azure, with the neighbours that `world` says."""

    def __init__(self, folder, world, down=()):
        self.folder, self.world, self.down = pathlib.Path(folder), world, down
        self.resources = arm.resources(json.loads((self.folder / "azuredeploy.json").read_text()))
        self.public, self.subnets, self.machines = {}, {}, []
        self.give_public_addresses()
        self.read_vnet()
        self.read_endpoints()
        self.read_balancers()
        self.read_machines()
        self.read_neighbours()

    def of(self, kind):
        return [(name, body) for found, name, body in self.resources if found == NETWORK + kind.lower()]

    def give_public_addresses(self):
        free = iter(ipaddress.ip_network("192.0.2.0/24").hosts())
        for name, _ in self.of("publicIPAddresses"):
            self.public[f"/Microsoft.Network/publicIPAddresses/{name}".lower()] = next(free)
        for name, _ in self.of("publicIPPrefixes"):
            self.public[f"/Microsoft.Network/publicIPPrefixes/{name}".lower()] = next(free)

    def public_of(self, references):
        return [self.public[arm.tail(reference["id"])] for reference in references]

    def read_vnet(self):
        groups = {arm.tail(f"/Microsoft.Network/networkSecurityGroups/{name}"): body["properties"]["securityRules"]
                  for name, body in self.of("networkSecurityGroups")}
        tables = {arm.tail(f"/Microsoft.Network/routeTables/{name}"): body["properties"]["routes"]
                  for name, body in self.of("routeTables")}
        nats = {arm.tail(f"/Microsoft.Network/natGateways/{name}"): self.public_of(
            body["properties"].get("publicIpAddresses", []) + body["properties"].get("publicIpPrefixes", []))
            for name, body in self.of("natGateways")}
        vnets = self.of("virtualNetworks")
        self.is_own = bool(vnets)
        if not vnets:
            return self.read_existing_vnet(groups)
        properties = vnets[0][1]["properties"]
        self.space = networks(properties["addressSpace"]["addressPrefixes"])
        for body in properties["subnets"]:
            subnet = Subnet(body["name"], body["properties"]["addressPrefix"])
            part = lambda key, found, body=body: found.get(arm.tail(body["properties"].get(key, {}).get("id", "")))
            subnet.rules = part("networkSecurityGroup", groups)
            subnet.user_routes = part("routeTable", tables) or []
            subnet.nat = part("natGateway", nats) or []
            subnet.services = [e["service"] for e in body["properties"].get("serviceEndpoints", [])]
            self.subnets[subnet.name] = subnet

    def read_existing_vnet(self, groups):
        """Of an existing VNet the template says nothing: its owner made it as the model says, and attached the routes that
        slipway handed over."""
        self.space = self.world.space
        for name, prefix in self.world.subnets.items():
            self.subnets[name] = Subnet(name, prefix)
        path = self.folder / "network/route-tables.json"
        if path.exists():
            template = json.loads(path.read_text())
            tables = {name: body["properties"]["routes"] for _, name, body in arm.resources(template)}
            for output, subnet in arm.outputs(template).items():
                name = subnet.rpartition("/")[2]
                self.subnets[name].user_routes = next(
                    routes for table, routes in tables.items() if table.endswith(output.removeprefix("subnet-")))
        for _, body in self.of("networkInterfaces"):
            subnet = self.subnet_of(body["properties"]["ipConfigurations"][0]["properties"])
            subnet.rules = groups[arm.tail(body["properties"]["networkSecurityGroup"]["id"])]

    def subnet_of(self, properties):
        return self.subnets[properties["subnet"]["id"].rpartition("/")[2]]

    def read_endpoints(self):
        self.private = {}
        for name, body in self.of("privateEndpoints"):
            properties = body["properties"]
            address = ipaddress.ip_address(properties["ipConfigurations"][0]["properties"]["privateIPAddress"])
            self.subnet_of(properties).taken.add(address)
            self.private[properties["privateLinkServiceConnections"][0]["name"]] = address

    def read_balancers(self):
        """Frontends with rules, by their pool's id; and who leaves by an outbound rule, with which addresses."""
        self.frontends, self.outbound = [], {}
        for name, body in self.of("loadBalancers"):
            properties, base = body["properties"], f"/Microsoft.Network/loadBalancers/{name}"
            frontends = {arm.tail(f"{base}/frontendIPConfigurations/{f['name']}"): f["properties"]
                         for f in properties["frontendIPConfigurations"]}
            for rule in properties.get("loadBalancingRules", []):
                rule = rule["properties"]
                frontend = frontends[arm.tail(rule["frontendIPConfiguration"]["id"])]
                address = ipaddress.ip_address(frontend["privateIPAddress"]) if "privateIPAddress" in frontend \
                    else self.public_of([frontend["publicIPAddress"]])[0]
                if "privateIPAddress" in frontend:
                    self.subnet_of(frontend).taken.add(address)
                self.frontends.append((address, rule["frontendPort"], arm.tail(rule["backendAddressPool"]["id"])))
            for rule in properties.get("outboundRules", []):
                rule = rule["properties"]
                self.outbound[arm.tail(rule["backendAddressPool"]["id"])] = self.public_of(
                    [frontends[arm.tail(f["id"])]["publicIPAddress"] for f in rule["frontendIPConfigurations"]])

    def read_machines(self):
        """Interfaces with fixed addresses first: those are taken when the others are given out."""
        interfaces = []
        for name, body in self.of("networkInterfaces"):
            interfaces.append((name.removesuffix("-nic"), body["properties"]["ipConfigurations"]))
        for kind, name, body in self.resources:
            if kind == "microsoft.compute/virtualmachinescalesets":
                profile = body["properties"]["virtualMachineProfile"]["networkProfile"]
                configurations = profile["networkInterfaceConfigurations"][0]["properties"]["ipConfigurations"]
                interfaces += [(f"{name}_{index}", configurations) for index in range(body["sku"]["capacity"])]
        for _, configurations in interfaces:
            for configuration in configurations:
                if "privateIPAddress" in configuration["properties"]:
                    self.subnet_of(configuration["properties"]).taken.add(
                        ipaddress.ip_address(configuration["properties"]["privateIPAddress"]))
        for name, configurations in interfaces:
            self.add_machine(name, configurations)

    def add_machine(self, name, configurations):
        group = name[len(self.world.cluster) + 1:].rpartition("-")[0] or name[len(self.world.cluster) + 1:].rpartition("_")[0]
        group = {"master": "masters"}.get(group, group)
        # Masters that the load balancer chooses are built, too.
        if sum(machine.group == group for machine in self.machines) >= (3 if group == "masters" else MACHINES):
            return
        machine = Machine(name, group, self.subnet_of(configurations[0]["properties"]))
        for configuration in configurations:
            properties = configuration["properties"]
            fixed = properties.get("privateIPAddress")
            address = ipaddress.ip_address(fixed) if fixed else machine.subnet.give()
            if properties["primary"]:
                machine.primary = address
                machine.pools = [arm.tail(pool["id"]) for pool in properties.get("loadBalancerBackendAddressPools", [])]
            elif "publicIPAddress" in properties:
                machine.named[configuration["name"].removeprefix("pod-")] = (
                    address, self.public_of([properties["publicIPAddress"]])[0])
            else:
                machine.pods.append(address)
        self.machines.append(machine)

    def read_neighbours(self):
        """What the template connects: peerings, and the ranges behind gateways."""
        self.peerings = {name.rpartition("/")[2]: body["properties"]
                         for name, body in self.of("virtualNetworks/virtualNetworkPeerings")}
        local = {arm.tail(f"/Microsoft.Network/localNetworkGateways/{name}"): (name, networks(
            body["properties"]["localNetworkAddressSpace"]["addressPrefixes"]))
            for name, body in self.of("localNetworkGateways")}
        self.connections = {}
        for name, body in self.of("connections"):
            properties = body["properties"]
            if properties["connectionType"] == "IPsec":
                device, ranges = local[arm.tail(properties["localNetworkGateway2"]["id"])]
                kind, site = "VPN", device.removeprefix(f"{self.world.cluster}-site-")
            elif properties["connectionType"] == "ExpressRoute":
                # A circuit announces all that the site has.
                kind, site = "ExpressRoute", name.removeprefix(f"{self.world.cluster}-to-")
                ranges = self.world.sites[site]
            else:
                continue
            if kind.lower() not in self.down:
                self.connections.setdefault(site, {})[kind] = ranges

    def forwards(self, peer):
        """Whether the VNet takes what the peer forwards; a peering that others make is made as the model says."""
        made = self.peerings.get(peer)
        return made["allowForwardedTraffic"] if made else self.world.peers[peer].forwards

    def way_to(self, site):
        """How packets reach a site to which no gateway of the template leads: by that of a peer, by one that somebody else
        has in this VNet, or not at all."""
        if site in self.world.connected:
            return None
        for peer in self.world.peers:
            made = self.peerings.get(peer)
            if made["useRemoteGateways"] if made else self.world.peers[peer].gateway:
                return f"peer {peer}"
        return None if self.is_own else "gateway"

    def routes(self, subnet):
        """Prefix to next hop, after Azure's choice among routes."""
        best = {}

        def offer(prefix, rank, hop):
            if prefix not in best or rank < best[prefix][0]:
                best[prefix] = (rank, hop)
        for prefix in self.space:
            offer(prefix, SYSTEM, ("vnet",))
        for name, peer in self.world.peers.items():
            for prefix in peer.space:
                offer(prefix, SYSTEM, ("peer", name))
        direct = list(best)
        for service, ranges in self.world.services.items():
            if self.world.azure_name(service) in subnet.services:
                for prefix in ranges:
                    offer(prefix, ENDPOINT, ("service", service))
        for name in self.world.sites:
            for prefix, rank, hop in self.site_routes(name):
                if not any(prefix.subnet_of(other) for other in direct):
                    offer(prefix, rank, hop)
        for route in subnet.user_routes:
            route = route["properties"]
            hop = {"VirtualAppliance": lambda: ("appliance", route["nextHopIpAddress"]), "None": lambda: ("none",),
                   "Internet": lambda: ("internet",), "VnetLocal": lambda: ("vnet",),
                   "VirtualNetworkGateway": lambda: ("gateway", self.some_gateway())}[route["nextHopType"]]()
            offer(ipaddress.ip_network(route["addressPrefix"]), USER, hop)
        offer(DEFAULT, SYSTEM, ("internet",))
        for prefix in PRIVATE:
            offer(prefix, SYSTEM, ("none",))
        return {prefix: hop for prefix, (_, hop) in best.items()}

    def site_routes(self, site):
        """What gateways announce of a site."""
        if site in self.connections:
            for kind, ranges in self.connections[site].items():
                for prefix in ranges:
                    yield prefix, EXPRESS_ROUTE if kind == "ExpressRoute" else VPN, ("gateway", kind)
        elif way := self.way_to(site):
            for prefix in self.world.sites[site]:
                yield prefix, GATEWAY, tuple(way.split(" ")) if " " in way else ("gateway", "other")

    def some_gateway(self):
        return next((kind for kinds in self.connections.values() for kind in kinds), "other")

    def appliances(self):
        found = {route["properties"]["nextHopIpAddress"] for subnet in self.subnets.values()
                 for route in subnet.user_routes if route["properties"]["nextHopType"] == "VirtualAppliance"}
        return sorted(found)

    def virtual_network(self):
        """The ranges of the tag VirtualNetwork; a route for everything is left out."""
        ranges = list(self.space) + [r for peer in self.world.peers.values() for r in peer.space]
        ranges += [r for peer in self.world.peers.values() for behind in peer.behind.values() for r in behind]
        ranges += [r for site in self.world.sites.values() for r in site]
        for subnet in self.subnets.values():
            for route in subnet.user_routes:
                prefix = ipaddress.ip_network(route["properties"]["addressPrefix"])
                if prefix.prefixlen and route["properties"]["nextHopType"] != "Internet":
                    ranges.append(prefix)
        return list(ipaddress.collapse_addresses(ranges)) + [ipaddress.ip_network(f"{PLATFORM}/32")]
