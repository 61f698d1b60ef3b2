"""Every key of networkProfile with values of wrong types, unknown neighbours, and texts that would be code elsewhere. The keys are
those of docs/model-keys.md, so that a new one cannot be left out."""
import copy
import json
import pathlib
import re
import tempfile
import unittest

from program import model, slipway

IDS = "/subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/"
SECRET = {"vaultID": IDS + "Microsoft.KeyVault/vaults/keys", "secretName": "hq", "version": "0123456789abcdef0123456789abcdef"}
# A model that uses every part and every key, and in which nothing is wrong.
WHOLE = {
    "vnet": {"addressSpace": ["10.240.0.0/12", "10.8.0.0/16"], "dnsServers": ["10.9.0.10"], "tags": {"team": "net"}},
    "subnets": [
        {"name": "GatewaySubnet", "addressPrefix": "10.8.0.0/27"},
        {"name": "endpoints", "addressPrefix": "10.8.4.0/24", "inUse": ["10.8.4.9"], "securityRules": [
            {"name": "web", "priority": 200, "direction": "Inbound", "access": "Allow", "protocol": "Tcp",
             "sources": ["VirtualNetwork"], "destinations": ["10.8.4.0/24"], "ports": ["443"]}]}],
    "peerings": [{"name": "hub", "addressSpace": ["10.9.0.0/16"], "remoteVnetID": IDS + "Microsoft.Network/virtualNetworks/hub",
                  "allowForwardedTraffic": True, "allowGatewayTransit": True, "useRemoteGateways": False,
                  "behind": [{"name": "spoke", "addressSpace": ["10.20.0.0/16"]}]}],
    "gateways": {"vpn": {"sku": "VpnGw2AZ", "activeActive": True, "asn": 65515}, "expressRoute": {"sku": "ErGw1AZ"}},
    "onPremises": [{
        "name": "hq", "addressSpace": ["192.168.0.0/16"],
        "vpn": {"deviceAddress": "203.0.113.5", "addressPrefixes": ["192.168.0.0/16"], "sharedKeySecretRef": SECRET,
                "bgp": {"asn": 65010, "address": "192.168.255.1"},
                "ipsecPolicy": {"saLifeTimeSeconds": 27000, "saDataSizeKilobytes": 102400000, "ipsecEncryption": "GCMAES256",
                                "ipsecIntegrity": "GCMAES256", "ikeEncryption": "AES256", "ikeIntegrity": "SHA384",
                                "dhGroup": "ECP384", "pfsGroup": "ECP384"}},
        "expressRoute": {"circuitID": IDS + "Microsoft.Network/expressRouteCircuits/hq", "needsAuthorization": True,
                         "authorizationKeySecretRef": SECRET}}],
    "serviceEndpoints": [{"service": "Storage", "subnets": ["endpoints"], "locations": ["westeurope"],
                          "addressPrefixes": ["20.60.0.0/16"]}],
    "privateEndpoints": [{"name": "keys", "resourceID": IDS + "Microsoft.KeyVault/vaults/shop", "groupID": "vault",
                          "subnet": "endpoints", "privateIPAddress": "10.8.4.77", "dnsZone": "privatelink.vaultcore.azure.net"}],
    "routes": [{"name": "spokes", "addressPrefixes": ["10.20.0.0/16"], "nextHopType": "VirtualAppliance",
                "nextHopIPAddress": "10.9.0.4", "subnets": ["probe-subnet"]}],
    "egress": {"type": "natGateway", "publicIPCount": 2, "minimumPortsPerNode": 1024, "preservePodAddresses": False},
    "publicAddresses": [{"name": "web", "domainNameLabel": "shop-web", "pool": "agents", "node": 1,
                         "privateIPAddress": "10.240.9.9", "ports": ["443/tcp"], "sources": ["203.0.113.0/24"]}],
    "services": {"internalSubnet": "endpoints", "internalAddresses": 4, "allowedSources": ["203.0.113.0/24"],
                 "idleTimeoutInMinutes": 5, "healthProbeMode": "shared"},
    "expect": ["pod:agents -> peer:hub allowed"],
    "plugin": {"url": "https://m.example/slipway-vnet"},
}
# Keys that exclude others of the model above, or that must not be there at all.
APART = {"id": {"vnet": {"id": 7}}, "publicIPPrefixLength": {"egress": {"publicIPPrefixLength": "28"}},
         "sharedKey": None, "authorizationKey": None, "delegations": None, "networkPolicy": None, "networkPolicies": None}
