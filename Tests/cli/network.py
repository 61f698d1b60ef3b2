"""The network's commands, bad input to its keys, and what it generates."""
import json
import pathlib
import tempfile
import unittest
import xml.etree.ElementTree as xml

from program import model, slipway, validate

HUB = {"name": "hub", "addressSpace": ["10.9.0.0/16"]}
REMOTE = ("/subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network"
          "/virtualNetworks/hub")
CIRCUIT = REMOTE.replace("virtualNetworks/hub", "expressRouteCircuits/hq")
STORE = REMOTE.replace("Microsoft.Network/virtualNetworks/hub", "Microsoft.Storage/storageAccounts/store")
GATEWAY = {"vnet": {"addressSpace": ["10.240.0.0/12", "10.8.0.0/16"]},
           "subnets": [{"name": "GatewaySubnet", "addressPrefix": "10.8.0.0/27"}]}
SITE = {"name": "hq", "addressSpace": ["192.168.0.0/16"], "vpn": {"deviceAddress": "203.0.113.5"}}


def network(**parts):
    return model(properties={"networkProfile": parts})


# Each new key with a value of a wrong type, form or kind: what, the part, the rule that speaks.
BAD = [
    ("peerings is no list", {"peerings": HUB}, "MD002"),
    ("peering is no object", {"peerings": ["hub"]}, "MD002"),
    ("unknown key of a peering", {"peerings": [{**HUB, "allowForwardedTrafic": True}]}, "MD001"),
    ("flag in quotes", {"peerings": [{**HUB, "useRemoteGateways": "true"}]}, "MD002"),
    ("peering without a name", {"peerings": [{"addressSpace": ["10.9.0.0/16"]}]}, "MD004"),
    ("name with markup", {"peerings": [{"name": "<b>hub</b>", "addressSpace": []}]}, "MD003"),
    ("subnet's id as a VNet's", {"peerings": [{**HUB, "remoteVnetID": REMOTE + "/subnets/x"}]}, "NW012"),
    ("network behind meets the VNet", {"peerings": [{**HUB, "behind": [{"name": "s", "addressSpace": ["10.241.0.0/16"]}]}]},
     "IP010"),
    ("site meets a peer", {"peerings": [HUB], "onPremises": [{"name": "hq", "addressSpace": ["10.9.1.0/24"]}]}, "IP010"),
    ("gateways is a list", {"gateways": []}, "MD002"),
    ("old gateway size", {**GATEWAY, "onPremises": [SITE], "gateways": {"vpn": {"sku": "VpnGw1"}}}, "MD003"),
    ("autonomous system 0", {**GATEWAY, "onPremises": [SITE], "gateways": {"vpn": {"asn": 0}}}, "MD003"),
    ("broken key exchange", {**GATEWAY, "onPremises": [
        {**SITE, "vpn": {"deviceAddress": "203.0.113.5", "ipsecPolicy": {"dhGroup": "DHGroup2"}}}]}, "MD003"),
    ("shared key in clear", {**GATEWAY, "onPremises": [
        {**SITE, "vpn": {"deviceAddress": "203.0.113.5", "sharedKey": "hush-1"}}]}, "NW021"),
    ("authorization key in clear", {**GATEWAY, "onPremises": [
        {"name": "hq", "addressSpace": [], "expressRoute": {"circuitID": REMOTE, "authorizationKey": "hush-2"}}]}, "NW021"),
    ("VNet's id as a circuit's", {**GATEWAY, "onPremises": [
        {"name": "hq", "addressSpace": [], "expressRoute": {"circuitID": REMOTE}}]}, "NW026"),
    ("shared key is a number", {**GATEWAY, "onPremises": [{**SITE, "vpn": {**SITE["vpn"], "sharedKey": 7}}]}, "MD002"),
    ("circuit's id as a vault's", {**GATEWAY, "onPremises": [{**SITE, "vpn": {**SITE["vpn"], "sharedKeySecretRef": {
        "vaultID": CIRCUIT, "secretName": "hq"}}}]}, "NW022"),
    ("tunnel's ranges are a text", {**GATEWAY, "onPremises": [{**SITE, "vpn": {**SITE["vpn"], "addressPrefixes": "all"}}]},
     "MD002"),
    ("tunnel's range is none", {**GATEWAY, "onPremises": [{**SITE, "vpn": {**SITE["vpn"], "addressPrefixes": ["hq"]}}]},
     "IP016"),
    ("tunnel leads elsewhere", {**GATEWAY, "onPremises": [{**SITE, "vpn": {
        **SITE["vpn"], "addressPrefixes": ["172.20.0.0/16"]}}]}, "NW058"),
    ("other number beside a circuit", {**GATEWAY, "gateways": {"vpn": {"asn": 65100}}, "onPremises": [
        {**SITE, "expressRoute": {"circuitID": CIRCUIT}}]}, "NW059"),
    ("two peerings to one VNet", {"peerings": [{**HUB, "remoteVnetID": REMOTE}, {
        "name": "east", "addressSpace": ["10.10.0.0/16"], "remoteVnetID": REMOTE.upper()}]}, "NW060"),
    ("device's address is a range", {**GATEWAY, "onPremises": [{**SITE, "vpn": {"deviceAddress": "203.0.113.0/24"}}]},
     "IP016"),
    ("device within the VNet", {**GATEWAY, "onPremises": [{**SITE, "vpn": {"deviceAddress": "10.240.0.9"}}]}, "NW024"),
    ("speaker is a name", {**GATEWAY, "onPremises": [{**SITE, "vpn": {
        **SITE["vpn"], "bgp": {"asn": 65010, "address": "router"}}}]}, "NW025"),
    ("subnet's id as the VNet's", {"vnet": {"id": REMOTE + "/subnets/x"}}, "NW055"),
    ("VNet's tags are a list", {"vnet": {"tags": ["a"]}}, "MD002"),
    ("DNS server is a name", {"vnet": {"dnsServers": ["dns.example"]}}, "IP016"),
    ("VNet's id as a resource's", {"privateEndpoints": [{"name": "p", "resourceID": "blob", "groupID": "blob"}]}, "NW041"),
    ("endpoint's address outside its subnet", {"privateEndpoints": [
        {"name": "p", "resourceID": STORE, "groupID": "blob", "privateIPAddress": "10.9.0.9"}]}, "NW042"),
    ("location that is none", {"serviceEndpoints": [{"service": "Sql", "locations": ["west/europe"]}]}, "NW062"),
    ("endpoint in no subnet that is known", {"privateEndpoints": [
        {"name": "p", "resourceID": STORE, "groupID": "blob", "subnet": "nowhere"}]}, "NW032"),
    ("service endpoint in no subnet that is known", {"serviceEndpoints": [{"service": "Sql", "subnets": ["nowhere"]}]},
     "NW032"),
    ("ports in words", {"subnets": [{"name": "s", "addressPrefix": "10.8.0.0/24", "securityRules": [
        {"name": "r", "priority": 200, "ports": ["https"]}]}]}, "NW047"),
    ("rule's name with markup", {"subnets": [{"name": "s", "addressPrefix": "10.8.0.0/24", "securityRules": [
        {"name": "<script>", "priority": 200}]}]}, "MD003"),
    ("site's name with markup", {"onPremises": [{"name": "[hq](http://x)", "addressSpace": ["192.168.0.0/16"]}]}, "MD003"),
    ("route's name with a line feed", {"peerings": [HUB], "routes": [
        {"name": "a\nb", "addressPrefixes": ["10.20.0.0/16"], "nextHopIPAddress": "10.9.0.4"}]}, "MD003"),
    ("subnet's name with quotes", {"subnets": [{"name": "a\"b", "addressPrefix": "10.8.0.0/24"}]}, "MD003"),
    ("label with markup", {"egress": {"type": "natGateway"}, "publicAddresses": [
        {"name": "w", "domainNameLabel": "<b>", "pool": "agents", "ports": ["1/tcp"]}]}, "NW045"),
    ("public address of no pool", {"egress": {"type": "natGateway"}, "publicAddresses": [
        {"name": "w", "pool": "nobody", "ports": ["1/tcp"]}]}, "NW044"),
    ("service's sources are a name", {"services": {"allowedSources": ["office"]}}, "IP016"),
    ("sites meet", {"onPremises": [{"name": "a", "addressSpace": ["192.168.0.0/16"]}, {
        "name": "b", "addressSpace": ["192.168.4.0/24"]}]}, "IP010"),
    ("statement with markup", {"expect": ["<b> -> internet allowed"]}, "NW051"),
    ("unknown service", {"serviceEndpoints": [{"service": "Storge"}]}, "MD003"),
    ("service is a number", {"serviceEndpoints": [{"service": 1}]}, "MD002"),
    ("range of a service", {"serviceEndpoints": [{"service": "Sql", "addressPrefixes": ["10.0.0.0/33"]}]}, "IP016"),
    ("host bits in a route", {"peerings": [HUB], "routes": [
        {"name": "r", "addressPrefixes": ["10.20.0.1/16"], "nextHopIPAddress": "10.9.0.4"}]}, "IP009"),
    ("IPv6 route", {"peerings": [HUB], "routes": [
        {"name": "r", "addressPrefixes": ["fd00::/8"], "nextHopIPAddress": "10.9.0.4"}]}, "IP013"),
    ("next hop is a name", {"peerings": [HUB], "routes": [
        {"name": "r", "addressPrefixes": ["10.20.0.0/16"], "nextHopIPAddress": "firewall"}]}, "IP016"),
    ("unknown kind of next hop", {"routes": [{"name": "r", "addressPrefixes": ["10.20.0.0/16"], "nextHopType": "Firewall"}]},
     "MD003"),
    ("10,000 routes", {"peerings": [HUB], "routes": [
        {"name": "r", "addressPrefixes": [f"10.{64 + i // 256}.{i % 256}.0/24" for i in range(10_000)],
         "nextHopIPAddress": "10.9.0.4"}]}, "NW031"),
    ("501 peerings", {"peerings": [{"name": f"p{i}", "addressSpace": [f"172.16.{i // 64}.{i % 64 * 4}/30"]}
                                   for i in range(501)]}, "NW031"),
    ("five circuits", {**GATEWAY, "onPremises": [{"name": f"s{i}", "addressSpace": [f"192.168.{i}.0/24"],
                                                 "expressRoute": {"circuitID": CIRCUIT}} for i in range(5)]}, "NW031"),
    ("priority 99", {"subnets": [{"name": "s", "addressPrefix": "10.8.0.0/24", "securityRules": [
        {"name": "r", "priority": 99}]}]}, "MD003"),
    ("delegation", {"subnets": [{"name": "s", "addressPrefix": "10.8.0.0/24", "delegations": [{"name": "d"}]}]}, "MD005"),
    ("prefix length 27", {"egress": {"type": "natGateway", "publicIPPrefixLength": 27}}, "MD003"),
    ("unknown way out", {"egress": {"type": "proxy"}}, "MD003"),
    ("node -1", {"publicAddresses": [{"name": "w", "pool": "agents", "node": -1, "ports": ["1/tcp"]}]}, "MD003"),
    ("upper-case name", {"publicAddresses": [{"name": "Web", "pool": "agents", "ports": ["1/tcp"]}]}, "MD003"),
    ("probe mode", {"services": {"healthProbeMode": "often"}}, "MD003"),
    ("idle time", {"services": {"idleTimeoutInMinutes": 101}}, "MD003"),
    ("expect is a text", {"expect": "pod:agents -> internet allowed"}, "MD002"),
    ("network policy", {"networkPolicy": {"provider": "calico"}}, "NW001"),
    ("network policies", {"networkPolicies": [{"name": "deny"}]}, "NW001"),
    ("policy's address of DNS zone", {"privateEndpoints": [
        {"name": "p", "resourceID": REMOTE, "groupID": "blob", "dnsZone": "zone\n- evil"}]}, "MD003"),
]


