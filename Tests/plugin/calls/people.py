"""Commands for people, away from any node: usage, exit codes, the SNAT table's text."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PLUGIN = os.environ["PLUGIN"]


def run(*arguments, **environment):
    return subprocess.run([PLUGIN, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=30)


class Usage(unittest.TestCase):
    def test_help_names_every_command(self):
        text = run("help").stdout
        for command in ("status", "list", "check-node", "refresh", "snat show", "snat apply", "snat remove", "version"):
            self.assertIn(command, text)

    def test_wrong_usage_is_2_and_says_why(self):
        for arguments in ((), ("frob",), ("status", "--frob"), ("list", "--settings"), ("list", "--settings", "relative"),
                          ("snat",), ("status", "list")):
            result = run(*arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertIn("Usage:", result.stderr, arguments)
            self.assertEqual(result.stdout, "", arguments)

    def test_version(self):
        self.assertRegex(run("version").stdout, r"^slipway-vnet \S+, CNI .*1\.1\.0$")


class WithoutState(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def test_status_and_list_of_a_machine_without_pods(self):
        missing = self.folder.name + "/none"
        status = run("status", "--json", "--state-directory", missing)
        self.assertEqual(status.returncode, 0, status.stderr)
        self.assertEqual(json.loads(status.stdout)["pool"], 0)
        self.assertEqual(json.loads(run("list", "--json", "--state-directory", missing).stdout), [])
        self.assertFalse(os.path.exists(missing), "looking must not make a folder")

    def test_state_that_is_no_state(self):
        for content in (b"", b"\0" * 5000, b"x" * 70000, b"SLWVNET1" + b"\xff" * 9000):
            pathlib.Path(self.folder.name, "state").write_bytes(content)
            result = run("status", "--json", "--state-directory", self.folder.name)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertTrue(json.loads(result.stdout)["damaged"])


class Settings(unittest.TestCase):
    def show(self, settings):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write(settings if isinstance(settings, str) else json.dumps(settings))
            file.flush()
            return run("snat", "show", "--settings", file.name)

    def test_table(self):
        result = self.show({"snat": {"interface": "eth0", "unmasqueraded": ["10.0.0.0/8"],
                                     "unmasqueradedSources": ["10.1.0.9/32", "10.1.0.10/32"]}})
        self.assertEqual(result.stdout, """\
table ip slipway_snat
delete table ip slipway_snat
table ip slipway_snat {
    set unmasqueraded {
        type ipv4_addr
        flags interval
        auto-merge
        elements = { 10.0.0.0/8 }
    }
    chain postrouting {
        type nat hook postrouting priority srcnat; policy accept;
        fib daddr type local return
        ip saddr { 10.1.0.9/32, 10.1.0.10/32 } ip daddr != 169.254.169.254 return
        ip daddr @unmasqueraded return
        iifname "slw*" oifname "eth0" masquerade fully-random
    }
}
""")

    def test_no_masquerading(self):
        self.assertEqual(self.show({"snat": {"mode": "none"}}).stdout,
                         "table ip slipway_snat\ndelete table ip slipway_snat\n")

    def test_wrong_settings_name_the_key(self):
        for settings, key in (
                ("{", "no JSON"), ("[]", "object"), ({"snat": {"mode": "all"}}, "snat.mode"),
                ({"snat": {"unmasqueraded": ["10.0.0.1/8"]}}, "10.0.0.1/8"), ({"snta": {}}, "snta"),
                ({"snat": {"interface": 'a"b'}}, "snat.interface"), ({"restSeconds": -1}, "restSeconds"),
                ({"uplink": "a b"}, "uplink"), ({"sources": ["dns"]}, "sources"), ({"imds": "https://x"}, "imds"),
                ({"poolFile": "x"}, "poolFile"), ({"reservedAddresses": [{"name": "a b", "address": "10.0.0.1"}]}, "name"),
                ({"reservedAddresses": [{"name": "a"}]}, "address"), ({}, "snat")):
            result = self.show(settings)
            self.assertEqual(result.returncode, 1, settings)
            self.assertIn(key, result.stderr, settings)
            self.assertEqual(result.stdout, "")


class BadCalls(unittest.TestCase):
    """What is refused before anything is touched; codes of the specification."""

    def refused(self, text, code, **environment):
        variables = {"CNI_COMMAND": "STATUS", **environment}
        result = subprocess.run([PLUGIN], env=variables, input=text, capture_output=True, timeout=30)
        self.assertEqual(result.returncode, 1)
        answer = json.loads(result.stdout)
        self.assertEqual(answer["code"], code, answer)
        return answer

    def test_configuration(self):
        good = {"cniVersion": "1.1.0", "name": "n", "type": "slipway-vnet"}
        for changes, code in (
                ({"mode": "bridge"}, 2), ({"ipam": {"type": "host-local"}}, 2), ({"ipam": 1}, 2), ({"lockSeconds": 0}, 7),
                ({"lockSeconds": "10"}, 7), ({"log": "syslog"}, 7), ({"stateDirectory": "x"}, 7), ({"settings": 1}, 7),
                ({"prevResult": []}, 6), ({"name": ""}, 7), ({"name": "n" * 49}, 7), ({"cniVersion": None}, 6)):
            self.refused(json.dumps({**good, **changes}).encode(), code)

    def test_text(self):
        for text, code in ((b"\xff\xfe", 6), (b"[" * 100000, 6), (b'{"a":1}{', 6), (b"null", 6), (b"\0", 6),
                           (b"x" * (5 << 20), 5)):
            self.refused(text, code)

    def test_environment(self):
        text = b'{"cniVersion": "1.0.0", "name": "n"}'
        for changes in ({"CNI_COMMAND": ""}, {"CNI_COMMAND": "add"}, {"CNI_CONTAINERID": "a" * 161},
                        {"CNI_CONTAINERID": "a\n"}, {"CNI_IFNAME": "."}, {"CNI_IFNAME": "\u2003"}):
            environment = {"CNI_COMMAND": "DEL", "CNI_CONTAINERID": "a", "CNI_IFNAME": "eth0", **changes}
            self.assertEqual(self.refused(text, 4, **environment)["cniVersion"], "1.0.0")


if __name__ == "__main__":
    unittest.main()
