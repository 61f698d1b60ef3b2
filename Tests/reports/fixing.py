"""slipway fix: what is changed, what stays, and that twice is once."""
import json
import pathlib
import random
import unittest

import yaml
from tool import GOOD, ROOT, Scratch

# What is wrong, what it becomes, whether that needs --unsafe.
CASES = [
    ("masked prefix", "useManagedIdentity: true", "clusterSubnet: 10.240.0.7/12", "clusterSubnet: 10.240.0.0/12", False),
    ("retired load balancer", "useManagedIdentity: true", "loadBalancerSku: 'Basic'  # old", "loadBalancerSku: 'Standard'  # old", False),
    ("docker", "useManagedIdentity: true", "containerRuntime: docker", "containerRuntime: containerd", False),
    ("nearest key", "vmSize: Standard_D4s_v5", "maxSurg: 2", "maxSurge: 2", False),
    ("spelling of a key", "vmSize: Standard_D4s_v5", "OSDiskSizeGB: 64", "osDiskSizeGB: 64", False),
    ("number in quotes", "vmSize: Standard_D4s_v5", 'maxSurge: "2"', "maxSurge: 2", False),
    ("old value", "vmSize: Standard_D4s_v5", "scaleSetPriority: Low", "scaleSetPriority: Spot", False),
]


