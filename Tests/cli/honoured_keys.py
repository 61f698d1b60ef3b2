"""Every key of the old language that slipway honours has its effect in what is generated. One row a key: a change of the
model, a file, and what must stand in it."""
import base64
import json
import pathlib
import sys
import tempfile
import unittest

import yaml

from program import KEY, SUBNET, model, slipway

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "nodes"))
from user_data import contents  # noqa: E402

IDS = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/r/providers/"
PPG = IDS + "Microsoft.Compute/proximityPlacementGroups/near"
SET = IDS + "Microsoft.Compute/diskEncryptionSets/keys"
POOL_ID = IDS + "Microsoft.Network/loadBalancers/own/backendAddressPools/mine"
VAULT = IDS + "Microsoft.KeyVault/vaults/v"
GUID = "11111111-2222-3333-4444-555555555555"
AS = {"availabilityProfile": "AvailabilitySet"}
T, P, S = "azuredeploy.json", "azuredeploy.parameters.json", "secrets/parameters.json"
M, N = "nodes/masters/cloud-init.yaml", "nodes/agents/cloud-init.yaml"
KUBEADM, AZURE, ENV = (M, "/etc/slipway/kubeadm.json"), (M, "/etc/slipway/azure.json"), (N, "/etc/slipway/node.env")
JOIN, KUBELET = (N, "/etc/slipway/kubeadm.json"), (N, "/etc/slipway/kubelet-patches/kubeletconfiguration+merge.json")
ADDONS = (M, "/etc/slipway/addons.json")
IP = "network/ip-plan.json"

PROXY = "http://proxy.example:3128"
PULLER = IDS + "Microsoft.ManagedIdentity/userAssignedIdentities/puller"


def provisioning(**keys):
    return model(properties={"provisioning": keys})


REGISTRY = model(
    kubernetes={"addons": [{"name": "acr-credential-provider", "enabled": True, "config": {"identityID": PULLER}}]},
    properties={"downloads": [{"name": "acr-credential-provider", "sha256": "ef" * 32}]})

