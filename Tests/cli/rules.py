"""Rules about whole models: what raises each, what does not, and the worked examples of the address plan."""
import json
import unittest

from program import KEY, SUBNET, model, validate

POOL = {"name": "agents", "count": 2, "vmSize": "Standard_D4s_v5"}


def pools(*changes):
    return {"agentPoolProfiles": [{**POOL, "name": f"p{i}", **change} for i, change in enumerate(changes)]}


def in_subnet(prefix, nodes, addresses=31, surge=1, **more):
    return {**POOL, "count": nodes, "subnet": prefix, "ipAddressCount": addresses, "maxSurge": surge, **more}


def small(pool, space="10.240.0.0/12"):
    """Masters in a subnet of their own, and one pool."""
    return model(master={"subnet": "10.240.0.0/24"}, properties={"agentPoolProfiles": [pool], "networkProfile": {"vnet": {"addressSpace": [space]}}})


def existing(**master):
    return model(master={"vnetSubnetID": SUBNET + "m", "firstConsecutiveStaticIP": "10.7.1.100", **master},
                 pool={"vnetSubnetID": SUBNET + "n"})


def flag(name, value):
    return {"kubernetesConfig": {"kubeletConfig": {name: value}}}


def provisioning(**keys):
    return model(properties={"provisioning": keys})


