"""What is around the cluster's network and in no generated template: peers, sites, services, as the model declares them."""
import ipaddress
import json
import pathlib


class Peer:
    def __init__(self, profile):
        self.space = [ipaddress.ip_network(text) for text in profile["addressSpace"]]
        self.forwards = profile.get("allowForwardedTraffic", True)
        self.gateway = profile.get("useRemoteGateways", False)
        self.behind = {other["name"]: [ipaddress.ip_network(text) for text in other["addressSpace"]]
                       for other in profile.get("behind", [])}


class World:
    NAMES = {"CosmosDB": "Microsoft.AzureCosmosDB"}

    def __init__(self, folder):
        properties = json.loads((pathlib.Path(folder) / "apimodel.json").read_text())["properties"]
        profile = properties.get("networkProfile", {})
        self.cluster = properties["masterProfile"]["dnsPrefix"].lower()
        self.pools = [pool["name"] for pool in properties["agentPoolProfiles"]]
        self.peers = {peer["name"]: Peer(peer) for peer in profile.get("peerings", [])}
        self.sites = {site["name"]: [ipaddress.ip_network(text) for text in site["addressSpace"]]
                      for site in profile.get("onPremises", [])}
        self.connected = {site["name"] for site in profile.get("onPremises", []) if "vpn" in site or "expressRoute" in site}
        self.statements = profile.get("expect", [])
        self.services = {}
        for number, endpoint in enumerate(profile.get("serviceEndpoints", [])):
            self.services[endpoint["service"]] = [ipaddress.ip_network(t) for t in endpoint.get("addressPrefixes", [])]
        space = properties["masterProfile"].get("vnetCidr")
        self.space = [ipaddress.ip_network(space)] if space else \
            [ipaddress.ip_network(text) for text in profile.get("vnet", {}).get("addressSpace", [])]
        self.subnets = {subnet["name"]: subnet["addressPrefix"] for subnet in profile.get("subnets", [])}

    def azure_name(self, service):
        return self.NAMES.get(service, f"Microsoft.{service}")
