"""Rules of a network security group as nftables' statements."""


def default(direction, priority, access, source="*", destination="*"):
    return {"direction": direction, "priority": priority, "access": access, "protocol": "*",
            "sourceAddressPrefix": source, "destinationAddressPrefix": destination, "destinationPortRange": "*"}


VNET = "VirtualNetwork"
# Source: Microsoft Learn, "Network security groups": default security rules.
DEFAULT_RULES = [
    default("Inbound", 65000, "Allow", VNET, VNET), default("Inbound", 65001, "Allow", "AzureLoadBalancer"),
    default("Inbound", 65500, "Deny"), default("Outbound", 65000, "Allow", VNET, VNET),
    default("Outbound", 65001, "Allow", "*", "Internet"), default("Outbound", 65500, "Deny"),
]


def rule_lines(rule):
    """A rule of a group as nftables' statements, one a transport."""
    match = side("saddr", rule, "source") + side("daddr", rule, "destination")
    ports = rule.get("destinationPortRanges") or [rule["destinationPortRange"]]
    verdict = "accept" if rule["access"] == "Allow" else "drop"
    if "*" in ports:
        protocols = {"*": "", "Tcp": "meta l4proto tcp ", "Udp": "meta l4proto udp ", "Icmp": "meta l4proto icmp "}
        return [f"{match}{protocols[rule['protocol']]}{verdict}"]
    transports = ("tcp", "udp") if rule["protocol"] == "*" else (rule["protocol"].lower(),)
    return [f"{match}{transport} dport {{ {', '.join(ports)} }} {verdict}" for transport in transports]


def side(key, rule, name):
    texts = rule.get(f"{name}AddressPrefixes") or [rule[f"{name}AddressPrefix"]]
    if texts == ["*"]:
        return ""
    if texts == ["Internet"]:
        return f"ip {key} != @{VNET} "
    if texts[0] in (VNET, "AzureLoadBalancer"):
        return f"ip {key} @{texts[0]} "
    return f"ip {key} {{ {', '.join(texts)} }} "
