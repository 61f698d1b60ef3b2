"""Pages of the manual that say what the program says."""
import json
import os
import subprocess
import unittest

from harness.judge import SHARED
from harness.program import ROOT

# Codes that say only that something inside went wrong: nobody is told a cause of theirs.
GENERIC = {"ResourceDeploymentFailure", "ResourceOperationFailure", "MultipleErrorsOccurred"}


class Pages(unittest.TestCase):
    def test_errors(self):
        # docs/errors.md is written from the table that the program has in it.
        done = subprocess.run([ROOT / "Tests/azure/errors_page.py", "--check"], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        page = (ROOT / "docs/errors.md").read_text()
        for entry in json.loads((ROOT / "apimodels/azure-errors.json").read_text()):
            for text in (f"`{entry['code']}`", entry["cause"], entry["remedy"]):
                self.assertIn(text, page)

    def test_every_real_code_is_known(self):
        shelf = SHARED / "rest/errors.json"
        if not shelf.exists():
            with open(os.environ.get("NOT_RUN", os.devnull), "a") as file:
                file.write(f"codes of real errors: there is no {shelf}\n")
            return
        known = {entry["code"] for entry in json.loads((ROOT / "apimodels/azure-errors.json").read_text())}
        real = {entry["code"] for entry in json.loads(shelf.read_text())["codes"]}
        self.assertEqual(real - known - GENERIC, set())