# (what, model, id, severity, path) — the finding must be there.
RAISED = [
    ("9 of 31 in /24", small(in_subnet("10.241.0.0/24", 9)), "IP001", "error", "properties.agentPoolProfiles[0].subnet"),
    ("8 of 31 in /24", small(in_subnet("10.241.0.0/24", 8)), "IP002", "warning",
     "properties.agentPoolProfiles[0].subnet"),
    ("4 of 31 in /25, no surge", small(in_subnet("10.241.0.0/25", 4, surge=0)), "IP001", "error", None),
    ("subnets share addresses", model(properties={
        **pools({"subnet": "10.241.0.0/24"}, {"subnet": "10.241.0.128/25"}),
        "networkProfile": {"vnet": {"addressSpace": ["10.240.0.0/12"]}}}), "IP003", "error",
     "properties.agentPoolProfiles[1].subnet"),
    ("declared subnet in the way", model(properties={
        **pools({"subnet": "10.241.0.0/24"}),
        "networkProfile": {"vnet": {"addressSpace": ["10.240.0.0/12"]},
                           "subnets": [{"name": "other", "addressPrefix": "10.241.0.0/16"}]}}), "IP003", "error", None),
    ("services in the VNet", model(kubernetes={"serviceCidr": "10.240.0.0/16", "dnsServiceIP": "10.240.0.10"}),
     "IP004", "error", "properties.orchestratorProfile.kubernetesConfig.serviceCidr"),
    ("services at a peer", model(properties={"networkProfile": {"peerings": [
        {"name": "hub", "addressSpace": ["10.0.0.0/8"]}]}}), "IP004", "error", None),
    ("DNS outside", model(kubernetes={"serviceCidr": "10.0.0.0/16", "dnsServiceIP": "10.1.0.10"}), "IP005", "error",
     "properties.orchestratorProfile.kubernetesConfig.dnsServiceIP"),
    ("DNS is the first", model(kubernetes={"serviceCidr": "10.0.0.0/16", "dnsServiceIP": "10.0.0.1"}), "IP005",
     "error", None),
    ("DNS is the last", model(kubernetes={"serviceCidr": "10.0.0.0/16", "dnsServiceIP": "10.0.255.255"}), "IP005",
     "error", None),
    ("only serviceCidr", model(kubernetes={"serviceCidr": "10.0.0.0/16"}), "IP005", "error", None),
    ("only dnsServiceIP", model(kubernetes={"dnsServiceIP": "10.0.0.10"}), "IP005", "error", None),
    ("master outside", model(master={"firstConsecutiveStaticIP": "10.10.0.5"}), "IP006", "error",
     "properties.masterProfile.firstConsecutiveStaticIP"),
    ("master among Azure's", model(master={"firstConsecutiveStaticIP": "10.240.0.3"}), "IP006", "error", None),
    ("balancer is the last", model(master={"internalLoadBalancerIP": "10.255.255.255"}), "IP006", "error",
     "properties.masterProfile.internalLoadBalancerIP"),
    ("master outside an existing VNet", existing(vnetCidr="10.8.0.0/16"), "IP006", "error", None),
    ("balancer is a master", model(master={"internalLoadBalancerIP": "10.255.255.6"}), "IP007", "error", None),
    ("address in use", model(
        master={"vnetSubnetID": SUBNET + "m", "firstConsecutiveStaticIP": "10.7.1.100"},
        pool={"vnetSubnetID": SUBNET + "n"},
        properties={"networkProfile": {"subnets": [
            {"name": "m", "addressPrefix": "10.7.1.0/24", "inUse": ["10.7.1.101"]}]}}), "IP007", "error", None),
    ("block within reach", model(master={"firstConsecutiveStaticIP": "10.240.0.20"}), "IP007", "warning", None),
    ("subnet outside the VNet", model(pool={"subnet": "10.7.0.0/24"}), "IP008", "error",
     "properties.agentPoolProfiles[0].subnet"),
    ("host bits", model(kubernetes={"clusterSubnet": "10.240.0.7/12"}), "IP009", "error",
     "properties.orchestratorProfile.kubernetesConfig.clusterSubnet"),
    ("peer meets the VNet", model(properties={"networkProfile": {"peerings": [
        {"name": "hub", "addressSpace": ["10.241.0.0/16"]}]}}), "IP010", "error",
     "properties.networkProfile.peerings[0].addressSpace[0]"),
    ("site meets a peer", model(properties={"networkProfile": {
        "peerings": [{"name": "hub", "addressSpace": ["10.9.0.0/16"]}],
        "onPremises": [{"name": "hq", "addressSpace": ["10.9.4.0/24"]}]}}), "IP010", "error", None),
    ("link-local peer", model(properties={"networkProfile": {"peerings": [
        {"name": "hub", "addressSpace": ["169.254.0.0/24"]}]}}), "IP011", "error", None),
    ("platform address", model(master={"firstConsecutiveStaticIP": "168.63.129.16"}), "IP011", "error", None),
    ("subnet /30", model(pool={"subnet": "10.241.0.0/30"}), "IP012", "error", None),
    ("services /11", model(kubernetes={"serviceCidr": "10.0.0.0/11", "dnsServiceIP": "10.0.0.10"}), "IP012", "error",
     None),
    ("IPv6", model(kubernetes={"clusterSubnet": "fd00::/64"}), "IP013", "error", None),
    ("dual stack", model(kubernetes={"serviceCidr": "10.0.0.0/16,fd00::/108", "dnsServiceIP": "10.0.0.10"}), "IP013",
     "error", None),
    ("size unknown", existing(), "IP014", "info", "properties.masterProfile.vnetSubnetID"),
    ("more pods than addresses", model(pool={"ipAddressCount": 10}), "IP015", "warning",
     "properties.agentPoolProfiles[0].ipAddressCount"),
    ("no prefix", model(kubernetes={"clusterSubnet": "10.240.0.0"}), "IP016", "error", None),
    ("leading zero", model(master={"firstConsecutiveStaticIP": "10.240.0.010"}), "IP016", "error", None),
    ("DNS server", model(properties={"linuxProfile": {"customNodesDNS": {"dnsServer": "dns.example"}}}), "IP016", "error",
     "properties.linuxProfile.customNodesDNS.dnsServer"),
    ("4,001 nodes", model(properties=pools(*[{"count": 1000, "ipAddressCount": 2}] * 4, {"count": 1})), "LM001",
     "error", "properties.agentPoolProfiles"),
    ("251 pods", model(pool={"kubernetesConfig": {"maxPods": 251}}), "LM002", "error",
     "properties.agentPoolProfiles[0].kubernetesConfig.maxPods"),
    ("251 pods by the flag", model(kubernetes={"kubeletConfig": {"--max-pods": "251"}}), "LM002", "error", None),
    ("16,001 pods", model(properties=pools({"count": 64, "kubernetesConfig": {"maxPods": 250}},
                                           {"count": 1, "ipAddressCount": 2})), "LM003", "error", None),
    ("257 addresses", model(pool={"ipAddressCount": 257}), "LM004", "error",
     "properties.agentPoolProfiles[0].ipAddressCount"),
    ("1,001 in a scale set", model(pool={"count": 1001}), "LM005", "error", "properties.agentPoolProfiles[0].count"),
    ("101 in an availability set", model(pool={"count": 101, "availabilityProfile": "AvailabilitySet"}), "LM005",
     "error", None),
    ("no DNS prefix", model(master={"dnsPrefix": ""}), "AZ001", "error", "properties.masterProfile.dnsPrefix"),
    ("unknown region", model(top={"location": "westeurop"}), "AZ002", "warning", "location"),
    ("no subnet id", model(master={"vnetSubnetID": "corp/nodes"}), "AZ003", "error", None),
    ("no placement group id", model(pool={"proximityPlacementGroupID": "ppg"}), "AZ004", "error", None),
    ("tag name", model(top={"tags": {"a/b": "c"}}), "AZ005", "error", None),
    ("50 tags", model(top={"tags": {f"t{i}": "v" for i in range(50)}}), "AZ005", "error", "tags"),
    ("pool name twice", model(properties={"agentPoolProfiles": [POOL, POOL]}), "AZ006", "error",
     "properties.agentPoolProfiles[1].name"),
    ("no identity", model(kubernetes={"useManagedIdentity": False}), "ID001", "error", None),
    ("blank principal", model(kubernetes={"useManagedIdentity": None}, properties={
        "servicePrincipalProfile": {"clientId": "", "secret": ""}}), "ID001", "error", None),
    ("secret twice", model(properties={"servicePrincipalProfile": {
        "clientId": "x", "secret": "y", "keyvaultSecretRef": {"vaultID": "v", "secretName": "s"}}}), "ID002", "error",
     None),
    ("secret in clear", model(kubernetes={"useManagedIdentity": False}, properties={
        "servicePrincipalProfile": {"clientId": "11111111-2222-3333-4444-555555555555", "secret": "y"}}), "ID003",
     "warning", "properties.servicePrincipalProfile.secret"),
    ("client id", model(properties={"servicePrincipalProfile": {"clientId": "me"}}), "ID004", "warning", None),
    ("vault id", model(properties={"servicePrincipalProfile": {
        "clientId": "x", "keyvaultSecretRef": {"vaultID": "v", "secretName": "s"}}}), "ID005", "error", None),
    ("identity without use", model(kubernetes={"useManagedIdentity": False, "userAssignedID": "me"}), "ID006", "error",
     None),
    ("private key", model(properties={"linuxProfile": {"ssh": {"publicKeys": [
        {"keyData": "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----"}]}}}), "ID007",
     "error", None),
    ("no key", model(properties={"linuxProfile": {"ssh": {"publicKeys": []}}}), "ID007", "error", None),
    ("short RSA key", model(properties={"linuxProfile": {"ssh": {"publicKeys": [
        {"keyData": "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQCq"}]}}}), "ID007", "error", None),
    ("half a pair", model(properties={"certificateProfile": {"caCertificate": "\n".join(
        ["-----BEGIN CERTIFICATE-----", "AAAA", "-----END CERTIFICATE-----"])}}), "ID008", "warning", None),
    ("no PEM", model(properties={"certificateProfile": {"caCertificate": "x", "caPrivateKey": "y"}}), "ID008", "error",
     None),
    ("inline CA key", model(properties={"certificateProfile": {"caPrivateKey": "\n".join(
        ["-----BEGIN PRIVATE KEY-----", "AAAA", "-----END PRIVATE KEY-----"])}}), "ID009", "warning", None),
    ("reserved user", model(properties={"linuxProfile": {"adminUsername": "admin"}}), "ID010", "error", None),
    ("upper-case user", model(properties={"linuxProfile": {"adminUsername": "azureUser"}}), "ID010", "warning", None),
    ("inline encryption key", model(kubernetes={"enableDataEncryptionAtRest": True, "etcdEncryptionKey": "AAAA"}),
     "ID011", "warning", None),
    ("vault certificates", model(properties={"linuxProfile": {"secrets": [
        {"sourceVault": {"id": ""}, "vaultCertificates": []}]}}), "ID012", "error", None),
    ("old release", model(properties={"orchestratorProfile": {"orchestratorRelease": "1.10"}}), "KU001", "warning", None),
    ("unknown version", model(properties={"orchestratorProfile": {"orchestratorVersion": "1.35.99"}}), "KU001", "error",
     None),
    ("release and version", model(properties={"orchestratorProfile": {
        "orchestratorRelease": "1.34", "orchestratorVersion": "1.35.1"}}), "KU001", "error", None),
    ("no flag", model(kubernetes={"kubeletConfig": {"v": "2"}}), "KU002", "error", None),
    ("flag with a blank", model(pool=flag("--v", "2 --evil")), "KU002", "error", None),
    ("lost flag", model(kubernetes={"apiServerConfig": {"--admission-control": "x"}}), "KU003", "warning", None),
    ("own flag", model(kubernetes={"kubeletConfig": {"--cluster-dns": "10.0.0.11"}}), "KU003", "warning", None),
    ("grace period", model(kubernetes={"controllerManagerConfig": {"--node-monitor-grace-period": "20s"}}), "KU004",
     "error", None),
    ("no duration", model(kubernetes={"kubeletConfig": {"--node-status-update-frequency": "often"}}), "KU004", "error",
     None),
    ("max-pods is no number", model(pool=flag("--max-pods", "many")), "KU005", "error", None),
    ("thresholds", model(kubernetes={"gcHighThreshold": 70, "gcLowThreshold": 75}), "KU006", "error", None),
    ("label key", model(pool={"customNodeLabels": {"-a": "b"}}), "KU007", "error", None),
    ("reserved label", model(pool={"customNodeLabels": {"kubernetes.io/role": "b"}}), "KU007", "error", None),
    ("label value", model(pool={"customNodeLabels": {"a": "b c"}}), "KU007", "error", None),
    ("taint", model(pool=flag("--register-with-taints", "a=b")), "KU008", "error", None),
    ("taint effect", model(pool=flag("--register-with-taints", "a=b:Never")), "KU008", "error", None),
    ("add-on", model(kubernetes={"addons": [{"name": "tiller", "enabled": True}]}), "KU009", "warning", None),
    ("disk driver's kind of disk", model(kubernetes={"addons": [
        {"name": "azuredisk-csi-driver", "enabled": True, "config": {"skuName": "Premium"}}]}), "KU009", "error", None),
    ("a manifest's name", model(kubernetes={"addons": [{"name": "../x", "enabled": True, "data": "QUJD"}]}), "KU009", "error", None),
    ("registries without an identity", model(kubernetes={"addons": [{"name": "acr-credential-provider", "enabled": True}]}),
     "KU009", "error", None),
    ("registries' program is not pinned", model(kubernetes={"addons": [{
        "name": "acr-credential-provider", "enabled": True, "config": {
            "identityID": "/subscriptions/s/resourceGroups/r/providers/Microsoft.ManagedIdentity/userAssignedIdentities/p"}}]}),
     "KU012", "error", None),
    ("proxy with a password", provisioning(httpsProxy="http://u:secret@p.example:1"), "PV001", "error",
     "properties.provisioning.httpsProxy"),
    ("proxy without a port", provisioning(httpsProxy="http://p.example"), "MD003", "error", None),
    ("proxy with a shell's signs", provisioning(httpProxy="http://$(reboot):1"), "MD003", "error", None),
    ("mirror by http", provisioning(mirror="http://m.example"), "MD003", "error", None),
    ("exception with a blank", provisioning(httpsProxy="http://p.example:1", noProxy=["a b"]), "PV002", "error",
     "properties.provisioning.noProxy[0]"),
    ("exceptions of nothing", provisioning(noProxy=["a"]), "PV002", "warning", None),
    ("bundle without a checksum", provisioning(bundle={"url": "https://m.example/b"}), "MD004", "error", None),
    ("bundle with half a checksum", provisioning(bundle={"url": "https://m.example/b", "sha256": "ab"}), "MD003", "error", None),
    ("bundle and mirror", provisioning(bundle={"url": "https://m.example/b", "sha256": "ab" * 32}, mirror="https://m.example"),
     "PV003", "info", None),
    ("image twice", provisioning(images=[{"name": "a.tar", "sha256": "ab" * 32}] * 2), "PV003", "error", None),
    ("image with a path", provisioning(images=[{"name": "../a.tar", "sha256": "ab" * 32}]), "MD003", "error", None),
    ("policy add-on", model(kubernetes={"addons": [{"name": "calico", "enabled": True}]}), "NW001", "error", None),
    ("docker", model(kubernetes={"containerRuntime": "docker"}), "KU010", "warning", None),
    ("kata", model(kubernetes={"containerRuntime": "kata-containers"}), "KU010", "error", None),
    ("etcd", model(kubernetes={"etcdVersion": "3.3.25"}), "KU010", "warning", None),
    ("one master", model(master={"count": 1}), "KU011", "warning", None),
    ("unpinned download", model(properties={"orchestratorProfile": {"orchestratorRelease": "1.36"}}), "KU012", "error",
     None),
    ("unknown download", model(properties={"downloads": [{"name": "kubelt", "sha256": "0" * 64}]}), "KU012", "error",
     None),
    ("-internal", model(master={"dnsPrefix": "shop-internal"}), "KU013", "error", None),
    ("network policy", model(kubernetes={"networkPolicy": "calico"}), "NW001", "error",
     "properties.orchestratorProfile.kubernetesConfig.networkPolicy"),
    ("mixed VNets", model(pool={"vnetSubnetID": SUBNET + "n"}), "NW002", "error", None),
    ("other VNet", model(master={"vnetSubnetID": SUBNET + "m", "firstConsecutiveStaticIP": "10.7.1.100"},
                         pool={"vnetSubnetID": SUBNET.replace("corp", "other") + "n"}), "NW002", "error", None),
    ("subnet twice", model(pool={"vnetSubnetID": SUBNET + "n", "subnet": "10.7.0.0/24"}), "NW003", "error", None),
    ("clusterSubnet unused", model(master={"vnetSubnetID": SUBNET + "m", "firstConsecutiveStaticIP": "10.7.1.100"},
                                   pool={"vnetSubnetID": SUBNET + "n"}, kubernetes={"clusterSubnet": "10.7.0.0/16"}),
     "NW004", "warning", None),
    ("Basic", model(kubernetes={"loadBalancerSku": "Basic"}), "NW005", "warning", None),
    ("jumpbox without use", model(kubernetes={"privateCluster": {"enabled": False, "jumpboxProfile": {"name": "j"}}}),
     "NW006", "warning", None),
    ("NAT gateway on existing subnets", model(
        master={"vnetSubnetID": SUBNET + "m", "firstConsecutiveStaticIP": "10.7.1.100"},
        pool={"vnetSubnetID": SUBNET + "n"}, properties={"networkProfile": {"egress": {"type": "natGateway"}}}), "NW007",
     "error", None),
    ("outbound pool", model(properties=pools({"count": 600, "ipAddressCount": 2}, {"count": 600, "ipAddressCount": 2})),
     "NW008", "error", None),
    ("peer twice", model(properties={"networkProfile": {"peerings": [
        {"name": "hub", "addressSpace": []}, {"name": "HUB", "addressSpace": []}]}}), "NW009", "error", None),
    ("no static address", model(master={"vnetSubnetID": SUBNET + "m"}, pool={"vnetSubnetID": SUBNET + "n"}), "NW010",
     "error", None),
    ("few ports", model(properties=pools({"count": 1000, "ipAddressCount": 2})), "NW011", "warning", None),
    ("unknown size", model(pool={"vmSize": "Standard_D4s_v55"}), "VM001", "error",
     "properties.agentPoolProfiles[0].vmSize"),
    ("retired size", model(pool={"vmSize": "Standard_D2"}), "VM002", "warning", None),
    ("GPU", model(pool={"vmSize": "Standard_NC12s_v3"}), "VM003", "warning", None),
    ("accelerated networking", model(pool={"vmSize": "Standard_B2s", "acceleratedNetworkingEnabled": True}), "VM004",
     "error", None),
    ("five disks", model(pool={"diskSizesGB": [1, 2, 3, 4, 5]}), "VM005", "error", None),
    ("zones in a set", model(pool={"availabilityProfile": "AvailabilitySet", "availabilityZones": ["1"]}), "VM006",
     "error", None),
    ("zone 4", model(pool={"availabilityZones": ["4"]}), "VM006", "error", None),
    ("region without zones", model(top={"location": "westus"}, pool={"availabilityZones": ["1"]}), "VM006", "error", None),
    ("masters in a scale set", model(master={"availabilityProfile": "VirtualMachineScaleSets"}), "VM007", "error", None),
    ("spot in a set", model(pool={"availabilityProfile": "AvailabilitySet", "scaleSetPriority": "Spot"}), "VM008",
     "error", None),
    ("placement group", model(pool={"count": 101, "singlePlacementGroup": True}), "VM009", "error", None),
    ("gone distribution", model(pool={"distro": "aks-ubuntu-18.04"}), "VM010", "warning", None),
    ("other distribution", model(pool={"distro": "flatcar"}), "VM010", "error", None),
    ("ephemeral masters", model(master={"storageProfile": "Ephemeral"}), "VM011", "error", None),
    ("node address in a set", model(pool={"availabilityProfile": "AvailabilitySet", "enableVMSSNodePublicIP": True}),
     "VM012", "error", None),
    ("kernel setting", model(pool={"sysctldConfig": {"net.core.somaxconn": "1\nkernel.x = 2"}}), "VM013", "error", None),
    ("other plugin", model(kubernetes={"networkPlugin": "kubenet"}), "MD005", "error", None),
    ("bridge", model(kubernetes={"networkMode": "bridge"}), "MD005", "error", None),
    ("Windows", model(pool={"osType": "Windows"}), "MD005", "error", None),
    ("storage account", model(pool={"storageProfile": "StorageAccount"}), "MD005", "error", None),
    ("IPv6 flag", model(properties={"featureFlags": {"enableIPv6DualStack": True}}), "MD005", "error", None),
    ("extension", model(properties={"extensionProfiles": [{"name": "x"}]}), "MD005", "error", None),
    ("KMS", model(kubernetes={"enableEncryptionWithExternalKms": True}), "MD005", "error", None),
    ("realm", model(properties={"linuxProfile": {"customSearchDomain": {"realmPassword": "p"}}}), "MD005", "error", None),
    ("DCOS", model(properties={"orchestratorProfile": {"orchestratorType": "DCOS"}}), "MD003", "error", None),
    ("no effect", model(kubernetes={"dockerBridgeSubnet": "172.17.0.1/16"}), "ST001", "warning", None),
    ("RBAC off", model(kubernetes={"enableRbac": False}), "ST001", "warning", None),
    ("node's name of 64", model(master={"dnsPrefix": "a" * 45}, pool={"name": "b" * 12}), "AZ010", "error",
     "properties.agentPoolProfiles[0].name"),
    ("private endpoint's name of 65", model(properties={"networkProfile": {"privateEndpoints": [
        {"name": "e" * 59, "groupID": "blob", "resourceID": SUBNET.replace("/subnets/", "")}]}}), "AZ010", "error",
     "properties.networkProfile.privateEndpoints[0].name"),
    ("pool with the masters' names", model(pool={"name": "master", "availabilityProfile": "AvailabilitySet"}), "AZ011", "error",
     "properties.agentPoolProfiles[0].name"),
    ("jumpbox with a node's name", model(
        pool={"availabilityProfile": "AvailabilitySet"}, kubernetes={"privateCluster": {"enabled": True, "jumpboxProfile": {
            "name": "Probe-Agents-1", "vmSize": "Standard_B2s", "publicKey": KEY}}}), "AZ011", "error",
     "properties.orchestratorProfile.kubernetesConfig.privateCluster.jumpboxProfile.name"),
    ("kubelet's port is the proxy's", model(pool=flag("--healthz-port", "10249")), "KU021", "error",
     "properties.agentPoolProfiles[0].kubernetesConfig.kubeletConfig.--healthz-port"),
    ("no port", model(kubernetes={"schedulerConfig": {"--secure-port": "0"}}), "KU021", "error", None),
    ("ultra disks without premium", model(pool={"vmSize": "Standard_D4_v3", "ultraSSDEnabled": True}), "VM019", "error",
     "properties.agentPoolProfiles[0].ultraSSDEnabled"),
    ("cluster key in a pool", model(pool={"kubernetesConfig": {"serviceCidr": "10.0.0.0/16"}}), "ST001", "warning", None),
]

