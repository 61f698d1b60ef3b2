"""Which findings count: flags, the project file, comments, baselines, and which models are looked at."""
import json
import subprocess
import unittest

from tool import GOOD, Scratch

ONE = GOOD.replace("count: 3", "count: 1")


class Policy(Scratch):
    def ids(self, *arguments):
        result = self.slipway("validate", "--format", "json", *arguments)
        report = json.loads(result.stdout)
        reports = report if isinstance(report, list) else [report]
        return [f["id"] for r in reports for f in r["findings"]], result.returncode

    def test_only_and_ignore(self):
        self.write("a.yaml", ONE.replace("Standard_D4s_v5", "Nonsense"))
        self.assertEqual((["KU011", "VM001"], 1), self.ids("a.yaml"))
        self.assertEqual((["VM001"], 1), self.ids("a.yaml", "--only", "vm"))
        self.assertEqual((["KU011"], 0), self.ids("a.yaml", "--ignore", "VM001"))
        self.assertEqual(2, self.slipway("validate", "a.yaml", "--only", "nonsense").returncode)

    def test_fail_on(self):
        self.write("a.yaml", ONE)
        self.assertEqual((["KU011"], 0), self.ids("a.yaml"))
        self.assertEqual((["KU011"], 1), self.ids("a.yaml", "--fail-on", "warning"))

    def test_comment_with_reason(self):
        for text in (ONE.replace("count: 1", "count: 1  # slipway: ignore KU011 -- for tests only"),
                     ONE.replace("    count: 1", "    # slipway: ignore KU011 -- for tests only\n    count: 1"),
                     ONE.replace("  masterProfile:", "  # slipway: ignore KU -- for tests only\n  masterProfile:"),
                     "# slipway: ignore-file KU011 -- for tests only\n" + ONE):
            self.write("a.yaml", text)
            self.assertEqual(([], 0), self.ids("a.yaml"), text)

    def test_comment_that_does_nothing(self):
        self.write("a.yaml", ONE.replace("count: 1", "count: 1  # slipway: ignore KU011"))
        self.assertEqual(["KU011", "ST005"], sorted(self.ids("a.yaml")[0]))
        self.write("a.yaml", GOOD.replace("count: 3", "count: 3  # slipway: ignore KU011 -- one is enough"))
        self.assertEqual(["ST004"], self.ids("a.yaml")[0])
        # Text that looks like a comment and is none.
        self.write("a.yaml", ONE.replace("dnsPrefix: shop", 'dnsPrefix: "shop # slipway: ignore MD003 -- x"'))
        self.assertIn("MD003", self.ids("a.yaml")[0])

    def test_project_file(self):
        self.write("a/b/dev.yaml", ONE)
        self.write("a/b/prod.yaml", ONE)
        self.write("a/.slipway.yaml", "severities:\n  KU011: error\nignore:\n  - rule: KU011\n    paths: [b/dev.yaml]\n"
                   "    at: properties.masterProfile\n    reason: it is thrown away every night\n")
        self.assertEqual(([], 0), self.ids("a/b/dev.yaml"))
        self.assertEqual((["KU011"], 1), self.ids("a/b/prod.yaml"))
        self.assertEqual((["KU011"], 0), self.ids("a/b/prod.yaml", "--no-project"))
        self.write("a/.slipway.yaml", "severities:\n  KU011: 'off'\n")
        self.assertEqual(([], 0), self.ids("a/b/prod.yaml"))

    def test_wrong_project_file(self):
        self.write("a.yaml", GOOD)
        for text in ("severity:\n  KU011: error\n", "severities:\n  KU011: bad\n", "severities: [", "severities:\n  X: error\n",
                     "ignore:\n  - rule: KU011\n", "ignore:\n  - rule: nonsense\n    reason: x\n"):
            self.write(".slipway.yaml", text)
            result = self.slipway("validate", "a.yaml")
            self.assertEqual(2, result.returncode, text)
            self.assertIn(".slipway.yaml:", result.stderr)

    def test_models_of_the_project(self):
        self.write("clusters/x/a.yaml", ONE)
        self.write("clusters/b.json", "{}")
        self.write("other/c.yaml", "nonsense: [")
        self.write(".slipway.yaml", "models: ['clusters/**/*.yaml']\nignore:\n  - rule: IP001\n    reason: never found\n")
        self.assertEqual((["KU011"], 0), self.ids())
        self.assertIn("ST004", self.slipway("validate").stderr)
        self.assertEqual(2, self.slipway("validate", "none/*.yaml").returncode)
        self.assertEqual((["KU011"], 0), self.ids("clusters/*/*.yaml"))

    def test_baseline(self):
        self.write("a.yaml", ONE)
        self.assertEqual(0, self.slipway("validate", "a.yaml", "--baseline", "old.json", "--write-baseline").returncode)
        self.assertEqual(([], 0), self.ids("a.yaml", "--baseline", "old.json", "--fail-on", "info"))
        self.write("a.yaml", "# moved\n" + ONE.replace("Standard_D4s_v5", "Nonsense"))
        self.assertEqual((["VM001"], 1), self.ids("a.yaml", "--baseline", "old.json"))
        self.write("old.json", "{}")
        self.assertEqual(2, self.slipway("validate", "a.yaml", "--baseline", "old.json").returncode)

    def test_changed_since(self):
        def git(*arguments):
            subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *arguments], cwd=self.folder,
                           check=True, capture_output=True)
        git("init", "-q")
        for name in ("a.yaml", "b.yaml", "c.yaml"):
            self.write(name, ONE)
        git("add", ".")
        git("commit", "-qm", "first")
        self.write("b.yaml", ONE + "# changed\n")
        self.write("d.yaml", ONE)
        (self.folder / "c.yaml").unlink()
        result = self.slipway("validate", "*.yaml", "--changed-since", "HEAD", "--format", "json")
        self.assertEqual(["b.yaml", "d.yaml"], [report["file"] for report in json.loads(result.stdout)])
        for odd in ("nonsense", "--output=x"):
            self.assertEqual(2, self.slipway("validate", "*.yaml", f"--changed-since={odd}").returncode)
        self.assertFalse((self.folder / "x").exists())


if __name__ == "__main__":
    unittest.main()
