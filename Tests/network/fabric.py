"""Azure's fabric and everything around it, made of namespaces from a network that was read out of generated files."""
import ipaddress

import azure
from groups import DEFAULT_RULES, rule_lines
from spaces import Links, Space

ANY = "0.0.0.0/0"
INTERNET = ipaddress.ip_address("203.0.113.10")
PUBLIC = "192.0.2.0/24"


class Fabric:
    def __init__(self, network):
        self.network, self.world = network, network.world
        self.links, self.spaces = Links(), {}
        self.core, self.host, self.egress, self.internet = map(self.space, ("core", "host", "egress", "internet"))
        self.routers, self.peers, self.appliances, self.services, self.sites, self.behind = {}, {}, {}, {}, {}, {}
        self.core_links, self.egress_links, self.ways = {}, {}, {}
        self.addresses = {}
        self.add_internet()
        self.add_peers()
        self.add_sites()
        self.add_appliances()
        self.add_services()
        self.add_subnets()
        self.add_private_endpoints()
        self.add_balancers()
        self.guard_core()
        self.guard_egress()

    def space(self, name):
        self.spaces[name] = Space(name)
        return self.spaces[name]

    def settle(self):
        for space in self.spaces.values():
            space.settle()

    # ------------------------------------------------------------ outside

    def add_internet(self):
        out, inn = self.links.join(self.egress, self.internet)
        self.egress_device = out.device
        self.egress.route(ANY, out)
        self.internet.route(PUBLIC, inn)
        self.internet.address(INTERNET)
        self.host.address(azure.PLATFORM)
        self.host.address(azure.METADATA)

    def add_peers(self):
        for name, peer in self.world.peers.items():
            space = self.peers[name] = self.space(f"peer-{name}")
            self.addresses["peer", name] = peer.space[0][10]
            space.address(peer.space[0][10])
            away, back = self.links.join(space, self.core)
            self.core_links["peer", name] = back
            for prefix in self.network.space:
                space.route(prefix, away)
            for prefix in peer.space:
                self.core.route(prefix, back)

    def add_sites(self):
        self.gateways = {}
        for name, ranges in self.world.sites.items():
            space = self.sites[name] = self.space(f"site-{name}")
            self.addresses["site", name] = ranges[0][10]
            space.address(ranges[0][10])
            connections = self.network.connections.get(name, {})
            # The better one last: a route takes the place of the one before.
            for kind in sorted(connections, key=["VPN", "ExpressRoute"].index):
                self.connect(space, self.own_gateway(kind), self.core_links["gateway", kind], connections[kind])
            if "VPN" in connections and len(connections) > 1:
                self.choose_tunnel(space, connections)
            way = self.network.way_to(name)
            if way and way.startswith("peer "):
                self.connect(space, self.peers[way[5:]], self.core_links["peer", way[5:]], ranges)
            elif way:
                self.connect(space, self.own_gateway("other"), self.core_links["gateway", "other"], ranges)

    def connect(self, space, through, link, ranges):
        away, back = self.links.join(space, through)
        space.route(ANY, away)
        for prefix in ranges:
            through.route(prefix, back)
            self.core.route(prefix, link)
            self.ways[space.name, through.name] = away

    def choose_tunnel(self, space, connections):
        """The site's routers choose as Azure does: from what the tunnel announces by a longer prefix, by the tunnel."""
        for prefix in connections["VPN"]:
            if any(prefix != other and prefix.subnet_of(other) for other in connections["ExpressRoute"]):
                space.ip(f"rule add from {prefix} lookup 200")
                space.route(ANY, self.ways[space.name, self.gateways["VPN"].name], table=200)

    def own_gateway(self, kind):
        if kind not in self.gateways:
            gateway = self.gateways[kind] = self.space(f"gateway-{kind}")
            away, back = self.links.join(gateway, self.core)
            self.core_links["gateway", kind] = back
            for prefix in self.network.space:
                gateway.route(prefix, away)
            self.log(gateway)
        return self.gateways[kind]

    def log(self, space):
        """Remembers which flows pass, so that the way can be compared and not the end alone."""
        space.nft(
            "table ip flows {", "set seen { type ipv4_addr . ipv4_addr . inet_proto . inet_service; size 65535; flags dynamic; }",
            "chain forward { type filter hook forward priority -10;",
            "meta l4proto { tcp, udp } update @seen { ip saddr . ip daddr . meta l4proto . th dport }", "}", "}")

    def flows(self):
        """The flows that each gateway and each appliance has passed, by what trace calls them."""
        watched = {kind: space for kind, space in self.gateways.items() if kind != "other"}
        watched |= {f"appliance {text}": space for text, space in self.appliances.items()}
        return {name: space.elements("flows", "seen") for name, space in watched.items()}

    def add_appliances(self):
        """An appliance forwards, keeps what it saw in mind, drops answers to what it did not see, and hides everybody on
        the way to the internet behind its own address."""
        for number, text in enumerate(self.network.appliances()):
            address = ipaddress.ip_address(text)
            space = self.appliances[text] = self.space(f"appliance{number}")
            space.address(address)
            public = ipaddress.ip_address("192.0.2.240") + number
            self.addresses["appliance", text] = public
            out, inn = self.links.join(space, self.internet)
            space.route(ANY, out)
            self.internet.route(f"{public}/32", inn)
            away, back = self.links.join(space, self.core)
            self.core_links["appliance", text] = back
            for prefix in self.network.space:
                space.route(prefix, away)
            space.nft(
                "table inet appliance {", "chain forward { type filter hook forward priority 0;",
                "ct state invalid drop", "tcp flags & (syn | ack) != syn ct state new drop",
                "udp sport { 53, 443, 6443, 8080 } ct state new drop", "}",
                "chain hide { type nat hook postrouting priority srcnat;",
                f'oifname "{out.device}" snat ip to {public}', "}", "}")
            self.log(space)
            home = next((name for name, peer in self.world.peers.items() if any(address in r for r in peer.space)), None)
            if home:
                self.attach_to_peer(space, home, text)

    def attach_to_peer(self, space, home, text):
        away, back = self.links.join(space, self.peers[home])
        for prefix in self.world.peers[home].space:
            space.route(prefix, away)
        for name, ranges in self.world.sites.items():
            if self.network.way_to(name) == f"peer {home}":
                for prefix in ranges:
                    space.route(prefix, away)
        for name, ranges in self.world.peers[home].behind.items():
            spoke = self.behind[home, name] = self.space(f"behind-{name}")
            self.addresses["behind", f"{home}/{name}"] = ranges[0][4]
            spoke.address(ranges[0][4])
            out, inn = self.links.join(spoke, space)
            spoke.route(ANY, out)
            for prefix in ranges:
                space.route(prefix, inn)
                self.core.route(prefix, self.core_links["appliance", text])

    def add_services(self):
        for number, (name, ranges) in enumerate(self.world.services.items()):
            space = self.services[name] = self.space(f"service{number}")
            address = ranges[0][4] if ranges else ipaddress.ip_address("203.0.113.111") + number
            self.addresses["endpoint", name] = address
            space.address(address)
            out, inn = self.links.join(space, self.internet)
            space.route(ANY, out)
            for prefix in ranges or [f"{address}/32"]:
                self.internet.route(prefix, inn)

    # ------------------------------------------------------------ the VNet

    def add_subnets(self):
        for number, subnet in enumerate(s for s in self.network.subnets.values()
                                        if any(m.subnet is s for m in self.network.machines)):
            router = self.routers[subnet.name] = self.space(f"subnet{number}")
            down, up = {}, {}
            for name, other in [("core", self.core), ("host", self.host), ("egress", self.egress)]:
                up[name], down[name] = self.links.join(router, other)
                other.route(subnet.prefix, down[name])
            self.egress_links[subnet.name] = down["egress"]
            for address in (azure.PLATFORM, azure.METADATA):
                router.route(f"{address}/32", up["host"], table=100)
            for prefix, hop in self.network.routes(subnet).items():
                self.add_route(router, prefix, hop, up)
            self.guard(router, subnet, up["host"].device)

    def add_route(self, router, prefix, hop, up):
        if hop[0] == "none":
            return router.ip(f"route replace blackhole {prefix} table 100")
        targets = {"vnet": lambda: ("core", None), "internet": lambda: ("egress", None),
                   "peer": lambda: (hop, self.peers[hop[1]]), "gateway": lambda: (hop, self.own_gateway(hop[1])),
                   "appliance": lambda: (hop, self.appliances[hop[1]]), "service": lambda: (hop, self.services[hop[1]])}
        key, space = targets[hop[0]]()
        if key not in up:
            up[key], back = self.links.join(router, space)
            if hop[0] == "service":
                # The service answers private addresses by Azure's own network.
                for machine in self.network.machines:
                    if self.routers.get(machine.subnet.name) is router:
                        space.route(machine.subnet.prefix, back)
        router.route(prefix, up[key], table=100)

    def guard(self, router, subnet, host):
        """The network security group, asked of what leaves an interface and of what enters one."""
        if subnet.rules is None:
            return
        lines = ["table ip group {"]
        tags = {"VirtualNetwork": self.network.virtual_network(), "AzureLoadBalancer": [f"{azure.PLATFORM}/32"]}
        for tag, ranges in tags.items():
            lines.append(f"set {tag} {{ type ipv4_addr; flags interval; auto-merge; elements = {{ "
                         + ", ".join(map(str, ranges)) + " } }")
        for direction in ("Inbound", "Outbound"):
            rules = [rule["properties"] for rule in subnet.rules] + DEFAULT_RULES
            lines.append(f"chain {direction} {{")
            for rule in sorted((r for r in rules if r["direction"] == direction), key=lambda r: r["priority"]):
                lines += rule_lines(rule)
            lines.append("}")
        lines += ["chain forward { type filter hook forward priority 0;", "ct state established,related accept",
                  f'iifname "{host}" accept', f'oifname "{host}" accept',
                  'iifname "nic*" jump Outbound', 'oifname "nic*" jump Inbound', "}", "}"]
        router.nft(*lines)

    def add_private_endpoints(self):
        for number, (name, address) in enumerate(self.network.private.items()):
            space = self.space(f"private{number}")
            space.address(address)
            self.addresses["private", name] = address
            away, back = self.links.join(space, self.core)
            space.route(ANY, away)
            self.core.route(f"{address}/32", back)

    def add_balancers(self):
        """Internal load balancers work where their machines are: the answer passes there, whatever way it takes then."""
        for address, port, pool in self.network.frontends:
            if address in ipaddress.ip_network(PUBLIC):
                continue
            router = self.routers[next(m for m in self.network.machines if pool in m.pools).subnet.name]
            router.nft(
                "table ip balancer {", "chain balance { type nat hook prerouting priority dstnat;",
                f"ip daddr {address} tcp dport {port} dnat to {self.chosen(pool)}", "}",
                "chain forward { type filter hook forward priority 0;", f"ip daddr {address} drop", "}", "}")

    def guard_core(self):
        """Peerings that take no forwarded packets."""
        lines = ["table ip core {", "chain forward { type filter hook forward priority 0;"]
        for name, peer in self.world.peers.items():
            if self.network.forwards(name):
                continue
            own = "{ " + ", ".join(map(str, peer.space)) + " }"
            for text in self.appliances:
                if any(ipaddress.ip_address(text) in r for r in peer.space):
                    device = self.core_links["appliance", text].device
                    lines.append(f'iifname "{device}" ip saddr != {own} drop')
        self.core.nft(*lines, "}", "}")

    def chosen(self, pool):
        """The machine that a load balancer chooses: the last, which sends nothing in these tests."""
        return [machine for machine in self.network.machines if pool in machine.pools][-1].primary

    def guard_egress(self):
        """Who leaves for the internet, with which address; and what comes in by public addresses."""
        into, out, let = [], [], []
        for machine in self.network.machines:
            for private, public in machine.named.values():
                into.append(f"ip daddr {public} dnat to {private}")
        for address, port, pool in self.network.frontends:
            if address in ipaddress.ip_network(PUBLIC):
                into.append(f"ip daddr {address} tcp dport {port} dnat to {self.chosen(pool)}")
        for subnet in self.network.subnets.values():
            if subnet.nat:
                out.append((subnet.prefix, subnet.nat[0]))
        for machine in self.network.machines:
            out += [(private, public) for private, public in machine.named.values()]
            out += [(machine.primary, self.network.outbound[pool][0]) for pool in machine.pools
                    if pool in self.network.outbound]
        self.leaving = out
        let += [f"ip saddr {source} accept" for source, _ in out]
        self.egress.nft(
            "table ip egress {", "chain enter { type nat hook prerouting priority dstnat;",
            *(f'iifname "{self.egress_device}" {line}' for line in into), "}",
            "chain leave { type nat hook postrouting priority srcnat;",
            *(f'oifname "{self.egress_device}" ip saddr {source} snat to {public}' for source, public in out), "}",
            "chain forward { type filter hook forward priority 0;", "ct state established,related accept",
            f'iifname "{self.egress_device}" ct status dnat accept', f'iifname "{self.egress_device}" drop', *let, "drop",
            "}", "}")

    def public_address(self, source):
        """With which address `source` leaves; as the rules above, the first that fits."""
        for who, public in self.leaving:
            if source == who or isinstance(who, ipaddress.IPv4Network) and source in who:
                return public
        return None