class Network(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def write(self, document):
        path = self.scratch / "cluster.json"
        path.write_text(json.dumps(document))
        return path

    def test_bad_input(self):
        for name, parts, rule in BAD:
            with self.subTest(name):
                findings, _, code = validate(network(**parts))
                self.assertEqual(1, code)
                self.assertIn((rule, "error"), [(f["id"], f["severity"]) for f in findings], findings[:3])
                self.assertNotIn("hush", json.dumps(findings))

    def test_nothing_is_rendered_when_a_rule_says_error(self):
        path = self.write(network(expect=["pod:agents -> internet denied"]))
        out = self.scratch / "out"
        result = slipway("generate", path, "--no-plugin", "-o", out)
        self.assertEqual((1, False), (result.returncode, out.exists()))
        self.assertIn(b"NW050", result.stderr)

    def test_shared_key_goes_to_the_secure_parameters_only(self):
        path, out = self.write(network(**GATEWAY, onPremises=[SITE])), self.scratch / "out"
        key = 'networkProfile.onPremises[0].vpn.sharedKey="hush-3"'
        self.assertEqual(0, slipway("generate", path, "--no-plugin", "-o", out, "--set", key).returncode)
        holders = {str(f.relative_to(out)) for f in out.rglob("*") if f.is_file() and b"hush-3" in f.read_bytes()}
        self.assertEqual({"secrets/model.json", "secrets/parameters.json"}, holders)
        again = self.scratch / "again"
        self.assertEqual(0, slipway("generate", out / "apimodel.json", "--no-plugin", "-o", again).returncode)
        self.assertEqual((out / "secrets/parameters.json").read_text(), (again / "secrets/parameters.json").read_text())
        template = json.loads((out / "azuredeploy.json").read_text())
        self.assertEqual("secureString", template["parameters"]["vpnSharedKey0"]["type"])
        extension = [r for r in template["resources"] if r["type"].endswith("/extensions")]
        self.assertNotIn("vpnSharedKey0", json.dumps(extension))

    def test_key_vault_reference(self):
        vault = REMOTE.replace("Microsoft.Network/virtualNetworks/hub", "Microsoft.KeyVault/vaults/keys")
        site = {**SITE, "vpn": {**SITE["vpn"], "sharedKeySecretRef": {"vaultID": vault, "secretName": "hq"}}}
        out = self.scratch / "out"
        self.assertEqual(0, slipway("generate", self.write(network(**GATEWAY, onPremises=[site])), "--no-plugin", "-o",
                                    out).returncode)
        parameters = json.loads((out / "azuredeploy.parameters.json").read_text())["parameters"]
        self.assertEqual({"keyVault": {"id": vault}, "secretName": "hq"}, parameters["vpnSharedKey0"]["reference"])

    def test_both_halves_of_a_peering(self):
        peering = {**HUB, "remoteVnetID": REMOTE, "useRemoteGateways": True}
        out = self.scratch / "out"
        self.assertEqual(0, slipway("generate", self.write(network(peerings=[peering])), "--no-plugin", "-o", out).returncode)
        own = next(r for r in json.loads((out / "azuredeploy.json").read_text())["resources"]
                   if r["type"].endswith("/virtualNetworkPeerings"))["properties"]
        other = json.loads((out / "network/peering-hub.json").read_text())["resources"][0]["properties"]
        self.assertEqual((True, False), (own["useRemoteGateways"], own["allowGatewayTransit"]))
        self.assertEqual((False, True), (other["useRemoteGateways"], other["allowGatewayTransit"]))
        self.assertIn("network/peering-hub.json", (out / "README.md").read_text())

    def test_trace(self):
        path = self.write(network(peerings=[HUB]))
        result = slipway("trace", path, "--from", "pod:agents", "--to", "10.9.0.4", "--port", "443/tcp")
        self.assertEqual((0, b""), (result.returncode, result.stderr))
        self.assertIn("cluster.json:1:", result.stdout.decode())
        denied = slipway("trace", path, "--from", "internet", "--to", "node:agents", "--format", "json")
        self.assertEqual(("denied", 1), (json.loads(denied.stdout)["verdict"], denied.returncode))
        for wrong in (["--to", "pod:agent"], ["--to", "10.0.0.256"], ["--to", "internet", "--port", "0x1"]):
            result = slipway("trace", path, "--from", "pod:agents", *wrong)
            self.assertEqual((2, b""), (result.returncode, result.stdout))

    def test_trace_of_a_statement_that_does_not_hold(self):
        """Whoever looks for the reason must be able to trace the model that validate refuses for it."""
        path = self.write(network(peerings=[HUB], expect=["pod:agents -> peer:hub denied"]))
        self.assertEqual(1, slipway("validate", path).returncode)
        self.assertEqual(0, slipway("trace", path, "--from", "pod:agents", "--to", "peer:hub").returncode)

    def test_reachability_in_every_form(self):
        path = self.write(network(peerings=[HUB]))
        forms = {form: slipway("reachability", path, "--format", form).stdout.decode()
                 for form in ("text", "json", "markdown", "svg")}
        pairs = json.loads(forms["json"])
        names = {pair["from"] for pair in pairs} | {pair["to"] for pair in pairs}
        self.assertLessEqual({"pod:agents", "node:agents", "node:masters", "api", "peer:hub", "internet", "platform"}, names)
        squares = xml.fromstring(forms["svg"]).iter("{http://www.w3.org/2000/svg}rect")
        self.assertGreaterEqual(len(list(squares)), len(pairs))
        self.assertIn("| pod:agents", forms["text"])

    def test_zones_of_other_clouds(self):
        endpoint = {"name": "p", "resourceID": STORE, "groupID": "blob"}
        for location, zone, wanted in (("usgovvirginia", None, True), ("chinaeast2", None, True), ("westeurope", None, False),
                                       ("usgovvirginia", "privatelink.blob.core.usgovcloudapi.net", False)):
            said = {**endpoint, "dnsZone": zone} if zone else endpoint
            findings = validate(model(top={"location": location}, properties={"networkProfile": {"privateEndpoints": [said]}}))[0]
            self.assertEqual(wanted, ("NW041", "error") in {(f["id"], f["severity"]) for f in findings}, location)

    def test_statements_of_a_file(self):
        path, statements = self.write(network(peerings=[HUB])), self.scratch / "promises.txt"
        statements.write_text("# what the shop relies on\n\npod:agents -> peer:hub:443 allowed\n"
                              "  internet -> node:agents allowed \nfrom here to there\n")
        result = slipway("validate", path, "--expect", statements, "--format", "json")
        found = [(f["id"], f["file"], f["line"], f["column"]) for f in json.loads(result.stdout)["findings"]
                 if f["severity"] == "error"]
        self.assertEqual(1, result.returncode)
        self.assertEqual([("NW050", str(statements), 4, 3), ("NW051", str(statements), 5, 1)], found)
        statements.write_text("internet -> node:agents denied\n")
        self.assertEqual(0, slipway("validate", path, "--expect", statements).returncode)
        statements.write_bytes(b"\xff\n")
        self.assertEqual(2, slipway("validate", path, "--expect", statements).returncode)
        self.assertEqual(2, slipway("validate", path, "--expect", self.scratch / "none").returncode)

    def test_a_site_with_a_circuit_and_a_tunnel(self):
        site = {**SITE, "vpn": {**SITE["vpn"], "addressPrefixes": ["192.168.0.0/17"]}, "expressRoute": {"circuitID": CIRCUIT}}
        path, out = self.write(network(**GATEWAY, onPremises=[site])), self.scratch / "out"
        self.assertIn("NW023", {f["id"] for f in validate(network(**GATEWAY, onPremises=[site]))[0]})
        self.assertEqual(0, slipway("generate", path, "--no-plugin", "-o", out).returncode)
        template = json.loads((out / "azuredeploy.json").read_text())["resources"]
        kinds = {r["properties"]["connectionType"]: r["name"] for r in template if r["type"].endswith("/connections")}
        self.assertEqual({"IPsec", "ExpressRoute"}, set(kinds))
        self.assertEqual(2, len(set(kinds.values())))
        local = next(r for r in template if r["type"].endswith("/localNetworkGateways"))
        self.assertEqual(["192.168.0.0/17"], local["properties"]["localNetworkAddressSpace"]["addressPrefixes"])
        for down, way, verdict in (([], "VPN", "allowed"), (["--down", "vpn"], "ExpressRoute", "allowed"),
                                   (["--down", "vpn", "--down", "expressroute"], None, "denied")):
            result = slipway("trace", path, "--from", "pod:agents", "--to", "192.168.1.1", "--format", "json", *down)
            trace = json.loads(result.stdout)
            self.assertEqual((verdict, verdict == "denied"), (trace["verdict"], result.returncode == 1))
            self.assertTrue(way is None or way in trace["via"], trace["via"])
        self.assertEqual(2, slipway("trace", path, "--from", "pod:agents", "--to", "192.168.1.1", "--down", "all").returncode)

    def test_effective_network(self):
        path = self.write(network(peerings=[HUB]))
        answer = json.loads(slipway("network", "effective", path, "--subnet", "probe-subnet", "--format", "json").stdout)
        routes = {(r["addressPrefix"][0], r["nextHopType"]) for r in answer["effectiveRoutes"]}
        self.assertLessEqual({("10.240.0.0/12", "VnetLocal"), ("10.9.0.0/16", "VNetPeering"), ("0.0.0.0/0", "Internet")},
                             routes)
        self.assertIn("DenyAllInBound", {r["name"] for r in answer["effectiveSecurityRules"]})
        self.assertEqual(2, slipway("network", "effective", path, "--subnet", "nobody").returncode)


