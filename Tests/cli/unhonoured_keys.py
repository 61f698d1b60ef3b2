"""Keys of the old language that have no effect here, or whose use is refused: one row a key, with the finding that names it.
Zero values of them say nothing."""
import unittest

from program import model, validate

WARNED, REFUSED = ("ST001", "warning"), ("MD005", "error")


def kubernetes(**keys):
    return model(kubernetes=keys)


def properties(**keys):
    return model(properties=keys)


def orchestrator(**keys):
    return model(properties={"orchestratorProfile": keys})


def linux(**keys):
    return model(properties={"linuxProfile": keys})


def both(**keys):
    """A key of machines, in the masters and in a pool."""
    return model(master=keys, pool=keys)


ROWS = [
    ("dcosConfig", orchestrator(dcosConfig={"dcosBootstrapURL": "x"}), REFUSED),
    ("openShiftConfig", orchestrator(openShiftConfig={"clusterUsername": "x"}), REFUSED),
    ("networkPlugin", kubernetes(networkPlugin="cilium"), REFUSED),
    ("networkPolicy", kubernetes(networkPolicy="azure"), ("NW001", "error")),
    ("networkMode", kubernetes(networkMode="bridge"), REFUSED),
    ("excludeMasterFromStandardLB", kubernetes(excludeMasterFromStandardLB=False), REFUSED),
    ("azureCNIVersion", kubernetes(azureCNIVersion="v1.0.18"), WARNED),
    ("azureCNIURLLinux", kubernetes(azureCNIURLLinux="https://x.example/a.tgz"), WARNED),
    ("azureCNIURLWindows", kubernetes(azureCNIURLWindows="https://x.example/a.zip"), WARNED),
    ("enableHostsConfigAgent", kubernetes(privateCluster={"enabled": True, "enableHostsConfigAgent": True}), WARNED),
    ("userAssignedClientID", kubernetes(userAssignedClientID="x"), WARNED),
    ("enableRbac", kubernetes(enableRbac=False), WARNED),
    ("enableSecureKubelet", kubernetes(enableSecureKubelet=False), WARNED),
    ("enableAggregatedAPIs", kubernetes(enableAggregatedAPIs=False), WARNED),
    ("enableEncryptionWithExternalKms", kubernetes(enableEncryptionWithExternalKms=True), REFUSED),
    ("enablePodSecurityPolicy", kubernetes(enablePodSecurityPolicy=True), WARNED),
    ("podSecurityPolicyConfig", kubernetes(podSecurityPolicyConfig={"data": "x"}), WARNED),
    ("useCloudControllerManager", kubernetes(useCloudControllerManager=False), WARNED),
    ("customCcmImage", kubernetes(customCcmImage="x/y:1"), WARNED),
    ("containerdVersion", kubernetes(containerdVersion="1.3.7"), WARNED),
    ("mobyVersion", kubernetes(mobyVersion="19.03"), WARNED),
    ("dockerEngineVersion", kubernetes(dockerEngineVersion="17.03.*"), WARNED),
    ("components", kubernetes(components=[{"name": "kube-proxy"}]), WARNED),
    ("kubernetesImageBase", kubernetes(kubernetesImageBase="x/"), WARNED),
    ("mcrKubernetesImageBase", kubernetes(mcrKubernetesImageBase="x/"), WARNED),
    ("customHyperkubeImage", kubernetes(customHyperkubeImage="x"), WARNED),
    ("customKubeAPIServerImage", kubernetes(customKubeAPIServerImage="x"), WARNED),
    ("privateAzureRegistryServer", kubernetes(privateAzureRegistryServer="x"), WARNED),
    ("kubeReservedCgroup", kubernetes(kubeReservedCgroup="x"), WARNED),
    ("customWindowsPackageURL", kubernetes(customWindowsPackageURL="x"), WARNED),
    ("agentVnetSubnetID", model(master={"agentVnetSubnetID": "x"}), WARNED),
    ("storageProfile", both(storageProfile="StorageAccount"), REFUSED),
    ("HTTPSourceAddressPrefix", model(master={"HTTPSourceAddressPrefix": "10.0.0.0/8"}), WARNED),
    ("extensions", both(extensions=[{"name": "x"}]), REFUSED),
    ("preProvisionExtension", both(preProvisionExtension={"name": "x"}), REFUSED),
    ("auditDEnabled", both(auditDEnabled=True), WARNED),
    ("cosmosEtcd", model(master={"cosmosEtcd": True}), REFUSED),
    ("oauthEnabled", model(master={"oauthEnabled": True}), REFUSED),
    ("agentSubnet", model(master={"agentSubnet": "x"}), WARNED),
    ("fqdn", both(fqdn="x"), WARNED),
    ("vmssName", model(pool={"vmssName": "x"}), WARNED),
    ("osType", model(pool={"osType": "Windows"}), REFUSED),
    ("acceleratedNetworkingEnabledWindows", model(pool={"acceleratedNetworkingEnabledWindows": True}), WARNED),
    ("dnsPrefix", model(pool={"dnsPrefix": "x"}), REFUSED),
    ("ports", model(pool={"ports": [80]}), REFUSED),
    ("role", model(pool={"role": "infra"}), REFUSED),
    ("scriptroot", linux(scriptroot="x"), WARNED),
    ("realmUser", linux(customSearchDomain={"name": "a.example", "realmUser": "x"}), REFUSED),
    ("realmPassword", linux(customSearchDomain={"name": "a.example", "realmPassword": "x"}), REFUSED),
    ("extensionProfiles", properties(extensionProfiles=[{"name": "x"}]), REFUSED),
    ("windowsProfile", properties(windowsProfile={"adminUsername": "x"}), WARNED),
    ("azProfile", properties(azProfile={"tenantId": "x"}), REFUSED),
    ("enableCSERunInBackground", properties(featureFlags={"enableCSERunInBackground": True}), WARNED),
    ("enableTelemetry", properties(featureFlags={"enableTelemetry": True}), WARNED),
    ("enableWinDSR", properties(featureFlags={"enableWinDSR": True}), WARNED),
    ("enableIPv6DualStack", properties(featureFlags={"enableIPv6DualStack": True}), REFUSED),
    ("enableIPv6Only", properties(featureFlags={"enableIPv6Only": True}), REFUSED),
    ("customCloudProfile", properties(customCloudProfile={"portalURL": "x"}), REFUSED),
    ("telemetryProfile", properties(telemetryProfile={"applicationInsightsKey": "x"}), WARNED),
    ("provisioningState", properties(provisioningState="Succeeded"), WARNED),
]