# (what, model, ids that must not be raised)
SILENT = [
    ("the base model", model(), None),
    ("7 of 31 in /24", small(in_subnet("10.241.0.0/24", 7)), {"IP001", "IP002"}),
    ("3 of 41 in /25, exactly full", small(in_subnet("10.241.0.0/25", 3, 41, 0)), {"IP001", "IP002"}),
    ("IP001 silences IP002", small(in_subnet("10.241.0.0/24", 9)), {"IP002"}),
    ("4 pools of 1,000", model(properties={**pools(*[{"count": 1000, "ipAddressCount": 5}] * 4),
                                           "networkProfile": {"egress": {"type": "natGateway"}}}),
     {"LM001", "LM003", "IP001"}),
    ("500 nodes of 250 with 31 addresses", model(
        properties=pools({"count": 500, "ipAddressCount": 31, "kubernetesConfig": {"maxPods": 250}})), {"LM003"}),
    ("zero values", model(kubernetes={"networkPolicy": "", "dockerBridgeSubnet": "", "enablePodSecurityPolicy": False,
                                      "addons": [], "azureCNIVersion": None}), None),
    ("kinds of case", model(properties={"orchestratorProfile": {"orchestratorType": "kubernetes"}}), None),
    ("disabled add-on", model(kubernetes={"addons": [{"name": "tiller", "enabled": False}]}), None),
    ("node's name of 63", model(master={"dnsPrefix": "a" * 44}, pool={"name": "b" * 12}), {"AZ010"}),
    ("long names in an availability set", model(
        master={"dnsPrefix": "a" * 45}, pool={"name": "b" * 12, "availabilityProfile": "AvailabilitySet"}), {"AZ010"}),
    ("scale set called master", model(pool={"name": "master"}), {"AZ011"}),
    ("jumpbox beyond the nodes", model(
        pool={"availabilityProfile": "AvailabilitySet"}, kubernetes={"privateCluster": {"enabled": True, "jumpboxProfile": {
            "name": "probe-agents-2", "vmSize": "Standard_B2s", "publicKey": KEY}}}), {"AZ011"}),
    ("a node's kubelet on a master's port", model(pool=flag("--healthz-port", "2379")), {"KU021"}),
    ("ports of their own", model(kubernetes={"schedulerConfig": {"--secure-port": "10270"},
                                             "controllerManagerConfig": {"--secure-port": "10259"}}), {"KU021"}),
    ("dockerBridgeSubnet has host bits", model(kubernetes={"dockerBridgeSubnet": "172.17.0.1/16"}), {"IP009"}),
    ("pinned by the model", model(properties={
        "orchestratorProfile": {"orchestratorRelease": "1.36"},
        "downloads": [{"name": name, "sha256": "0" * 64} for name in ("kubeadm", "kubectl", "kubelet", "crictl")]}),
     {"KU012"}),
    ("peers without overlap", model(properties={"networkProfile": {"peerings": [
        {"name": "a", "addressSpace": ["10.9.0.0/16"]}, {"name": "b", "addressSpace": ["10.10.0.0/16"]}]}}),
     {"IP010"}),
]