TYPES = ("NetworkProfile", "VNetProfile", "SubnetProfile", "SecurityRuleProfile", "PeeringProfile", "NeighbourProfile",
         "GatewaysProfile", "VPNGatewayProfile", "ExpressRouteGatewayProfile", "SiteProfile", "VPNConnectionProfile",
         "BGPPeerProfile", "IPsecPolicyProfile", "ExpressRouteConnectionProfile", "ServiceEndpointProfile",
         "PrivateEndpointProfile", "RouteProfile", "EgressProfile", "PublicAddressProfile", "ServicesProfile", "PluginProfile")
CODE = "<b>&\"'`$(reboot)\n{{x}}"
AVAILABLE = {"availabilityProfile": "AvailabilitySet"}


def places(value, path=()):
    yield path, value
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(part, (*path, key))


def replaced(path, value):
    document = copy.deepcopy(WHOLE)
    place = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return document


def wrong_types(value):
    if isinstance(value, bool):
        return ["true", 1, []]
    if isinstance(value, int):
        return [str(value), 1.5, {}]
    if isinstance(value, str):
        return [7, True, ["x"], {"x": 1}]
    return [7, "x", {"x": 1} if isinstance(value, list) else ["x"]]


def written(path):
    return "properties.networkProfile" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)


class NetworkKeys(unittest.TestCase):
    def found(self, profiles):
        """Findings that are errors, of each profile; all are read by one process."""
        with tempfile.TemporaryDirectory() as scratch:
            paths = []
            for number, profile in enumerate(profiles):
                path = pathlib.Path(scratch, f"{number:04}.json")
                path.write_text(json.dumps(model(pool=AVAILABLE, properties={"networkProfile": profile})))
                paths.append(path)
            result = slipway("validate", *paths, "--format", "json")
        self.assertIn(result.returncode, (0, 1, 2), result.stderr[-500:])
        reports = json.loads(result.stdout)
        reports = reports if isinstance(reports, list) else [reports]
        self.assertEqual(len(profiles), len(reports))
        return [[f for f in report["findings"] if f["severity"] == "error"] for report in reports]

    def test_the_whole_is_right_and_whole(self):
        self.assertEqual([[]], self.found([WHOLE]))
        page = (pathlib.Path(__file__).resolve().parents[2] / "docs/model-keys.md").read_text()
        keys = {key for kind in TYPES for section in [re.search(rf"^## {kind}$(.*?)(?=^## |\Z)", page, re.M | re.S)]
                for key in re.findall(r"^\| (?:\*\*)?`(\w+)`(?:\*\*)? \|", section[1] if section else "", re.M)}
        used = {key for path, _ in places(WHOLE) for key in path if isinstance(key, str)}
        self.assertEqual(set(), keys - used - set(APART))
        self.assertGreater(len(keys), 80)

    def test_wrong_types(self):
        cases = [(path, wrong) for path, value in places(WHOLE) if path and "tags" not in path[:-1]
                 for wrong in wrong_types(value)]
        cases = [(path, replaced(path, wrong)) for path, wrong in cases]
        cases += [((key,), profile) for key, profile in APART.items() if profile]
        for (path, profile), errors in zip(cases, self.found([profile for _, profile in cases])):
            with self.subTest(written(path), profile=json.dumps(profile)[:0]):
                self.assertTrue(any(e["id"] in ("MD002", "MD003") for e in errors), errors[:2])

    def test_unknown_names(self):
        cases = [(path, replaced((*path, "nosuchkey"), 1)) for path, value in places(WHOLE)
                 if isinstance(value, dict) and path and path[-1] != "tags"]
        for (path, _), errors in zip(cases, self.found([profile for _, profile in cases])):
            with self.subTest(written(path)):
                self.assertEqual({"MD001"}, {e["id"] for e in errors})

    def test_texts_that_would_be_code_elsewhere(self):
        """Each is refused, but for tags, whose values are anything, and which are written as values only."""
        cases = [(path, replaced(path, CODE)) for path, value in places(WHOLE) if isinstance(value, str) and "tags" not in path]
        for (path, _), errors in zip(cases, self.found([profile for _, profile in cases])):
            with self.subTest(written(path)):
                self.assertTrue(errors)
        tagged = model(pool=AVAILABLE, properties={"networkProfile": replaced(("vnet", "tags", "team"), CODE)})
        with tempfile.TemporaryDirectory() as scratch:
            out = pathlib.Path(scratch, "out")
            self.assertEqual(0, slipway("generate", "-", "--no-plugin", "-o", out, stdin=json.dumps(tagged).encode()).returncode)
            template = json.loads((out / "azuredeploy.json").read_text())
            vnet = next(r for r in template["resources"] if r["type"].endswith("/virtualNetworks"))
            self.assertEqual(CODE, vnet["tags"]["team"])


if __name__ == "__main__":
    unittest.main()
