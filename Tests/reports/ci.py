"""The examples for pipelines, run as the pipelines would run them."""
import json
import os
import pathlib
import subprocess
import unittest

import yaml
from tool import GOOD, ROOT, SLIPWAY, Scratch

EXAMPLES = ROOT / "examples/ci"
BAD = GOOD.replace("dnsPrefix", "dnsPrefx")


class Pipelines(Scratch):
    def setUp(self):
        super().setUp()
        tools = self.folder / "bin"
        tools.mkdir()
        (tools / "slipway").symlink_to(SLIPWAY)
        self.env = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "GITHUB_BASE_REF": "main",
                    "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
                    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
        self.origin, self.clone = self.folder / "origin", self.folder / "clone"
        self.git("init", "-q", "-b", "main", self.origin, cwd=self.folder)
        self.write("origin/clusters/shop/a.yaml", GOOD)
        self.git("add", ".", cwd=self.origin)
        self.git("commit", "-qm", "first", cwd=self.origin)
        self.git("clone", "-q", self.origin, self.clone, cwd=self.folder)

    def git(self, *arguments, cwd):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *map(str, arguments)], cwd=cwd,
                       check=True, capture_output=True, env=self.env)

    def shell(self, script):
        return subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=self.clone, env=self.env, timeout=60,
                              capture_output=True, text=True)

    def test_github(self):
        steps = yaml.safe_load((EXAMPLES / "github-step.yaml").read_text())["jobs"]["validate"]["steps"]
        script = next(step["run"] for step in steps if "run" in step)
        self.assertEqual(0, self.shell(script).returncode)
        self.write("clone/clusters/shop/a.yaml", BAD)
        result = self.shell(script)
        self.assertEqual(1, result.returncode)
        self.assertIn("::error file=clusters/shop/a.yaml,line=", result.stdout)
        self.assertIn("MD001", (self.folder / "summary.md").read_text())
        self.assertTrue(json.loads((self.clone / "slipway.sarif").read_text())["runs"][0]["results"])

    def test_gitlab(self):
        job = yaml.safe_load((EXAMPLES / "gitlab-ci.yaml").read_text())["slipway"]
        script = "\n".join(job["script"])
        self.assertEqual(0, self.shell(script).returncode)
        self.write("clone/clusters/shop/a.yaml", BAD)
        self.assertEqual(1, self.shell(script).returncode)
        for report in job["artifacts"]["reports"].values():
            self.assertTrue((self.clone / report).stat().st_size > 10)

    def test_pull_request(self):
        model = self.write("model.yaml", GOOD)
        result = subprocess.run([EXAMPLES / "pull-request", model], env=self.env, timeout=60, capture_output=True, text=True)
        self.assertEqual(0, result.returncode, result.stdout + result.stderr)
        self.assertIn("error MD001", result.stdout)
        self.assertIn("#### Change of `clusters/shop.yaml`: replaces nodes one by one", result.stdout)
        self.assertIn("| `agentPoolProfiles[0].vmSize` | `Standard_D4s_v5` | `Standard_D8s_v5` |", result.stdout)
        self.assertTrue(result.stdout.endswith("== accepted\n"))


if __name__ == "__main__":
    unittest.main()
