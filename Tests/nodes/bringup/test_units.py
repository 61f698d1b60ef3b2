"""Units as systemd reads them, and that what the steps name is what there is."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import support
from machine import STEPS

TEMPLATES = support.REPOSITORY / "templates"


class Units(support.Rooms):
    def test_systemd_accepts_every_unit(self):
        """With the programs that they start put in their places, nothing is left to complain of."""
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch)
            units = root / "units"
            units.mkdir()
            programs = {"/usr/local/bin/": root / "bin", "/opt/slipway/bin/": root / "bin", "/opt/cni/bin/": root / "bin"}
            (root / "bin").mkdir()
            for source in sorted((TEMPLATES / "units").iterdir()):
                if source.suffix == ".conf":
                    (units / "kubelet.service.d").mkdir(exist_ok=True)
                    shutil.copy(source, units / "kubelet.service.d" / source.name)
                    continue
                text = source.read_text()
                for place, folder in programs.items():
                    for name in re.findall(rf"^Exec\w+=-?{re.escape(place)}(\S+)", text, re.M):
                        (folder / name).write_text("#!/bin/sh\n")
                        (folder / name).chmod(0o755)
                    text = re.sub(rf"^(Exec\w+=-?){re.escape(place)}", rf"\g<1>{folder}/", text, flags=re.M)
                (units / source.name).write_text(text)
            names = sorted(str(unit) for unit in units.iterdir() if unit.is_file())
            self.assertEqual(8, len(names))
            result = subprocess.run(["systemd-analyze", "verify", *names], capture_output=True, text=True)
            # Complaints about the host's own units are none of ours.
            ours = [line for line in result.stderr.splitlines() if scratch in line or "slipway" in line]
            self.assertEqual([], ours)

    def test_steps_come_in_their_order(self):
        for role, folder in (("master", "masters"), ("node", "agents")):
            paths = [path for path in self.cluster.files(role) if path.startswith("/opt/slipway/steps/")]
            names = [re.sub(r"^\d\d-|\.sh$", "", path.rsplit("/", 1)[1]) for path in sorted(paths)]
            self.assertEqual(STEPS[role], names, folder)

    def test_every_step_says_code_and_limit(self):
        codes = {}
        for step in sorted(TEMPLATES.glob("steps/**/*.sh")):
            first = step.read_text().splitlines()[0]
            self.assertRegex(first, r"^# step code=\d+ limit=\d+$", step.name)
            codes.setdefault(first.split()[2], []).append(step.name)
        # Each step has a code of its own; settings and secrets miss the same thing.
        shared = [names for names in codes.values() if len(names) > 1]
        self.assertEqual([["60-secrets.sh", "65-settings.sh"]], shared)

    def test_size(self):
        for role in ("master", "node"):
            self.assertLess(len(self.cluster.user_data(role)), 48 * 1024)

    def test_documentation_names_every_step_and_code(self):
        text = (support.REPOSITORY / "docs/bring-up.md").read_text()
        for step in TEMPLATES.glob("steps/**/*.sh"):
            self.assertIn(f"| `{re.sub('^[0-9]+-', '', step.stem)}` |", text)
        used = set()
        for file in [*TEMPLATES.glob("steps/**/*.sh"), *TEMPLATES.glob("lib/*.sh"), *TEMPLATES.glob("bin/*")]:
            script = file.read_text()
            used |= set(re.findall(r"\bfail (\d+)", script)) | set(re.findall(r"\bcode=(\d+)", script))
            used |= set(re.findall(r"start_unit \S+ (\d+)|ended (\d+)", script) and
                        [code for pair in re.findall(r"start_unit \S+ (\d+)|ended (\d+)", script) for code in pair if code])
        used.discard("0")
        for code in sorted(used, key=int):
            self.assertRegex(text, rf"(?m)^\| {code} \|", f"code {code}")
        # Every code of the table names tests, and they are there.
        there = {name for file in sorted(support.REPOSITORY.glob("Tests/nodes/bringup/test_*.py"))
                 for name in re.findall(r"def (test_\w+)", file.read_text())}
        rows = re.findall(r"(?m)^\| (\d+) \|.*\| ([^|]*) \|$", text)
        self.assertGreater(len(rows), 35)
        for code, cell in rows:
            named = re.findall(r"`(test_\w+)`", cell)
            self.assertTrue(named and set(named) <= there, f"code {code}: {cell}")


if __name__ == "__main__":
    unittest.main()
