"""Pairs of models: what the change does, by which rule, to which machines."""
import unittest

from compare import against, against_all
from program import KEY, SUBNET, model

POOL = {"name": "agents", "count": 2, "vmSize": "Standard_D4s_v5"}
AS = {"availabilityProfile": "AvailabilitySet"}
SPACE = {"networkProfile": {"vnet": {"addressSpace": ["10.240.0.0/12"]}}}
GUID = "11111111-2222-3333-4444-555555555555"
VAULT = f"/subscriptions/{GUID}/resourceGroups/r/providers/Microsoft.KeyVault/vaults/v"
PPG = f"/subscriptions/{GUID}/resourceGroups/r/providers/Microsoft.Compute/proximityPlacementGroups/near"
LB = f"/subscriptions/{GUID}/resourceGroups/r/providers/Microsoft.Network/loadBalancers/own/backendAddressPools/mine"
BOX = {"name": "jump", "vmSize": "Standard_B2s", "publicKey": KEY}
EVERYBODY = ["masters", "agents"]
PRINCIPAL = {"kubernetes": {"useManagedIdentity": False}, "properties": {"servicePrincipalProfile": {
    "clientId": GUID, "secret": "hush"}}}


def release(text):
    return {"properties": {"orchestratorProfile": {"orchestratorRelease": text}}}


def version(text):
    return {"properties": {"orchestratorProfile": {"orchestratorRelease": None, "orchestratorVersion": text}}}


def kubernetes(**keys):
    return {"kubernetes": keys}


def pool(**keys):
    return {"pool": keys}


def master(**keys):
    return {"master": keys}


def network(**keys):
    return {"properties": {"networkProfile": keys}}


def linux(**keys):
    return {"properties": {"linuxProfile": keys}}


def pools(*changes, **more):
    return {"properties": {"agentPoolProfiles": [{**POOL, **change} for change in changes], **more}}


def subnets(agents, masters="10.240.0.0/24", declared=(), **more):
    return {"master": {"subnet": masters}, "pool": {"subnet": agents, **more},
            "properties": {"networkProfile": {"vnet": {"addressSpace": ["10.240.0.0/12"]}, "subnets": list(declared)}}}


def existing(name, **more):
    return {"master": {"vnetSubnetID": SUBNET + "m", "firstConsecutiveStaticIP": "10.7.1.100"},
            "pool": {"vnetSubnetID": SUBNET + name, **more}}


def private(**keys):
    return {"kubernetes": {"privateCluster": {"enabled": True, **keys}}}


def gateway(**vpn):
    return network(vnet={"addressSpace": ["10.240.0.0/12", "10.0.8.0/24"]}, gateways={"vpn": vpn},
                   subnets=[{"name": "GatewaySubnet", "addressPrefix": "10.0.8.0/24"}])


def flag(name, value):
    return {"kubernetesConfig": {"kubeletConfig": {name: value}}}


def declared(prefix, name="blue"):
    return [{"name": name, "addressPrefix": prefix}]


