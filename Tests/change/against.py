"""--against: files, folders, git's versions, reports, policy, and what goes wrong."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as XML

import yaml
from compare import ROOT, against, against_all
from program import model
from tool import GOOD, SLIPWAY, Scratch

BIGGER = GOOD.replace("Standard_D4s_v5", "Standard_D8s_v5")
MORE = GOOD.replace("count: 2  # two are enough", "count: 3")
EXAMPLE = re.compile(r"^## (Wrong|Right|Before)\n\n```(yaml|json|text)\n(.*?)\n```$", re.M | re.S)


class Repository(Scratch):
    def setUp(self):
        super().setUp()
        self.git("init", "-q", "-b", "main", ".")
        self.write("clusters/shop.yaml", GOOD)
        self.git("add", ".")
        self.git("commit", "-qm", "first")

    def git(self, *arguments):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *arguments], cwd=self.folder, check=True,
                       capture_output=True)

    def report(self, *arguments, status=None, cwd=None):
        result = subprocess.run([SLIPWAY, "validate", *map(str, arguments), "--format", "json"], capture_output=True, text=True,
                                timeout=60, cwd=cwd or self.folder, stdin=subprocess.DEVNULL)
        if status is not None:
            self.assertEqual(status, result.returncode, result.stdout + result.stderr)
        return json.loads(result.stdout)

    def test_same_path(self):
        self.write("clusters/shop.yaml", MORE)
        report = self.report("clusters/shop.yaml", "--against", "git:main", status=0)
        self.assertEqual("add-nodes", report["change"]["effect"])
        self.assertEqual("git:main:clusters/shop.yaml", report["change"]["against"])
        finding, = (f for f in report["findings"] if f["id"] == "UP021")
        line = 1 + GOOD[:GOOD.index("count: 2  #")].count("\n")
        self.assertEqual((line, {"file": "git:main:clusters/shop.yaml", "line": line, "column": 14}),
                         (finding["line"], finding["related"]))

    def test_from_below_and_by_another_path(self):
        self.write("clusters/shop.yaml", MORE)
        self.write("clusters/copy.yaml", MORE)
        here = self.folder / "clusters"
        self.assertEqual("add-nodes", self.report("shop.yaml", "--against", "git:HEAD", status=0, cwd=here)["change"]["effect"])
        for path in ("git:main:clusters/shop.yaml", "git:main:./shop.yaml"):
            self.assertEqual("add-nodes", self.report("copy.yaml", "--against", path, status=0, cwd=here)["change"]["effect"])

    def test_new_model(self):
        self.write("clusters/new.yaml", GOOD)
        report = self.report("clusters/new.yaml", "--against", "git:main", status=0)
        self.assertEqual({"against": "git:main:clusters/new.yaml", "isNewCluster": True}, report["change"])

    def test_many_models(self):
        self.write("clusters/new.yaml", GOOD)
        self.write("clusters/shop.yaml", BIGGER)
        new, shop = self.report("clusters/*.yaml", "--against", "git:main", status=1)
        self.assertTrue(new["change"]["isNewCluster"])
        self.assertEqual("replace-nodes", shop["change"]["effect"])
        changed = self.report("clusters/*.yaml", "--changed-since", "main", "--against", "git:main", "--allow", "replace-nodes", status=0)
        self.assertEqual(2, len(changed))
        for old in ("clusters/shop.yaml", "git:main:clusters/shop.yaml"):
            result = self.slipway("validate", "clusters/*.yaml", "--against", old)
            self.assertEqual(2, result.returncode)
            self.assertIn("--against names one old model", result.stderr)

    def test_what_git_does_not_have(self):
        for old in ("git:nowhere", "git:main:nothing.yaml", "git:main:clusters", "git:--output=x", "git:-x"):
            report = self.report("clusters/shop.yaml", "--against", old, status=2)
            self.assertIn("RD001", {f["id"] for f in report["findings"]}, old)
        self.assertFalse((self.folder / "x").exists())
        for old in ("git:", "git::a", "git:main:", ""):
            self.assertEqual(2, self.slipway("validate", "clusters/shop.yaml", "--against", old).returncode, old)

    def test_outside_of_a_repository(self):
        with tempfile.TemporaryDirectory() as scratch:
            path = pathlib.Path(scratch, "m.yaml")
            path.write_text(GOOD)
            result = subprocess.run([SLIPWAY, "validate", "m.yaml", "--against", "git:main"], cwd=scratch, capture_output=True,
                                    text=True, timeout=60, env={**os.environ, "GIT_CEILING_DIRECTORIES": scratch})
            self.assertEqual(2, result.returncode)
            self.assertIn("git knows no commit main here", result.stderr)

    def test_standard_input(self):
        result = subprocess.run([SLIPWAY, "validate", "-", "--against", "git:main"], cwd=self.folder, input=GOOD,
                                capture_output=True, text=True, timeout=60)
        self.assertEqual(2, result.returncode)
        self.assertIn("git:main:PATH", result.stderr)
        result = subprocess.run([SLIPWAY, "validate", "-", "--against", "git:main:clusters/shop.yaml"], cwd=self.folder, input=MORE,
                                capture_output=True, text=True, timeout=60)
        self.assertEqual(0, result.returncode, result.stderr)


class Consent(Scratch):
    def check(self, new, *arguments, old=GOOD):
        self.write("old.yaml", old)
        self.write("new.yaml", new)
        return self.slipway("validate", "new.yaml", "--against", "old.yaml", *arguments)

    def test_each_consent(self):
        fewer = GOOD.replace("count: 2  # two are enough", "count: 1")
        for new, effect in ((BIGGER, "replace-nodes"), (fewer, "remove-nodes"), (GOOD.replace("dnsPrefix: shop", "dnsPrefix: store"), "new-cluster")):
            others = {"replace-nodes", "remove-nodes", "new-cluster"} - {effect}
            with self.subTest(effect):
                self.assertEqual(1, self.check(new).returncode)
                self.assertEqual(1, self.check(new, *(word for one in others for word in ("--allow", one))).returncode)
                self.assertEqual(0, self.check(new, "--allow", effect, "--fail-on", "warning").returncode)

    def test_nobody_consents_to_the_impossible(self):
        older = GOOD.replace('"1.35"', '"1.34"')
        everything = [word for one in ("replace-nodes", "remove-nodes", "new-cluster") for word in ("--allow", one)]
        self.assertEqual(1, self.check(older, *everything).returncode)

    def test_wrong_use(self):
        self.write("new.yaml", GOOD)
        self.assertEqual(2, self.slipway("validate", "new.yaml", "--allow", "replace-nodes").returncode)
        self.assertEqual(2, self.check(GOOD, "--allow", "impossible").returncode)
        self.assertEqual(2, self.check(GOOD, "--allow", "in-place").returncode)

    def test_set_counts_for_the_new_model(self):
        self.write("m.yaml", GOOD)
        result = self.slipway("validate", "m.yaml", "--against", "m.yaml", "--set", "agentPoolProfiles[0].count=4", "--format", "json")
        report = json.loads(result.stdout)
        self.assertIn("UP021", {f["id"] for f in report["findings"]})

    def test_policy(self):
        ignored = BIGGER.replace("vmSize: Standard_D8s_v5", "vmSize: Standard_D8s_v5  # slipway: ignore UP014 -- agreed on Monday")
        self.assertEqual(0, self.check(ignored).returncode)
        self.assertEqual(0, self.check(BIGGER, "--ignore", "UP").returncode)
        # Where nothing is compared, it is no suppression without use.
        result = self.slipway("validate", "new.yaml", "--format", "json")
        self.write("new.yaml", ignored)
        result = self.slipway("validate", "new.yaml", "--format", "json")
        self.assertNotIn("ST004", {f["id"] for f in json.loads(result.stdout)["findings"]})
        self.write(".slipway.yaml", "severities: {UP014: warning}\n")
        self.assertEqual(0, self.check(BIGGER).returncode)


class Reports(Scratch):
    def report(self, form, new=BIGGER, old=GOOD, *arguments):
        self.write("old.yaml", old)
        self.write("new.yaml", new)
        result = self.slipway("validate", "new.yaml", "--against", "old.yaml", "--format", form, *arguments)
        self.assertIn(result.returncode, (0, 1), result.stderr)
        return result.stdout

    def test_sarif(self):
        run = json.loads(self.report("sarif"))["runs"][0]
        result, = (r for r in run["results"] if r["ruleId"] == "UP014")
        line = 1 + GOOD[:GOOD.index("Standard_D4s_v5")].count("\n")
        self.assertEqual(line, result["locations"][0]["physicalLocation"]["region"]["startLine"])
        related, = result["relatedLocations"]
        self.assertEqual({"uri": "old.yaml"}, related["physicalLocation"]["artifactLocation"])
        self.assertEqual({"startLine": line, "startColumn": 15, "endColumn": 30}, related["physicalLocation"]["region"])
        self.assertEqual("UP014", run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"])

    def test_the_others(self):
        self.assertIn('type="UP014"', self.report("junit"))
        XML.fromstring(self.report("junit"))
        self.assertRegex(self.report("github"), r"::error file=new\.yaml,line=\d+,.*title=UP014 ChangedMachine::")
        self.assertEqual(["UP014 ChangedMachine"], [e["check_name"] for e in json.loads(self.report("gitlab")) if "UP" in e["check_name"]])

    def test_fingerprints_stay(self):
        def prints(new):
            return {f["id"]: f["fingerprint"] for f in json.loads(self.report("json", new))["findings"]}
        self.assertEqual(prints(BIGGER)["UP014"], prints("# one\n" + BIGGER)["UP014"])

    def test_baseline(self):
        self.report("json")
        self.slipway("validate", "new.yaml", "--against", "old.yaml", "--baseline", "b.json", "--write-baseline")
        result = self.slipway("validate", "new.yaml", "--against", "old.yaml", "--baseline", "b.json")
        self.assertEqual(0, result.returncode)

    def test_markdown(self):
        text = self.report("markdown")
        self.assertIn("#### Change of `new.yaml`: replaces nodes one by one\n", text)
        self.assertIn("| ⚠️ | replaces nodes one by one (agents) | `agentPoolProfiles[0].vmSize` | `Standard_D4s_v5` | `Standard_D8s_v5` |", text)
        self.assertIn("<details><summary>In this order</summary>", text)
        self.assertIn("| `shop-subnet` | 156 | 187 | 156 | 1048571 |", text)
        self.assertIn("| ✅ |", self.report("markdown", MORE))
        self.assertIn("| ❌ |", self.report("markdown", GOOD.replace('"1.35"', '"1.34"')))
        self.assertIn("#### Change of `new.yaml`: nothing\n", self.report("markdown", GOOD))

    def test_output_file(self):
        self.report("json", BIGGER, GOOD, "--output", "markdown=comment.md", "--output", "sarif=out.sarif")
        self.assertIn("#### Change of", (self.folder / "comment.md").read_text())
        self.assertTrue(json.loads((self.folder / "out.sarif").read_text())["runs"][0]["results"])

    def test_text(self):
        text = self.report("text")
        lines = text.splitlines()
        self.assertEqual("new.yaml against old.yaml: 1 change, replaces nodes one by one", lines[0])
        self.assertEqual("! replaces nodes one by one  UP014  agentPoolProfiles[0].vmSize Standard_D4s_v5 → Standard_D8s_v5", lines[1])
        self.assertIn("1. generate and deploy the folder", text)
        self.assertEqual("new.yaml against old.yaml: no change\n", self.report("text", GOOD))
        self.assertEqual(text, self.report("text"))

    def test_what_is_gone_stands_at_its_parent(self):
        old = GOOD.replace("      vmSize: Standard_D4s_v5\n", "      vmSize: Standard_D4s_v5\n      customNodeLabels:\n        tier: web\n")
        report = json.loads(self.report("json", GOOD, old))
        finding, = (f for f in report["findings"] if f["id"] == "UP019")
        self.assertEqual(1 + GOOD[:GOOD.index("- name: agents")].count("\n"), finding["line"])
        self.assertEqual(1 + old[:old.index("tier: web")].count("\n"), finding["related"]["line"])

    def test_secrets_are_never_shown(self):
        principal = "  servicePrincipalProfile:\n    clientId: 11111111-2222-3333-4444-555555555555\n    secret: {}\n"
        old, new = (GOOD.replace("useManagedIdentity: true", "useManagedIdentity: false") + principal.format(word)
                    for word in ("hush-hush-1", "hush-hush-2"))
        for form in ("text", "json", "sarif", "junit", "github", "gitlab", "markdown"):
            text = self.report(form, new, old)
            self.assertNotIn("hush-hush", text, form)
            if form == "json":
                change, = json.loads(text)["change"]["changes"]
                self.assertEqual(("(a secret)", "(a secret)"), (change["old"], change["new"]))

    def test_text_of_models_is_escaped(self):
        evil = GOOD.replace("      vmSize: Standard_D4s_v5\n", "      vmSize: Standard_D4s_v5\n      customVMTags:\n"
                            '        a: "x]]>&<b>|`[a](b) @all\\e[2J\\u202e%0A::error::\\n# boo"\n')
        for form in ("text", "json", "junit", "github", "markdown"):
            text = self.report(form, evil)
            self.assertNotIn("\x1b", text, form)
            # JSON and XML are for programs, and keep what the model says.
            if form not in ("json", "junit"):
                self.assertNotIn("\u202e", text, form)
        table = self.report("markdown", evil)
        self.assertNotIn("<b>", re.sub(r"`[^`\n]*`", "", table))
        self.assertNotIn("\n# boo", table)


class Robustness(Scratch):
    def check(self, old, new=GOOD, name="old.yaml"):
        path = self.folder / name
        path.write_bytes(old if isinstance(old, bytes) else old.encode())
        self.write("new.yaml", new)
        return self.slipway("validate", "new.yaml", "--against", name, "--format", "json")

    def test_old_is_not_readable(self):
        for old in (b"", b"{", b"\xff\xfe", b"null", b"[1]", b"a: *b"):
            result = self.check(old)
            self.assertEqual(2, result.returncode, old)
            finding = next(f for f in json.loads(result.stdout)["findings"] if f["id"].startswith("RD"))
            self.assertEqual("old.yaml", finding["file"])
        self.assertEqual(2, self.slipway("validate", "new.yaml", "--against", "nothing.yaml").returncode)
        (self.folder / "folder").mkdir()
        self.assertEqual(2, self.slipway("validate", "new.yaml", "--against", "folder").returncode)

    def test_another_kind_of_file(self):
        for old in ('{"name": "left-pad", "version": "1.0.0"}', "apiVersion: v1\nkind: Pod\n", "a: {}\n"):
            result = self.check(old)
            self.assertEqual(1, result.returncode, old)
            report = json.loads(result.stdout)
            self.assertIn("UP032", {f["id"] for f in report["findings"]})
            self.assertEqual({"against": "old.yaml", "isNewCluster": False}, report["change"])

    def test_the_same_file(self):
        self.write("new.yaml", GOOD)
        result = self.slipway("validate", "new.yaml", "--against", "new.yaml")
        self.assertEqual((0, "new.yaml against new.yaml: no change\n"), (result.returncode, result.stdout))

    def test_an_old_model_with_errors(self):
        """Errors that only a rule sees do not matter; the cluster runs."""
        old = GOOD.replace("count: 2  # two are enough", "count: 2\n      customNodeLabels: {'a b': c}")
        self.assertEqual("replace-nodes", json.loads(self.check(old).stdout)["change"]["effect"])

    def test_a_new_model_with_errors(self):
        result = self.check(GOOD, GOOD.replace("Standard_D4s_v5", "Standard_D4s_v55"))
        self.assertEqual(1, result.returncode)
        self.assertEqual({"against": "old.yaml", "isNewCluster": False}, json.loads(result.stdout)["change"])

    def test_four_thousand_nodes(self):
        many = [{"name": f"p{i}", "count": 100, "vmSize": "Standard_D4s_v5", "ipAddressCount": 5, "kubernetesConfig": {"maxPods": 5},
                 "availabilityProfile": "AvailabilitySet"} for i in range(40)]
        new = [{**pool, "vmSize": "Standard_D8s_v5"} for pool in many]
        change = against(model(properties={"agentPoolProfiles": many}), model(properties={"agentPoolProfiles": new}))["change"]
        self.assertEqual(40, len(change["changes"]))
        self.assertEqual(42 - 1, len(change["steps"]))
        self.assertEqual("none", against(model(properties={"agentPoolProfiles": many}),
                                         model(properties={"agentPoolProfiles": many[::-1]}))["change"]["effect"])

    def test_wrong_models_of_the_manual(self):
        """Every wrong example of the rules' pages, as the old and as the new one: nothing crashes."""
        base = yaml.safe_load(GOOD)
        wrong = [merged(base, yaml.safe_load(body)) for page in sorted((ROOT / "docs/rules").glob("[A-Z][A-Z]0*.md"))
                 for what, language, body in EXAMPLE.findall(page.read_text()) if what == "Wrong" and language == "yaml"]
        self.assertGreater(len(wrong), 100)
        for pairs in ([(base, model) for model in wrong], [(model, base) for model in wrong], [(model, model) for model in wrong]):
            for report in against_all(pairs):
                self.assertIn("against", report["change"])


def merged(base, change):
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    return {**base, **{key: merged(base.get(key), value) for key, value in change.items()}}


if __name__ == "__main__":
    unittest.main()