# (key, model, file or (user data, path in it), text that must be there; a leading ! means must not)
ROWS = [
    ("tags", model(top={"tags": {"team": "blue"}}), T, '"team": "blue"'),
    ("location", model(top={"location": "northeurope"}), P, '"northeurope"'),
    ("orchestratorRelease", model(properties={"orchestratorProfile": {"orchestratorRelease": "1.34"}}), KUBEADM, "v1.34.4"),
    ("orchestratorVersion", model(properties={"orchestratorProfile": {"orchestratorRelease": None, "orchestratorVersion": "1.34.4"}}),
     (N, "/etc/slipway/downloads"), "/v1.34.4/"),
    ("networkMode", model(kubernetes={"networkMode": "transparent"}), "network/10-slipway.conflist", '"transparent"'),
    ("clusterSubnet", model(kubernetes={"clusterSubnet": "10.64.0.0/16"}), T, '"10.64.0.0/16"'),
    ("serviceCidr", model(kubernetes={"serviceCidr": "10.1.0.0/20", "dnsServiceIP": "10.1.0.10"}), KUBEADM, "10.1.0.0/20"),
    ("dnsServiceIP", model(kubernetes={"serviceCidr": "10.1.0.0/20", "dnsServiceIP": "10.1.0.53"}), KUBEADM, "10.1.0.53"),
    ("maxPods", model(kubernetes={"maxPods": 17}), KUBELET, '"maxPods":17'),
    ("kubeProxyMode", model(kubernetes={"kubeProxyMode": "ipvs"}), KUBEADM, '"mode":"ipvs"'),
    ("loadBalancerSku", model(kubernetes={"loadBalancerSku": "standard"}), T, '"Standard"'),
    ("excludeMasterFromStandardLB", model(kubernetes={"excludeMasterFromStandardLB": True}), AZURE,
     '"excludeMasterFromStandardLB":true'),
    ("loadBalancerOutboundIPs", model(kubernetes={"loadBalancerOutboundIPs": 3}), T, "probe-outbound-ip-2"),
    ("outboundRuleIdleTimeoutInMinutes", model(kubernetes={"outboundRuleIdleTimeoutInMinutes": 77}), T,
     '"idleTimeoutInMinutes": 77'),
    ("maximumLoadBalancerRuleCount", model(kubernetes={"maximumLoadBalancerRuleCount": 99}), AZURE,
     '"maximumLoadBalancerRuleCount":99'),
    ("cloudProviderDisableOutboundSNAT", model(kubernetes={"cloudProviderDisableOutboundSNAT": True},
                                               properties={"networkProfile": {"egress": {"type": "none"}}}), AZURE,
     '"disableOutboundSNAT":true'),
    ("enableMultipleStandardLoadBalancers", model(kubernetes={"enableMultipleStandardLoadBalancers": True}), AZURE,
     '"multipleStandardLoadBalancerConfigurations":[{"name":"probe","primaryVMSet":"probe-agents"}]'),
    ("kubernetesConfig.tags", model(kubernetes={"tags": "a=b"}), AZURE, '"tags":"a=b"'),
    ("privateCluster.enabled", model(kubernetes={"privateCluster": {"enabled": True}}), T, '!"probe-api"'),
    ("jumpboxProfile", model(kubernetes={"privateCluster": {"enabled": True, "jumpboxProfile": {
        "name": "jump", "vmSize": "Standard_B2s", "osDiskSizeGB": 64, "username": "jumper", "publicKey": KEY}}}), T,
     "/home/jumper/.ssh/authorized_keys"),
    ("jumpboxProfile.osDiskSizeGB", model(kubernetes={"privateCluster": {"enabled": True, "jumpboxProfile": {
        "name": "jump", "vmSize": "Standard_B2s", "osDiskSizeGB": 64, "publicKey": KEY}}}), T, '"diskSizeGB": 64'),
    ("useManagedIdentity", model(), T, "Microsoft.ManagedIdentity/userAssignedIdentities"),
    ("userAssignedID", model(kubernetes={"userAssignedID": "mine"}), T, "'mine'"),
    ("userAssignedID existing", model(kubernetes={
        "userAssignedID": IDS + "Microsoft.ManagedIdentity/userAssignedIdentities/theirs"}), T,
     "userAssignedIdentities/theirs"),
    ("enableDataEncryptionAtRest", model(kubernetes={"enableDataEncryptionAtRest": True}), KUBEADM,
     "encryption-provider-config"),
    ("etcdEncryptionKey", model(kubernetes={"enableDataEncryptionAtRest": True, "etcdEncryptionKey": "aHVzaA=="}), S,
     "aHVzaA=="),
    ("useInstanceMetadata", model(kubernetes={"useInstanceMetadata": False}), AZURE, '"useInstanceMetadata":false'),
    ("kubeletConfig", model(kubernetes={"kubeletConfig": {"--event-qps": "7"}}), JOIN, '{"name":"event-qps","value":"7"}'),
    ("pool kubeletConfig above the cluster's", model(
        kubernetes={"kubeletConfig": {"--event-qps": "7"}},
        pool={"kubernetesConfig": {"kubeletConfig": {"--event-qps": "8"}}}), JOIN, '{"name":"event-qps","value":"8"}'),
    ("apiServerConfig", model(kubernetes={"apiServerConfig": {"--delete-collection-workers": "250"}}), KUBEADM,
     '{"name":"delete-collection-workers","value":"250"}'),
    ("controllerManagerConfig", model(kubernetes={"controllerManagerConfig": {"--kube-api-qps": "600"}}), KUBEADM,
     '{"name":"kube-api-qps","value":"600"}'),
    ("schedulerConfig", model(kubernetes={"schedulerConfig": {"--kube-api-burst": "800"}}), KUBEADM,
     '{"name":"kube-api-burst","value":"800"}'),
    ("cloudControllerManagerConfig", model(kubernetes={"cloudControllerManagerConfig": {"--v": "5"}}),
     (M, "/etc/slipway/cloud-controller-manager.json"), "--v=5"),
    ("lost flag is left out", model(kubernetes={"apiServerConfig": {"--admission-control": "x"}}), KUBEADM,
     "!admission-control"),
    ("containerRuntimeConfig.dataDir", model(kubernetes={"containerRuntimeConfig": {"dataDir": "/mnt/data"}}),
     (N, "/etc/containerd/config.toml"), 'root = "/mnt/data"'),
    ("etcdDiskSizeGB", model(kubernetes={"etcdDiskSizeGB": "333"}), T, '"diskSizeGB": 333'),
    ("etcdStorageLimitGB", model(kubernetes={"etcdStorageLimitGB": 8}), KUBEADM, "8589934592"),
    ("gcHighThreshold", model(kubernetes={"gcHighThreshold": 91}), KUBEADM, '"imageGCHighThresholdPercent":91'),
    ("gcLowThreshold", model(kubernetes={"gcLowThreshold": 41}), KUBEADM, '"imageGCLowThresholdPercent":41'),
    ("addons coredns off", model(kubernetes={"addons": [{"name": "coredns", "enabled": False}]}), KUBEADM,
     '"dns":{"disabled":true}'),
    ("addons mode", model(kubernetes={"addons": [{"name": "metrics-server", "enabled": True, "mode": "Reconcile"}]}),
     ADDONS, '"mode":"Reconcile"'),
    ("addons containers", model(kubernetes={"addons": [{"name": "metrics-server", "enabled": True, "containers": [
        {"name": "metrics-server", "image": "r.example/m:1", "cpuRequests": "5m"}]}]}), ADDONS, "r.example/m:1"),
    ("addons data stands for kubeadm's", model(kubernetes={"addons": [{"name": "coredns", "enabled": True, "data": "QUJD"}]}),
     KUBEADM, '"dns":{"disabled":true}'),
    ("provisioning.httpsProxy", provisioning(httpsProxy=PROXY), ENV, f"HTTPS_PROXY='{PROXY}'\nHTTP_PROXY='{PROXY}'\n"),
    ("provisioning.httpsProxy, containerd", provisioning(httpsProxy=PROXY),
     (N, "/etc/systemd/system/containerd.service.d/10-proxy.conf"), f'Environment="HTTPS_PROXY={PROXY}"'),
    ("provisioning.httpProxy", provisioning(httpsProxy=PROXY, httpProxy="http://q.example:80"),
     (N, "/etc/apt/apt.conf.d/90slipway-proxy"), 'Acquire::http::Proxy "http://q.example:80";'),
    ("provisioning.noProxy", provisioning(httpsProxy=PROXY, noProxy=[".corp.example"]), ENV, ",.corp.example'"),
    ("provisioning.mirror", provisioning(mirror="https://m.example/s/"), ENV, "MIRROR='https://m.example/s'"),
    ("provisioning.mirror, images", provisioning(mirror="https://m.example/s"),
     (N, "/etc/containerd/certs.d/registry.k8s.io/hosts.toml"), 'server = "https://m.example/s/v2/registry.k8s.io"'),
    ("provisioning.mirror, firewall", provisioning(mirror="https://m.example:8443/s"), "network/egress.json", '"port": 8443'),
    ("provisioning.mirror, nobody else", provisioning(mirror="https://m.example/s"), "network/egress.md", "!dl.k8s.io"),
    ("provisioning.bundle", provisioning(bundle={"url": "https://m.example/b.tar", "sha256": "CD" * 32}), ENV,
     "BUNDLE_URL='https://m.example/b.tar'\nBUNDLE_SHA256='" + "cd" * 32 + "'"),
    ("acr-credential-provider, nodes", REGISTRY, T, PULLER),
    ("acr-credential-provider, kubelet", REGISTRY, JOIN, '"image-credential-provider-config"'),
    ("acr-credential-provider, program", REGISTRY, (N, "/etc/slipway/downloads"), "acr-credential-provider https://"),
    ("no acr-credential-provider", model(), (N, "/etc/slipway/downloads"), "!acr-credential-provider"),
    ("cloudProviderBackoff", model(kubernetes={"cloudProviderBackoff": False}), AZURE, '"cloudProviderBackoff":false'),
    ("cloudProviderBackoffRetries", model(kubernetes={"cloudProviderBackoffRetries": 9}), AZURE,
     '"cloudProviderBackoffRetries":9'),
    ("cloudProviderBackoffJitter", model(kubernetes={"cloudProviderBackoffJitter": 0.5}), AZURE,
     '"cloudProviderBackoffJitter":0.5'),
    ("cloudProviderBackoffDuration", model(kubernetes={"cloudProviderBackoffDuration": 8}), AZURE,
     '"cloudProviderBackoffDuration":8'),
    ("cloudProviderBackoffExponent", model(kubernetes={"cloudProviderBackoffExponent": 2.5}), AZURE,
     '"cloudProviderBackoffExponent":2.5'),
    ("cloudProviderRateLimit", model(kubernetes={"cloudProviderRateLimit": False}), AZURE,
     '"cloudProviderRateLimit":false'),
    ("cloudProviderRateLimitQPS", model(kubernetes={"cloudProviderRateLimitQPS": 6.5}), AZURE,
     '"cloudProviderRateLimitQPS":6.5'),
    ("cloudProviderRateLimitBucket", model(kubernetes={"cloudProviderRateLimitBucket": 66}), AZURE,
     '"cloudProviderRateLimitBucket":66'),
    ("cloudProviderRateLimitQPSWrite", model(kubernetes={"cloudProviderRateLimitQPSWrite": 1.5}), AZURE,
     '"cloudProviderRateLimitQPSWrite":1.5'),
    ("cloudProviderRateLimitBucketWrite", model(kubernetes={"cloudProviderRateLimitBucketWrite": 12}), AZURE,
     '"cloudProviderRateLimitBucketWrite":12'),
    ("masterProfile.count", model(master={"count": 5}), T, '"probe-master-4"'),
    ("dnsPrefix", model(master={"dnsPrefix": "Other"}), T, '"domainNameLabel": "other"'),
    ("master vmSize", model(master={"vmSize": "Standard_E8s_v5"}), T, '"Standard_E8s_v5"'),
    ("master osDiskSizeGB", model(master={"osDiskSizeGB": 123}), T, '"diskSizeGB": 123'),
    ("vnetSubnetID", model(master={"vnetSubnetID": SUBNET + "m", "firstConsecutiveStaticIP": "10.7.1.100"},
                           pool={"vnetSubnetID": SUBNET + "n"}), T, SUBNET + "n"),
    ("vnetSubnetID makes no VNet", model(
        master={"vnetSubnetID": SUBNET + "m", "firstConsecutiveStaticIP": "10.7.1.100"},
        pool={"vnetSubnetID": SUBNET + "n"}), T, '!"type": "Microsoft.Network/virtualNetworks"'),
    ("vnetCidr", model(master={"vnetCidr": "10.224.0.0/11"}), T,
     '"10.224.0.0/11"'),
    ("firstConsecutiveStaticIP", model(master={"firstConsecutiveStaticIP": "10.255.9.9"}), T, '"10.255.9.11"'),
    ("internalLoadBalancerIP", model(master={"internalLoadBalancerIP": "10.255.200.1"}), T, '"10.255.200.1"'),
    ("master ipAddressCount", model(master={"ipAddressCount": 6}), IP, '"podAddresses": 5'),
    ("master availabilityZones", model(master={"availabilityZones": ["2"]}), T, '"zones": [\n        "2"'),
    ("imageReference", model(pool={"imageReference": {"name": "golden", "resourceGroup": "images"}}), T,
     "'images', 'Microsoft.Compute/images', 'golden'"),
    ("imageReference gallery", model(pool={"imageReference": {
        "name": "golden", "resourceGroup": "images", "subscriptionId": GUID, "gallery": "g", "version": "1.2.3"}}), T,
     "'Microsoft.Compute/galleries/images/versions', 'g', 'golden', '1.2.3'"),
    ("subjectAltNames", model(master={"subjectAltNames": ["api.example.org"]}), KUBEADM, "api.example.org"),
    ("platformFaultDomainCount", model(master={"platformFaultDomainCount": 3}), T, '"platformFaultDomainCount": 3'),
    ("platformUpdateDomainCount", model(master={"platformUpdateDomainCount": 7}), T, '"platformUpdateDomainCount": 7'),
    ("customVMTags", model(pool={"customVMTags": {"rack": "9"}}), T, '"rack": "9"'),
    ("sysctldConfig", model(pool={"sysctldConfig": {"net.core.somaxconn": "999"}}),
     (N, "/etc/sysctl.d/95-slipway-model.conf"), "net.core.somaxconn = 999"),
    ("proximityPlacementGroupID", model(pool={"proximityPlacementGroupID": PPG}), T, PPG),
    ("ultraSSDEnabled", model(pool={"ultraSSDEnabled": True}), T, '"ultraSSDEnabled": true'),
    ("encryptionAtHost", model(pool={"encryptionAtHost": True}), T, '"encryptionAtHost": true'),
    ("osDiskCachingType", model(pool={"osDiskCachingType": "None"}), T, '"caching": "None",\n              "managedDisk"'),
    ("pool name", model(pool={"name": "blue"}), T, '"probe-blue"'),
    ("pool count", model(pool={"count": 42}), T, '"capacity": 42'),
    ("pool ipAddressCount", model(pool={"ipAddressCount": 9}), IP, '"addressesPerNode": 9'),
    ("pool in an availability set", model(pool=AS), T, '"probe-agents-1-nic"'),
    ("pool availabilityZones", model(pool={"availabilityZones": ["1", "3"]}), T, '"zones": [\n        "1",\n        "3"'),
    ("storageProfile Ephemeral", model(pool={"storageProfile": "Ephemeral"}), T, '"option": "Local"'),
    ("diskSizesGB", model(pool={"diskSizesGB": [77]}), T, '"diskSizeGB": 77'),
    ("dataDiskCachingType", model(pool={"diskSizesGB": [77], "dataDiskCachingType": "ReadWrite"}), T,
     '"diskSizeGB": 77,\n                "caching": "ReadWrite"'),
    ("diskEncryptionSetID", model(pool={"diskEncryptionSetID": SET}), T, SET),
    ("customNodeLabels", model(pool={"customNodeLabels": {"tier": "web"}}), JOIN, '{"name":"node-labels","value":"tier=web"}'),
    ("--register-with-taints", model(pool={"kubernetesConfig": {"kubeletConfig": {
        "--register-with-taints": "a=b:NoSchedule"}}}), JOIN, '{"key":"a","value":"b","effect":"NoSchedule"}'),
    ("acceleratedNetworkingEnabled", model(pool={"vmSize": "Standard_D4s_v3", "acceleratedNetworkingEnabled": False}), T,
     '"enableAcceleratedNetworking": false'),
    ("scaleSetPriority", model(pool={"scaleSetPriority": "Low"}), T, '"priority": "Spot"'),
    ("scaleSetEvictionPolicy", model(pool={"scaleSetPriority": "Spot", "scaleSetEvictionPolicy": "Deallocate"}), T,
     '"evictionPolicy": "Deallocate"'),
    ("spotMaxPrice", model(pool={"scaleSetPriority": "Spot", "spotMaxPrice": 0.25}), T, '"maxPrice": 0.25'),
    ("singlePlacementGroup", model(pool={"singlePlacementGroup": True}), T, '"singlePlacementGroup": true'),
    ("vmssOverProvisioningEnabled", model(pool={"vmssOverProvisioningEnabled": True}), T, '"overprovision": true'),
    ("enableVMSSNodePublicIP", model(pool={"enableVMSSNodePublicIP": True}), T, '"publicIPAddressConfiguration"'),
    ("loadBalancerBackendAddressPoolIDs", model(pool={"loadBalancerBackendAddressPoolIDs": [POOL_ID]}), T, POOL_ID),
    ("subnet", model(pool={"subnet": "10.250.0.0/24"}, master={"subnet": "10.249.0.0/24"}), T, '"10.250.0.0/24"'),
    ("maxSurge", model(pool={"maxSurge": 9}), IP, '"maxSurge": 9'),
    ("adminUsername", model(properties={"linuxProfile": {"adminUsername": "pilot"}}), T, "/home/pilot/.ssh"),
    ("all public keys", model(properties={"linuxProfile": {"ssh": {"publicKeys": [
        {"keyData": KEY}, {"keyData": KEY + " second"}]}}}), T, KEY + " second"),
    ("linuxProfile.secrets", model(properties={"linuxProfile": {"secrets": [{
        "sourceVault": {"id": VAULT}, "vaultCertificates": [{"certificateUrl": "https://v.example/secrets/c/1"}]}]}}), T,
     "https://v.example/secrets/c/1"),
    ("customSearchDomain", model(properties={"linuxProfile": {"customSearchDomain": {"name": "corp.example"}}}),
     (N, "/etc/systemd/resolved.conf.d/slipway.conf"), "Domains=corp.example"),
    ("customNodesDNS", model(properties={"linuxProfile": {"customNodesDNS": {"dnsServer": "10.9.0.53"}}}),
     (N, "/etc/systemd/resolved.conf.d/slipway.conf"), "DNS=10.9.0.53"),
    ("runUnattendedUpgradesOnBootstrap", model(properties={"linuxProfile": {"runUnattendedUpgradesOnBootstrap": False}}),
     N, "package_upgrade: false"),
    ("enableUnattendedUpgrades", model(properties={"linuxProfile": {"enableUnattendedUpgrades": False}}), ENV,
     "UNATTENDED_UPGRADES='no'"),
    ("eth0MTU", model(properties={"linuxProfile": {"eth0MTU": 3900}}), ENV, "MTU='3900'"),
    ("clientId", model(kubernetes={"useManagedIdentity": False}, properties={"servicePrincipalProfile": {
        "clientId": GUID, "secret": "hush"}}), AZURE, f'"aadClientId":"{GUID}"'),
    ("secret", model(kubernetes={"useManagedIdentity": False}, properties={"servicePrincipalProfile": {
        "clientId": GUID, "secret": "hush"}}), S, '"hush"'),
    ("keyvaultSecretRef", model(kubernetes={"useManagedIdentity": False}, properties={"servicePrincipalProfile": {
        "clientId": GUID, "keyvaultSecretRef": {"vaultID": VAULT, "secretName": "sp", "version": "7"}}}), P,
     '"secretVersion": "7"'),
    ("certificateProfile", model(properties={"certificateProfile": {
        "caCertificate": VAULT + "/secrets/crt", "caPrivateKey": VAULT + "/secrets/key/3"}}), P, '"secretName": "key"'),
    ("aadProfile", model(properties={"aadProfile": {"clientAppID": GUID, "serverAppID": GUID, "tenantID": GUID}}),
     KUBEADM, f'"oidc-issuer-url","value":"https://sts.windows.net/{GUID}/"'),
    ("blockOutboundInternet", model(properties={"featureFlags": {"blockOutboundInternet": True}}), T, '"deny-internet"'),
    ("egress natGateway", model(properties={"networkProfile": {"egress": {"type": "natGateway", "publicIPCount": 2}}}), T,
     '"probe-nat-ip-1"'),
    ("egress none", model(properties={"networkProfile": {"egress": {"type": "none"}}}), T, '!"outboundRules"'),
    ("plugin url", model(properties={"networkProfile": {"plugin": {"url": "https://m.example/slipway-vnet"}}}), T,
     "https://m.example/slipway-vnet"),
    ("peerings are not masqueraded", model(properties={"networkProfile": {"peerings": [
        {"name": "hub", "addressSpace": ["10.9.0.0/16"]}]}}), (N, "/etc/slipway/vnet.json"), "10.9.0.0/16"),
    ("onPremises is not masqueraded", model(properties={"networkProfile": {"onPremises": [
        {"name": "hq", "addressSpace": ["192.168.0.0/16"]}]}}), (N, "/etc/slipway/vnet.json"), "192.168.0.0/16"),
    ("a tunnel's own ranges", model(properties={"networkProfile": {
        "vnet": {"addressSpace": ["10.240.0.0/12", "10.8.0.0/16"]},
        "subnets": [{"name": "GatewaySubnet", "addressPrefix": "10.8.0.0/27"}],
        "onPremises": [{"name": "hq", "addressSpace": ["192.168.0.0/16"], "vpn": {
            "deviceAddress": "203.0.113.5", "addressPrefixes": ["192.168.8.0/24"]}}]}}), T, '"192.168.8.0/24"'),
    ("subnets' names", model(pool={"subnet": "10.250.0.0/24"}, master={"subnet": "10.249.0.0/24"}, properties={
        "networkProfile": {"subnets": [{"name": "blue", "addressPrefix": "10.250.0.0/24"}]}}), T, '"name": "blue"'),
    ("downloads", model(properties={"downloads": [
        {"name": "kubelet", "url": "https://m.example/kubelet", "sha256": "AB" * 32}]}),
     (N, "/etc/slipway/downloads"), "kubelet https://m.example/kubelet " + "ab" * 32),
]