class Fixing(Scratch):
    def fix(self, text, *flags, name="cluster.yaml"):
        path = self.write(name, text)
        result = self.slipway("fix", name, *flags)
        self.assertIn(result.returncode, (0, 1), result.stderr)
        return path.read_text()

    def fixable(self, name, allows_unsafe):
        findings = json.loads(self.slipway("validate", name, "--format", "json", "--no-project").stdout)["findings"]
        return [f for f in findings if f.get("isFixable")]

    def test_cases_keep_every_other_byte(self):
        for name, anchor, wrong, right, needs_unsafe in CASES:
            with self.subTest(name):
                line = next(line for line in GOOD.split("\n") if line.strip() == anchor)
                indentation = line[:len(line) - len(anchor)]
                model = GOOD.replace(line, f"{line}\n{indentation}{wrong}")
                self.assertEqual(GOOD.replace(line, f"{line}\n{indentation}{right}"), self.fix(model))

    def test_unsafe_only_when_asked(self):
        for wrong, right in (("Standard_D4s_v55", "Standard_D4s_v5"),):
            model = GOOD.replace("Standard_D4s_v5", wrong)
            self.assertEqual(model, self.fix(model))
            self.assertEqual(GOOD, self.fix(model, "--unsafe"))

    def test_next_prefix(self):
        model = GOOD.replace("      vmSize: Standard_D4s_v5", "      vmSize: Standard_D4s_v5\n      subnet: 10.241.0.0/28") \
            .replace("  linuxProfile:", "  networkProfile:\n    vnet:\n      addressSpace: [10.240.0.0/12]\n  linuxProfile:") \
            .replace("    dnsPrefix: shop", "    dnsPrefix: shop\n    subnet: 10.240.0.0/24")
        self.assertEqual(model, self.fix(model))
        self.assertEqual(model.replace("10.241.0.0/28", "10.241.0.0/25"), self.fix(model, "--unsafe"))

    def test_removal_and_addition(self):
        line = "      useManagedIdentity: true\n"
        with_docker = GOOD.replace(line, line + "      dockerBridgeSubnet: 172.17.0.1/16  # gone\n")
        self.assertEqual(GOOD, self.fix(with_docker))
        release = '    orchestratorRelease: "1.35"\n'
        self.assertEqual({**yaml.safe_load(GOOD)}, yaml.safe_load(self.fix(GOOD.replace(release, ""))))

    def test_json_in_every_layout(self):
        wrong = yaml.safe_load(GOOD)
        wrong["properties"]["masterProfile"]["DNSPrefix"] = wrong["properties"]["masterProfile"].pop("dnsPrefix")
        wrong["properties"]["orchestratorProfile"]["kubernetesConfig"]["etcdVersion"] = "3.3.25"
        del wrong["properties"]["orchestratorProfile"]["orchestratorRelease"]
        for layout in ({"indent": 2}, {"indent": 4}, {"indent": "\t"}, {}, {"separators": (",", ":")}):
            for ending in ("\n", "\r\n"):
                with self.subTest(layout=layout, ending=ending):
                    path = self.write("cluster.json", "")
                    path.write_bytes(json.dumps(wrong, **layout).replace("\n", ending).encode())
                    self.assertEqual(0, self.slipway("fix", "cluster.json").returncode)
                    self.assertEqual(yaml.safe_load(GOOD), json.loads(path.read_text()))
                    self.assertEqual(ending == "\r\n" and "indent" in layout, b"\r\n" in path.read_bytes())

    def test_keys_that_stand_twice_are_left_alone(self):
        """It cannot be told which of the two is meant."""
        pools = GOOD[GOOD.index("  agentPoolProfiles:"):GOOD.index("  linuxProfile:")].replace("Standard_D4s_v5", "Standard_D4s_v55")
        for model in (GOOD.replace("  linuxProfile:", pools + "  linuxProfile:"),
                      GOOD.replace("    dnsPrefix: shop", "    dnsPrefix: Shop\n    DNSPrefix: Shop")):
            self.assertEqual(model, self.fix(model, "--unsafe"))

    def test_dry_run(self):
        model = GOOD.replace("useManagedIdentity: true", "useManagedIdentity: true\n      loadBalancerSku: Basic")
        path = self.write("cluster.yaml", model)
        result = self.slipway("fix", "--dry-run", "cluster.yaml")
        self.assertEqual((1, model), (result.returncode, path.read_text()))
        self.assertEqual(["-      loadBalancerSku: Basic", "+      loadBalancerSku: Standard"],
                         [line for line in result.stdout.splitlines()[2:] if line[0] in "+-"])
        self.write("cluster.yaml", GOOD)
        result = self.slipway("fix", "--dry-run", "cluster.yaml")
        self.assertEqual((0, ""), (result.returncode, result.stdout))

    def test_accepted_findings_stay(self):
        model = GOOD.replace("useManagedIdentity: true",
                             "useManagedIdentity: true\n      loadBalancerSku: Basic  # slipway: ignore NW005 -- asked for")
        self.assertEqual(model, self.fix(model))

    def test_rights_of_the_file_stay(self):
        path = self.write("cluster.yaml", GOOD.replace("dnsPrefix: shop", "dnsPrefix: Shop"))
        path.chmod(0o600)
        self.slipway("fix", "cluster.yaml")
        self.assertEqual((0o100600, GOOD), (path.stat().st_mode, path.read_text()))

    def test_twice_is_once(self):
        """Of random models with many mistakes: the second run changes nothing, and nothing is left that had a fix."""
        random.seed(7)
        models = [GOOD] + [p.read_text() for p in sorted((ROOT / "examples").glob("*/cluster.*"))][:4]
        changes = [("vmSize", "VMSize"), ("count", "Count"), ("Standard_D4s_v5", "Standard_D4s_v55"), ("useManagedIdentity", "useManagedIdentiy"),
                   ("dnsPrefix", "DNSprefix"), ("azureuser", "AzureUser"), ("agentPoolProfiles", "agentPoolProfile")]
        for number in range(16):
            text = random.choice(models)
            for old, new in random.sample(changes, 3):
                text = text.replace(old, new)
            name = "cluster.json" if text.lstrip().startswith("{") else "cluster.yaml"
            with self.subTest(number):
                once = self.fix(text, "--unsafe", name=name)
                self.assertEqual([], self.fixable(name, True))
                self.assertEqual(once, self.fix(once, "--unsafe", name=name))

    def test_comments_and_order_of_examples_stay(self):
        for path in sorted((ROOT / "examples").glob("*/cluster.yaml")):
            before = path.read_text()
            after = self.fix(before, name=path.name)
            comments = [line for line in before.split("\n") if line.lstrip().startswith("#")]
            self.assertEqual(comments, [line for line in after.split("\n") if line.lstrip().startswith("#")])


if __name__ == "__main__":
    unittest.main()