NONE = {}
# (what, old, new, effect, {id: machines}): the effect of the whole, and the rules that speak with what they are about.
PAIRS = [
    # Nothing changes.
    ("the same", NONE, NONE, "none", {}),
    ("defaults are said", NONE, {"kubernetes": {
        "serviceCidr": "10.0.0.0/16", "dnsServiceIP": "10.0.0.10", "maxPods": 30, "clusterSubnet": "10.240.0.0/12",
        "kubeProxyMode": "iptables", "gcHighThreshold": 85, "etcdDiskSizeGB": "256", "loadBalancerSku": "standard",
        "addons": [{"name": "coredns", "enabled": True}], "privateCluster": {"enabled": False}},
        "pool": {"ipAddressCount": 31, "maxSurge": 1, "availabilityProfile": "VirtualMachineScaleSets",
                 "osDiskCachingType": "ReadWrite", "acceleratedNetworkingEnabled": True, "storageProfile": "ManagedDisks"},
        "master": {"firstConsecutiveStaticIP": "10.255.255.5", "internalLoadBalancerIP": "10.255.255.15",
                   "availabilityProfile": "AvailabilitySet", "platformFaultDomainCount": 2, "platformUpdateDomainCount": 3}},
     "none", {}),
    ("the version of the release", release("1.34"), version("1.34.4"), "none", {}),
    ("spelling of a size and a region", NONE, {**pool(vmSize="standard_d4S_V5"), "top": {"location": "West Europe"}}, "none", {}),
    ("case of the prefix", NONE, master(dnsPrefix="PROBE"), "none", {}),
    ("case of an id", existing("n"), existing("N"), "none", {}),
    ("maxSurge", NONE, pool(maxSurge=3), "none", {}),
    ("a pool's number of pods said for the cluster", pool(kubernetesConfig={"maxPods": 20}),
     {**kubernetes(maxPods=20), **master(kubernetesConfig={"maxPods": 30})}, "none", {}),
    ("flag said for the pool", kubernetes(kubeletConfig={"--event-qps": "7"}),
     {**master(**flag("--event-qps", "7")), **pool(**flag("--event-qps", "7"))}, "none", {}),
    ("label by flag or by key", pool(**flag("--node-labels", "a=b")), pool(customNodeLabels={"a": "b"}), "none", {}),
    ("order of pools", pools({"name": "a"}, {"name": "b", **AS}), pools({"name": "b", **AS}, {"name": "a"}), "none", {}),
    ("order of ranges", network(onPremises=[{"name": "hq", "addressSpace": ["192.168.0.0/24", "192.168.1.0/24"]}]),
     network(onPremises=[{"name": "HQ", "addressSpace": ["192.168.1.0/24", "192.168.0.0/24"]}]), "none", {}),
    ("Low is Spot", pool(scaleSetPriority="Low"), pool(scaleSetPriority="Spot"), "none", {}),
    # Nodes.
    ("more nodes", NONE, pool(count=3), "add-nodes", {"UP021": ["agents"]}),
    ("a new pool", pools({}), pools({}, {"name": "batch", "count": 1}), "add-nodes", {"UP021": ["batch"]}),
    ("fewer nodes", pool(count=3), NONE, "remove-nodes", {"UP022": ["agents"]}),
    ("a pool goes", pools({}, {"name": "batch", "count": 1}), pools({}), "remove-nodes", {"UP022": ["batch"]}),
    ("a pool is called otherwise", pools({}), pools({"name": "other"}), "remove-nodes",
     {"UP021": ["other"], "UP022": ["agents"]}),
    ("more nodes want a larger disk for etcd", NONE, pool(count=4), "add-nodes", {"UP021": ["agents"], "UP013": []}),
    ("fewer nodes would shrink the disk of etcd", pool(count=4), pool(count=3), "impossible",
     {"UP022": ["agents"], "UP013": ["masters"]}),
    # Network.
    ("another subnet", subnets("10.241.0.0/24"), subnets("10.242.0.0/24"), "impossible", {"UP001": ["agents"], "UP020": ["masters"]}),
    ("another existing subnet", existing("n"), existing("o"), "impossible", {"UP001": ["agents"], "UP020": ["masters"]}),
    ("from an own VNet to an existing one", NONE, existing("n"), "impossible",
     {"UP001": EVERYBODY, "UP010": ["masters"], "UP002": EVERYBODY, "UP020": ["masters"]}),
    ("a second subnet renames the first", NONE, pools({}, {"name": "b", "subnet": "10.250.0.0/24"}, networkProfile={
        "vnet": {"addressSpace": ["10.240.0.0/12"]}}), "impossible", None),
    ("a subnet is wider", subnets("10.241.0.0/24", declared=declared("10.241.0.0/24")),
     subnets("10.241.0.0/23", declared=declared("10.241.0.0/23")), "impossible", {"UP003": ["agents"]}),
    ("an existing subnet's prefix is said", existing("n"), {**existing("n"), **network(
        subnets=[{"name": "n", "addressPrefix": "10.7.2.0/24"}], vnet={"addressSpace": ["10.7.0.0/16"]})}, "replace-nodes",
     {"UP003": [], "UP002": EVERYBODY, "UP025": []}),
    ("the VNet moves", kubernetes(clusterSubnet="10.240.0.0/16"), kubernetes(clusterSubnet="10.64.0.0/16"), "impossible",
     {"UP002": EVERYBODY, "UP003": EVERYBODY, "UP010": ["masters"]}),
    ("the VNet gets another range", network(vnet={"addressSpace": ["10.240.0.0/12"]}),
     network(vnet={"addressSpace": ["10.240.0.0/12", "10.64.0.0/16"]}), "replace-nodes", {"UP002": EVERYBODY}),
    ("a site", NONE, network(onPremises=[{"name": "hq", "addressSpace": ["192.168.0.0/16"]}]), "replace-nodes",
     {"UP026": EVERYBODY}),
    ("DNS servers", NONE, network(vnet={"dnsServers": ["10.240.0.9"]}), "in-place", {"UP025": []}),
    ("a route", network(vnet={"addressSpace": ["10.240.0.0/12"]}), network(vnet={"addressSpace": ["10.240.0.0/12"]}, routes=[
        {"name": "away", "addressPrefixes": ["203.0.113.0/24"], "nextHopType": "None"}]), "in-place", {"UP025": []}),
    ("a gateway's SKU", gateway(), gateway(sku="VpnGw2AZ"), "in-place", {"UP025": []}),
    ("outbound addresses", NONE, kubernetes(loadBalancerOutboundIPs=2), "in-place", {"UP024": []}),
    ("way to the internet", NONE, network(egress={"type": "natGateway"}), "in-place", {"UP024": []}),
    ("no way to the internet", NONE, network(egress={"type": "none"}), "replace-nodes", {"UP024": ["masters"]}),
    ("services", kubernetes(serviceCidr="10.0.0.0/16", dnsServiceIP="10.0.0.10"),
     kubernetes(serviceCidr="10.1.0.0/16", dnsServiceIP="10.1.0.10"), "new-cluster", None),
    # Masters.
    ("number of masters", NONE, master(count=5), "new-cluster", {"UP009": ["masters"]}),
    ("name", NONE, master(dnsPrefix="other"), "new-cluster", {"UP007": EVERYBODY}),
    ("master's address", NONE, master(firstConsecutiveStaticIP="10.255.254.5"), "new-cluster", {"UP010": ["masters"]}),
    ("load balancer's address", NONE, master(internalLoadBalancerIP="10.255.254.9"), "new-cluster", {"UP010": ["masters"]}),
    ("master's size", NONE, master(vmSize="Standard_D4s_v5"), "replace-nodes", {"UP014": ["masters"]}),
    ("master's zones", NONE, master(availabilityZones=["1", "2", "3"]), "impossible", None),
    ("another name in the certificate", NONE, master(subjectAltNames=["api.example.org"]), "replace-nodes", {"UP020": ["masters"]}),
    ("API server's flag", NONE, kubernetes(apiServerConfig={"--profiling": "true"}), "replace-nodes", {"UP020": ["masters"]}),
    ("etcd's quota", NONE, kubernetes(etcdStorageLimitGB=8), "replace-nodes", {"UP020": ["masters"]}),
    ("etcd's disk grows", NONE, kubernetes(etcdDiskSizeGB="512"), "in-place", {"UP013": []}),
    ("etcd's disk shrinks", kubernetes(etcdDiskSizeGB="512"), kubernetes(etcdDiskSizeGB="256"), "impossible", {"UP013": ["masters"]}),
    ("add-on off", NONE, kubernetes(addons=[{"name": "metrics-server", "enabled": False}]), "replace-nodes", {"UP020": ["masters"]}),
    ("private", NONE, private(), "replace-nodes", {"UP020": ["masters"]}),
    ("jumpbox", private(), private(jumpboxProfile=BOX), "in-place", {"UP031": ["jumpbox"]}),
    ("jumpbox's size", private(jumpboxProfile=BOX), private(jumpboxProfile={**BOX, "vmSize": "Standard_D2s_v5"}), "replace-nodes",
     {"UP031": ["jumpbox"]}),
    ("encryption on", NONE, kubernetes(enableDataEncryptionAtRest=True), "replace-nodes", {"UP029": ["masters"]}),
    ("encryption off", kubernetes(enableDataEncryptionAtRest=True), NONE, "new-cluster", {"UP029": ["masters"]}),
    ("encryption key", kubernetes(enableDataEncryptionAtRest=True, etcdEncryptionKey="aHVzaA=="),
     kubernetes(enableDataEncryptionAtRest=True, etcdEncryptionKey="aHVzaDIK"), "new-cluster", {"UP029": ["masters"]}),
    ("CA", {"properties": {"certificateProfile": {"caCertificate": VAULT + "/secrets/crt", "caPrivateKey": VAULT + "/secrets/key"}}},
     {"properties": {"certificateProfile": {"caCertificate": VAULT + "/secrets/crt2", "caPrivateKey": VAULT + "/secrets/key"}}},
     "new-cluster", {"UP030": EVERYBODY}),
    ("kind of keys", NONE, {"properties": {"certificateProfile": {"keyAlgorithm": "RSA-2048"}}}, "replace-nodes",
     {"UP030": ["masters"]}),
    ("service principal's secret", PRINCIPAL, {**PRINCIPAL, "properties": {"servicePrincipalProfile": {
        "clientId": GUID, "secret": "hush hush"}}}, "replace-nodes", {"UP020": ["masters"]}),
    # Machines.
    ("size", NONE, pool(vmSize="Standard_D8s_v5"), "replace-nodes", {"UP014": ["agents"]}),
    ("image", NONE, pool(imageReference={"name": "golden", "resourceGroup": "images"}), "replace-nodes", {"UP014": ["agents"]}),
    ("system disk grows", pool(osDiskSizeGB=64), pool(osDiskSizeGB=128), "replace-nodes", {"UP014": ["agents"]}),
    ("system disk shrinks", pool(osDiskSizeGB=128), pool(osDiskSizeGB=64), "impossible", {"UP013": ["agents"]}),
    ("system disk shrinks to the image's", pool(osDiskSizeGB=128), NONE, "impossible", {"UP013": ["agents"]}),
    ("ephemeral system disk", NONE, pool(storageProfile="Ephemeral"), "replace-nodes", {"UP014": ["agents"]}),
    ("another data disk", pool(diskSizesGB=[64]), pool(diskSizesGB=[64, 64]), "replace-nodes", {"UP015": ["agents"]}),
    ("smaller data disk", pool(diskSizesGB=[64]), pool(diskSizesGB=[32]), "impossible", {"UP013": ["agents"]}),
    ("scale set for availability set", pool(**AS), NONE, "impossible", None),
    ("fault domains", pool(**AS), pool(**AS, platformFaultDomainCount=3), "impossible", {"UP005": ["agents"]}),
    ("zones", NONE, pool(availabilityZones=["1", "2"]), "impossible", {"UP005": ["agents"]}),
    ("placement group", NONE, pool(proximityPlacementGroupID=PPG), "impossible", {"UP005": ["agents"]}),
    ("out of one placement group", pool(singlePlacementGroup=True), NONE, "in-place", {"UP005": ["agents"]}),
    ("into one placement group", NONE, pool(singlePlacementGroup=True), "impossible", {"UP005": ["agents"]}),
    ("spare capacity", NONE, pool(scaleSetPriority="Spot"), "impossible", None),
    ("price limit", pool(scaleSetPriority="Spot"), pool(scaleSetPriority="Spot", spotMaxPrice=0.5), "in-place",
     {"UP028": ["agents"]}),
    ("load balancer of machines", pool(**AS), pool(**AS, loadBalancerBackendAddressPoolIDs=[LB]), "in-place", {"UP014": ["agents"]}),
    ("load balancer of instances", NONE, pool(loadBalancerBackendAddressPoolIDs=[LB]), "replace-nodes", {"UP014": ["agents"]}),
    ("more pods and addresses", NONE, pool(kubernetesConfig={"maxPods": 50}), "replace-nodes", {"UP012": ["agents"]}),
    ("more pods everywhere", NONE, kubernetes(maxPods=50), "replace-nodes", {"UP012": EVERYBODY}),
    ("more pods than addresses", pool(ipAddressCount=31), pool(ipAddressCount=31, kubernetesConfig={"maxPods": 60}), "impossible",
     {"UP011": ["agents"]}),
    ("fewer addresses", pool(ipAddressCount=41), pool(ipAddressCount=31), "replace-nodes", {"UP012": ["agents"]}),
    ("kubelet's flag for all", NONE, kubernetes(kubeletConfig={"--event-qps": "7"}), "replace-nodes", {"UP019": EVERYBODY}),
    ("kubelet's flag for a pool", NONE, pool(**flag("--event-qps", "7")), "replace-nodes", {"UP019": ["agents"]}),
    ("taint", NONE, pool(**flag("--register-with-taints", "a=b:NoSchedule")), "replace-nodes", {"UP019": ["agents"]}),
    ("label", NONE, pool(customNodeLabels={"a": "b"}), "replace-nodes", {"UP019": ["agents"]}),
    ("kernel setting", NONE, pool(sysctldConfig={"net.core.somaxconn": "999"}), "replace-nodes", {"UP019": ["agents"]}),
    ("search domain", NONE, linux(customSearchDomain={"name": "corp.example"}), "replace-nodes", {"UP019": EVERYBODY}),
    ("SSH key", NONE, linux(ssh={"publicKeys": [{"keyData": KEY}, {"keyData": KEY + " second"}]}), "replace-nodes",
     {"UP016": EVERYBODY}),
    ("user", NONE, linux(adminUsername="pilot"), "replace-nodes", {"UP016": EVERYBODY}),
    ("tags of all", NONE, {"top": {"tags": {"team": "blue"}}}, "in-place", {"UP027": []}),
    ("tags of machines", NONE, pool(customVMTags={"rack": "9"}), "in-place", {"UP027": ["agents"]}),
    # Kubernetes and the region.
    ("upgrade", release("1.34"), release("1.35"), "replace-nodes", {"UP018": EVERYBODY}),
    ("way back", release("1.35"), release("1.34"), "impossible", {"UP017": EVERYBODY}),
    ("skipped minor version", release("1.34"), {"properties": {"orchestratorProfile": {"orchestratorRelease": "1.36"}, "downloads": [
        {"name": name, "sha256": "ab" * 32} for name in ("kubeadm", "kubectl", "kubelet", "crictl")]}}, "impossible",
     {"UP017": EVERYBODY}),
    ("region", NONE, {"top": {"location": "northeurope"}}, "new-cluster", None),
    ("region is said", {"top": {"location": None}}, NONE, "replace-nodes", {"UP006": ["masters"]}),
    ("region of a private cluster is said", {**private(), "top": {"location": None}}, private(), "in-place", {"UP006": []}),
    ("the first scale set", pools(AS), pools(AS, {"name": "scaled", "count": 1}), "replace-nodes", {"UP020": ["masters"], "UP021": ["scaled"]}),
    # Room.
    ("no room for the surge of another size", subnets("10.241.0.0/24", count=8, maxSurge=1),
     subnets("10.241.0.0/24", count=8, maxSurge=1, vmSize="Standard_D8s_v5"), "impossible", {"UP014": ["agents"], "UP023": ["agents"]}),
    ("no surge, no lack of room", subnets("10.241.0.0/24", count=8, maxSurge=0),
     subnets("10.241.0.0/24", count=8, maxSurge=0, vmSize="Standard_D8s_v5"), "replace-nodes", {"UP014": ["agents"]}),
]