def content(folder, place):
    if isinstance(place, str):
        return (folder / place).read_text()
    return contents(folder / place[0])[place[1]]


class HonouredKeys(unittest.TestCase):
    def test_each_has_its_effect(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch, "out")
            for key, document, place, wanted in ROWS:
                with self.subTest(key):
                    result = slipway("generate", "-", "--no-plugin", "-o", folder, stdin=json.dumps(document).encode())
                    self.assertEqual(0, result.returncode, result.stderr.decode())
                    text = content(folder, place)
                    if wanted.startswith("!"):
                        self.assertNotIn(wanted[1:], text)
                    else:
                        self.assertIn(wanted, text)

    def test_manifests_of_add_ons(self):
        """The model's own manifest in an add-on's place, byte by byte; the disk driver with its kind of disk."""
        manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: caf\u00e9}\n"
        data = base64.b64encode(manifest.encode()).decode()
        addons = [{"name": "metrics-server", "enabled": True, "data": data}, {"name": "ours", "enabled": True, "data": data,
                  "mode": "Reconcile"}, {"name": "azuredisk-csi-driver", "enabled": True, "config": {"skuName": "Premium_ZRS"}}]
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch, "out")
            result = slipway("generate", "-", "--no-plugin", "-o", folder,
                             stdin=json.dumps(model(kubernetes={"addons": addons})).encode())
            self.assertEqual(0, result.returncode, result.stderr.decode())
            self.assertNotIn(b"KU009", result.stderr)
            files = {path.removeprefix("/etc/slipway/addons/"): text for path, text in contents(folder / M).items()
                     if path.startswith("/etc/slipway/addons/")}
            self.assertEqual(["10-cloud-controller-manager.yaml", "11-cloud-node-manager.yaml",
                              "20-azuredisk-csi-driver.ensure.yaml", "40-metrics-server.ensure.yaml", "40-ours.yaml"], sorted(files))
            self.assertEqual(manifest, files["40-metrics-server.ensure.yaml"])
            self.assertEqual(manifest, files["40-ours.yaml"])
            classes = [item for item in yaml.safe_load_all(files["20-azuredisk-csi-driver.ensure.yaml"])
                       if item["kind"] == "StorageClass"]
            self.assertEqual(["Premium_ZRS"], [item["parameters"]["skuName"] for item in classes])

    def test_custom_files(self):
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch)
            (scratch / "motd").write_bytes(b"caf\xc3\xa9: {{not a placeholder}}\n$(reboot)\n")
            document = model(master={"customFiles": [{"source": "motd", "dest": "/etc/motd"}]})
            (scratch / "m.json").write_text(json.dumps(document))
            result = slipway("generate", scratch / "m.json", "--no-plugin", "-o", scratch / "out")
            self.assertEqual(0, result.returncode, result.stderr)
            self.assertEqual("café: {{not a placeholder}}\n$(reboot)\n", content(scratch / "out", (M, "/etc/motd")))