def zero(value):
    return type(value)() if not isinstance(value, bool) else False


def blanked(document, key):
    """The same model with the zero value at `key`, wherever it stands."""
    if isinstance(document, list):
        return [blanked(element, key) for element in document]
    if isinstance(document, dict):
        return {k: zero(v) if k == key else blanked(v, key) for k, v in document.items()}
    return document


class UnhonouredKeys(unittest.TestCase):
    def speaks(self, findings, key, rule, severity):
        return [f for f in findings if (f["id"], f["severity"]) == (rule, severity)
                and (key in f["path"] or key in f["message"])]

    def test_each_is_named_with_its_reason(self):
        for key, document, (rule, severity) in ROWS:
            with self.subTest(key):
                findings, _, code = validate(document)
                self.assertTrue(self.speaks(findings, key, rule, severity), findings)
                self.assertEqual(1 if severity == "error" else 0, code, findings)

    def test_zero_values_say_nothing(self):
        for key, document, (rule, severity) in ROWS:
            # These speak when they are false, which is their zero value, or name a machine's own profile.
            if key in ("enableRbac", "enableSecureKubelet", "enableAggregatedAPIs", "useCloudControllerManager",
                       "excludeMasterFromStandardLB", "dnsPrefix"):
                continue
            with self.subTest(key):
                findings, _, code = validate(blanked(document, key))
                self.assertEqual([], self.speaks(findings, key, rule, severity))
                self.assertEqual(0, code, findings)