class Rules(unittest.TestCase):
    def test_raised(self):
        for name, document, rule, severity, path in RAISED:
            with self.subTest(name):
                findings, _, code = validate(document)
                matching = [f for f in findings if (f["id"], f["severity"]) == (rule, severity)]
                self.assertTrue(matching, findings)
                self.assertEqual(1 if any(f["severity"] == "error" for f in findings) else 0, code)
                if path:
                    self.assertIn(path, [f["path"] for f in matching])
                for finding in findings:
                    self.assertTrue(finding["message"] and finding["line"] >= 1 and finding["column"] >= 1)

    def test_silent(self):
        for name, document, rules in SILENT:
            with self.subTest(name):
                findings, _, _ = validate(document)
                wrong = [f for f in findings
                         if (f["severity"] != "info" if rules is None else f["id"] in rules)]
                self.assertEqual([], wrong)

    def test_figures(self):
        findings, plan, _ = validate(small(in_subnet("10.241.0.0/24", 9)))
        message = next(f["message"] for f in findings if f["id"] == "IP001")
        self.assertEqual("subnet 10.241.0.0/24 has 251 usable addresses; 9 nodes × 31 need 279, 28 too many", message)
        subnet = next(s for s in plan["subnets"] if s["name"] == "10.241.0.0/24")
        self.assertEqual({"name": "10.241.0.0/24", "prefix": "10.241.0.0/24", "usable": 251, "needed": 279, "peak": 310},
                         subnet)
        self.assertEqual((9, 270), (plan["agentNodes"], plan["pods"]))

    def test_fix_names_the_next_prefix(self):
        findings, _, _ = validate(small(in_subnet("10.241.0.0/24", 9)))
        fix = next(f["fix"] for f in findings if f["id"] == "IP001")
        self.assertIn("10.241.0.0/23", fix)
        self.assertIn("count to 8", fix)
        self.assertIn("ipAddressCount to 27", fix)

    def test_worked_examples(self):
        three = model(properties={
            **pools(*[{"count": n, "subnet": "10.241.0.0/24", "ipAddressCount": 31} for n in (2, 3, 3)]),
            "networkProfile": {"vnet": {"addressSpace": ["10.240.0.0/12"]}}})
        mixed = model(master={"subnet": "10.1.0.0/23"}, pool={"count": 8, "subnet": "10.1.0.0/23"},
                      properties={"networkProfile": {"vnet": {"addressSpace": ["10.1.0.0/16"]}}})
        cases = [(three, "10.241.0.0/24", 251, 248, 341), (mixed, "10.1.0.0/23", 507, 342, 373),
                 (model(master={"count": 1}), "10.240.0.0/12", 1048571, 94, 125)]
        for document, name, usable, needed, peak in cases:
            _, plan, _ = validate(document)
            subnet = next(s for s in plan["subnets"] if s["name"] == name)
            self.assertEqual((usable, needed, peak), (subnet["usable"], subnet["needed"], subnet["peak"]))

    def test_strict(self):
        document = small(in_subnet("10.241.0.0/24", 8))
        self.assertEqual(0, validate(document)[2])
        findings, _, code = validate(document, "--strict")
        self.assertEqual((1, "error"), (code, next(f["severity"] for f in findings if f["id"] == "IP002")))

    def test_key_vault_certificates(self):
        vault = "/subscriptions/s/resourceGroups/r/providers/Microsoft.KeyVault/vaults/v/secrets/"
        profile = {"caCertificate": vault + "c", "caPrivateKey": vault + "k",
                   "etcdPeerCertificates": [vault + str(i) for i in range(3)],
                   "etcdPeerPrivateKeys": [vault + str(i) for i in range(3)]}
        _, _, three = validate(model(properties={"certificateProfile": profile}))
        findings, _, one = validate(model(properties={"certificateProfile": profile}, master={"count": 1}))
        self.assertEqual((0, 1), (three, one))
        self.assertTrue(any("nothing here can sign" in f["message"] for f in findings))

    def test_no_secret_in_findings(self):
        document = model(properties={
            "servicePrincipalProfile": {"clientId": "x", "secret": "hush-1"},
            "provisioning": {"httpsProxy": "http://u:hush-5@p.example:1"},
            "certificateProfile": {"caPrivateKey": "hush-2"},
            "linuxProfile": {"customSearchDomain": {"realmPassword": "hush-3"},
                             "ssh": {"publicKeys": [{"keyData": "-----BEGIN RSA PRIVATE KEY-----hush-4"}]}}})
        findings, _, _ = validate(document)
        self.assertNotIn("hush", json.dumps(findings))
        self.assertGreaterEqual(len(findings), 4)

    def test_existing_subnet_as_json_line(self):
        text = json.dumps(model(pool={"ipAddressCount": 10}), indent=2)
        line = 1 + text[:text.index('"ipAddressCount"')].count("\n")
        findings, _, _ = validate(text)
        self.assertEqual(line, next(f["line"] for f in findings if f["id"] == "IP015"))
        self.assertIn(KEY[:11], text)
