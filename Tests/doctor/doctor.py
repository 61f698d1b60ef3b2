"""Every failure is found in a log as machines and Azure write it, and every code of a step is in the table."""
import json
import pathlib
import re
import subprocess
import tempfile
import unittest

from logs import LOGS
from program import slipway

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = json.loads((ROOT / "apimodels/failures.json").read_text())


def doctor(text):
    result = slipway("doctor", "--log", "-", "--format", "json", stdin=text.encode())
    return result.returncode, [failure["id"] for failure in json.loads(result.stdout)["failures"]]


class Table(unittest.TestCase):
    def test_each_failure_has_a_log(self):
        self.assertGreaterEqual(len(TABLE), 40)
        self.assertEqual({entry["id"] for entry in TABLE}, set(LOGS))

    def test_form(self):
        self.assertEqual(len({entry["id"] for entry in TABLE}), len(TABLE))
        for entry in TABLE:
            self.assertRegex(entry["id"], r"^[a-z][a-z0-9-]+$")
            self.assertLessEqual(len(entry["title"]), 90)
            self.assertFalse(entry["title"].endswith("."))
            for key in ("cause", "remedy"):
                self.assertTrue(entry[key].endswith("."), entry["id"])
            self.assertTrue(entry["signs"] and all(entry["signs"]), entry["id"])

    def test_codes_of_steps(self):
        known = {entry["code"] for entry in TABLE if "code" in entry}
        used = set()
        for path in (ROOT / "templates").rglob("*"):
            if path.is_file():
                used |= {int(code) for code in re.findall(r"\bfail (\d+)\b", path.read_text())}
                used |= {int(code) for code in re.findall(r"^# step code=(\d+)", path.read_text(), re.M)}
        self.assertTrue(used)
        self.assertEqual(set(), used - known)

    def test_documentation(self):
        result = subprocess.run([ROOT / "Sources/Failures/generate", "--check"], capture_output=True, text=True)
        self.assertEqual(0, result.returncode, result.stderr)


class Doctor(unittest.TestCase):
    def test_each_is_found(self):
        for identifier, log in LOGS.items():
            with self.subTest(identifier):
                status, found = doctor(log)
                self.assertEqual(0, status)
                self.assertIn(identifier, found)

    def test_the_machine_has_the_first_word(self):
        text = ("2026-11-26T08:00:00Z error code=110 kubelet from https://m.example/kubelet has another SHA-256 than abc\n"
                "slipway: code=110 step=30-fetch name=checksum: A download has another SHA-256 than the plan says\n")
        result = slipway("doctor", "--log", "-", stdin=text.encode()).stdout.decode()
        self.assertTrue(result.startswith("A download has another SHA-256 than the plan says (code 110, step 30-fetch)\n"))
        self.assertEqual(1, result.count("cause:"))

    def test_extension_message_in_json(self):
        message = json.dumps({"code": "VMExtensionProvisioningError", "message": "Command failed\n[stdout]\nwaiting\n"
                              "slipway: code=13 step=55-etcd-disk name=etcd-disk: The data disk\n\n[stderr]\n"})
        self.assertEqual((0, ["etcd-disk", "extension"]), doctor(message))

    def test_nothing_found(self):
        self.assertEqual((1, []), doctor("all is well\n"))
        self.assertEqual((1, []), doctor(""))

    def test_bad_input(self):
        self.assertEqual(2, slipway("doctor").returncode)
        self.assertEqual(2, slipway("doctor", "--log", "/nowhere").returncode)
        status, found = doctor("\x00\xff\x1b[31m SubnetIsFull \x1b[0m" + "x" * 100000)
        self.assertEqual((0, ["subnet-full"]), (status, found))
        shown = slipway("doctor", "--log", "-", stdin=b"\x1b]0;title\x07 SubnetIsFull").stdout
        self.assertNotIn(b"\x1b", shown)

    def test_attempts_of_a_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            attempts = pathlib.Path(folder, "attempts")
            attempts.mkdir()
            (attempts / "0001.json").write_text('{"error": {"code": "SubnetIsFull"}}')
            result = slipway("doctor", folder)
            self.assertEqual(0, result.returncode)
            self.assertIn(b"attempts/0001.json:1:", result.stdout)
