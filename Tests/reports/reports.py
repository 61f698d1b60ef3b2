"""Each form of report: read by the tools that it is for, or by their published rules where no tool is at hand."""
import json
import re
import unittest
import xml.etree.ElementTree as XML

from tool import GOOD, Scratch

BAD = GOOD.replace("Standard_D4s_v5", "Standard_D4s_v55").replace("count: 3", "count: 1")
EVIL = GOOD.replace("Standard_D4s_v5", '"x]]>&<b>|`[a](b) @all\\e[2J\\u202e%0A::error::"')


class Reports(Scratch):
    def report(self, form, text=BAD, name="cluster.yaml"):
        self.write(name, text)
        result = self.slipway("validate", name, "--format", form)
        self.assertIn(result.returncode, (0, 1), result.stderr)
        return result.stdout

    def test_sarif(self):
        log = json.loads(self.report("sarif"))
        self.assertEqual("2.1.0", log["version"])
        self.assertTrue(log["$schema"].startswith("https://"))
        run, = log["runs"]
        rules = run["tool"]["driver"]["rules"]
        self.assertEqual(sorted(rule["id"] for rule in rules), [rule["id"] for rule in rules])
        for rule in rules:
            self.assertTrue(rule["shortDescription"]["text"] and rule["help"]["markdown"])
            self.assertIn(rule["defaultConfiguration"]["level"], ("none", "note", "warning", "error"))
        self.assertEqual({"VM001", "KU011"}, {result["ruleId"] for result in run["results"]})
        for result in run["results"]:
            self.assertEqual(result["ruleId"], rules[result["ruleIndex"]]["id"])
            self.assertIn(result["level"], ("note", "warning", "error"))
            self.assertTrue(result["message"]["text"])
            region = result["locations"][0]["physicalLocation"]["region"]
            self.assertTrue(region["startLine"] >= 1 and region["endColumn"] > region["startColumn"] >= 1)
            self.assertRegex(result["partialFingerprints"]["slipway/v1"], "^[0-9a-f]{32}$")

    def test_sarif_fix_is_what_fix_does(self):
        run = json.loads(self.report("sarif"))["runs"][0]
        fix, = next(result["fixes"] for result in run["results"] if result["ruleId"] == "VM001")
        replacement, = fix["artifactChanges"][0]["replacements"]
        region, lines = replacement["deletedRegion"], BAD.split("\n")
        line = lines[region["startLine"] - 1]
        lines[region["startLine"] - 1] = (line[:region["startColumn"] - 1] + replacement["insertedContent"]["text"]
                                          + line[region["endColumn"] - 1:])
        self.slipway("fix", "--unsafe", "--only", "VM001", "cluster.yaml")
        self.assertEqual((self.folder / "cluster.yaml").read_text(), "\n".join(lines))

    def test_fingerprints_stay_when_lines_move(self):
        def prints(text):
            return {f["id"]: f["fingerprint"] for f in json.loads(self.report("json", text))["findings"]}
        moved = "# one\n# two\n" + BAD.replace("    - name: agents", "    - name: first\n      count: 2\n"
                                               "      vmSize: Standard_D2s_v5\n    - name: agents")
        self.assertEqual(prints(BAD), prints(moved))
        self.assertNotEqual(prints(BAD)["VM001"], prints(BAD.replace("name: agents", "name: other"))["VM001"])

    def test_junit(self):
        suites = XML.fromstring(self.report("junit"))
        suite, = suites.findall("testsuite")
        cases = suite.findall("testcase")
        failures = [case for case in cases if case.find("failure") is not None]
        self.assertEqual((len(cases), len(failures)), (int(suite.get("tests")), int(suite.get("failures"))))
        self.assertEqual((suites.get("tests"), suites.get("failures")), (suite.get("tests"), suite.get("failures")))
        self.assertEqual(["VM001"], [case.find("failure").get("type") for case in failures])
        self.assertTrue(all(case.get("name") and case.get("classname") == "cluster.yaml" for case in cases))
        clean = XML.fromstring(self.report("junit", GOOD))
        self.assertEqual(("1", "0"), (clean.get("tests"), clean.get("failures")))

    def test_junit_of_an_unreadable_model(self):
        result = self.slipway("validate", "none.yaml", "--format", "junit")
        self.assertEqual((2, "1"), (result.returncode, XML.fromstring(result.stdout).get("errors")))

    def test_github(self):
        lines = self.report("github").splitlines()
        line = 1 + BAD[:BAD.index("Standard_D4s_v55")].count("\n")
        self.assertIn(f"::error file=cluster.yaml,line={line},col=15,endColumn=31,title=VM001 UnknownSize::", lines[0])
        self.assertTrue(all(re.match(r"::(error|warning|notice) [^:]*::.+$", line) for line in lines))

    def test_github_shows_ten_of_a_kind(self):
        pools = "".join(f"    - name: p{i}\n      count: 2\n      vmSize: Nonsense{i}\n" for i in range(30))
        text = GOOD.replace("  linuxProfile:", f"{pools}  linuxProfile:")
        lines = [line for line in self.report("github", text).splitlines() if line.startswith("::error")]
        self.assertEqual(10, len(lines))
        self.assertIn("21 more", lines[-1])

    def test_gitlab(self):
        entries = json.loads(self.report("gitlab"))
        for entry in entries:
            self.assertEqual({"description", "check_name", "fingerprint", "severity", "location"}, set(entry))
            self.assertIn(entry["severity"], ("info", "minor", "major", "critical", "blocker"))
            self.assertEqual("cluster.yaml", entry["location"]["path"])
            self.assertGreaterEqual(entry["location"]["lines"]["begin"], 1)
        self.assertEqual(len(entries), len({entry["fingerprint"] for entry in entries}))

    def test_markdown(self):
        text = self.report("markdown")
        self.assertTrue(text.startswith("### slipway: 1 error, 1 warning in 1 model\n"))
        rows = [line for line in text.splitlines() if line.startswith("| ")]
        self.assertEqual({6}, {len(re.findall(r"(?<!\\)\|", row)) for row in rows})

    def test_text_of_a_model_is_escaped(self):
        markdown = self.report("markdown", EVIL)
        for piece in ("<b>", "[a](b)", "@all", "\x1b", "\u202e"):
            self.assertNotIn(piece, markdown)
        message = next(XML.fromstring(self.report("junit", EVIL)).iter("failure")).get("message")
        self.assertIn("]]>&<b>", message)
        self.assertNotIn("\x1b", message)
        for line in self.report("github", EVIL).splitlines():
            self.assertNotIn("\x1b", line)
            self.assertIn("%250A", line)

    def test_several_at_once(self):
        self.write("cluster.yaml", BAD)
        result = self.slipway("validate", "cluster.yaml", "--output", "sarif=a.sarif", "--output", "junit=b.xml",
                              "--output", "markdown=c.md")
        self.assertEqual(1, result.returncode)
        self.assertIn("error VM001", result.stderr)
        self.assertEqual("2.1.0", json.loads((self.folder / "a.sarif").read_text())["version"])
        self.assertEqual("testsuites", XML.parse(self.folder / "b.xml").getroot().tag)
        self.assertIn("VM001", (self.folder / "c.md").read_text())
        self.assertEqual(2, self.slipway("validate", "cluster.yaml", "--output", "json=none/a.json").returncode)

    def test_text_says_why_once_and_counts(self):
        pool = "    - name: other\n      count: 2\n      vmSize: Standard_D4s_v55\n"
        self.write("cluster.yaml", BAD.replace("  linuxProfile:", pool + "  linuxProfile:"))
        text = self.slipway("validate", "cluster.yaml").stderr
        self.assertEqual(1, text.count("why: A size that slipway's catalogue does not have."))
        self.assertTrue(text.endswith("cluster.yaml: 2 errors, 1 warning\n"))
        self.assertNotIn("\x1b", text)
        self.assertIn("\x1b[1;31merror", self.slipway("validate", "cluster.yaml", "--color", "always").stderr)


if __name__ == "__main__":
    unittest.main()
