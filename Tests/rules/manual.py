"""Every rule has a page whose wrong example raises it and whose right one does not."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import yaml

SLIPWAY = os.environ["SLIPWAY"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs/rules").glob("[A-Z][A-Z][0-9]*.md"))
BASE = yaml.safe_load((pathlib.Path(__file__).parent / "base.yaml").read_text())
# Rules that speak outside `validate`: their examples are commands in words, and the tests of those commands raise them.
SPOKEN = {"UP032", "RD001", "RD008", "RD009", "LM006", "LM007", "KU014", "PK001", "PK002", "PK007", "PK008"}
EXAMPLE = re.compile(r"^## (Before|Wrong|Right)\n\n```(yaml|json|text)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def merged(base, change):
    """`change` over `base`: objects merge, everything else replaces."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    return {**base, **{key: merged(base.get(key), value) for key, value in change.items()}}


def model(language, text):
    """The file that an example stands for: YAML is laid over the base, JSON is a file, text has bytes as \\xNN."""
    if language == "yaml":
        return json.dumps(merged(BASE, yaml.safe_load(text))).encode()
    if language == "text":
        return re.sub(rb"\\x([0-9A-F]{2})", lambda m: bytes([int(m[1], 16)]), text.encode())
    return text.encode()


def findings(data, before=None):
    """What is found in a model; with `before`, also what it does to the cluster of that one."""
    with tempfile.TemporaryDirectory() as scratch:
        old = pathlib.Path(scratch, "old")
        old.write_bytes(before or b"")
        result = subprocess.run([SLIPWAY, "validate", "-", "--format", "json", *(["--against", old] if before else [])],
                                input=data, capture_output=True, timeout=60)
    return json.loads(result.stdout)["findings"]


class Manual(unittest.TestCase):
    def test_base_is_silent(self):
        self.assertEqual([], findings(json.dumps(BASE).encode()))

    def test_pages_are_what_the_comments_say(self):
        result = subprocess.run([ROOT / "Sources/RuleManual/generate", "--check"], capture_output=True, text=True)
        self.assertEqual((0, ""), (result.returncode, result.stdout + result.stderr))

    def test_examples(self):
        self.assertGreaterEqual(len(PAGES), 60)
        for page in PAGES:
            rule, text = page.stem, page.read_text()
            examples = {what: (language, body) for what, language, body in EXAMPLE.findall(text)}
            if rule in SPOKEN:
                self.assertEqual({}, examples, rule)
                continue
            with self.subTest(rule):
                before = model(*examples.pop("Before")) if rule.startswith("UP") else None
                self.assertEqual({"Wrong", "Right"}, set(examples))
                wrong = [f for f in findings(model(*examples["Wrong"]), before) if f["id"] == rule]
                self.assertTrue(wrong, f"{rule}: the wrong example does not raise it")
                severities = re.search(r"Severity: (.*)\.", text)[1]
                self.assertTrue(all(f["severity"] in severities for f in wrong), wrong)
                right = [f for f in findings(model(*examples["Right"]), before) if f["id"] == rule]
                self.assertEqual([], right, f"{rule}: the right example raises it")

    def test_right_examples_have_no_error(self):
        """An example that is shown as right raises no other error either, or it would teach a mistake."""
        for page in PAGES:
            for what, language, body in EXAMPLE.findall(page.read_text()):
                if what == "Right" and language == "yaml":
                    with self.subTest(page.stem):
                        self.assertEqual([], [f for f in findings(model(language, body)) if f["severity"] == "error"])

    def test_explain(self):
        for page in PAGES:
            result = subprocess.run([SLIPWAY, "explain", page.stem.lower()], capture_output=True, text=True)
            self.assertEqual((0, page.read_text()), (result.returncode, result.stdout), page.stem)
        every = subprocess.run([SLIPWAY, "explain"], capture_output=True, text=True).stdout.splitlines()
        self.assertEqual([page.stem for page in PAGES], [line.split()[0] for line in every])

    def test_explain_unknown(self):
        result = subprocess.run([SLIPWAY, "explain", "IP0O1"], capture_output=True, text=True)
        self.assertEqual((2, ""), (result.returncode, result.stdout))
        self.assertIn("did you mean IP001?", result.stderr)


if __name__ == "__main__":
    unittest.main()