class Pairs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.reports = against_all([(model(**old), model(**new)) for _, old, new, _, _ in PAIRS])

    def test_each_pair(self):
        self.assertGreaterEqual(len(PAIRS), 80)
        for (what, _, _, effect, rules), report in zip(PAIRS, self.reports):
            with self.subTest(what):
                change = report["change"]
                self.assertEqual(effect, change["effect"], change["changes"])
                if rules is not None:
                    self.assertEqual({key: sorted(value) for key, value in rules.items()}, found(change), change["changes"])
                severities = {f["severity"] for f in report["findings"] if f["id"].startswith("UP")}
                self.assertEqual("error" in severities, effect not in ("none", "in-place", "add-nodes"))

    def test_reverse_of_nothing_is_nothing(self):
        silent = [row for row in PAIRS if row[3] == "none"]
        for row, report in zip(silent, against_all([(model(**new), model(**old)) for _, old, new, _, _ in silent])):
            with self.subTest(row[0]):
                self.assertEqual("none", report["change"]["effect"])

    def test_every_rule_has_a_pair(self):
        told = {change["id"] for report in self.reports for change in report["change"]["changes"]}
        self.assertEqual({f"UP{number:03}" for number in range(1, 32)}, told)

    def test_addresses(self):
        change = against(model(**subnets("10.241.0.0/24", count=7)),
                         model(**subnets("10.241.0.0/24", count=7, vmSize="Standard_D8s_v5")))["change"]
        self.assertIn({"subnet": "subnet-10-241-0-0-24", "usable": 251, "before": 217, "during": 248, "after": 217},
                      change["addresses"])
        change = against(model(**pools({"count": 3})), model(**pools({"count": 3, "name": "other"})))["change"]
        # 3 × 31 for the masters and 1 for their load balancer, then both pools beside each other.
        self.assertEqual([{"subnet": "probe-subnet", "usable": 1048571, "before": 187, "during": 280, "after": 187}],
                         change["addresses"])

    def test_steps(self):
        change = against(model(**{**pool(count=4, **AS), **kubernetes(etcdDiskSizeGB="512")}),
                         model(**{**pool(count=2, vmSize="Standard_D8s_v5", **AS),
                                  **kubernetes(etcdDiskSizeGB="512", gcHighThreshold=90)}))["change"]
        self.assertEqual([("deploy", None), ("replace", "masters"), ("replace", "agents"), ("remove", "agents")],
                         [(step["action"], step.get("machines")) for step in change["steps"]])
        self.assertIn("probe-master-0, probe-master-1, probe-master-2", change["steps"][1]["text"])
        self.assertIn("probe-agents-2 to probe-agents-3", change["steps"][3]["text"])
        upgrade = against(model(**release("1.34")), model(**release("1.35")))["change"]
        self.assertEqual(["deploy", "upgrade", "replace"], [step["action"] for step in upgrade["steps"]])
        new = against(model(), model(**master(count=5)))["change"]
        self.assertEqual(["recreate"], [step["action"] for step in new["steps"]])
        self.assertEqual([], against(model(**release("1.35")), model(**release("1.34")))["change"]["steps"])


def found(change):
    """The machines that each rule of a report is about."""
    machines = {}
    for one in change["changes"]:
        machines.setdefault(one["id"], set()).update(one["machines"])
    return {key: sorted(value) for key, value in machines.items()}


if __name__ == "__main__":
    unittest.main()
