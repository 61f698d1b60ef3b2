"""`slipway init`: by flags, and by a dialogue on a terminal."""
import os
import pty
import re
import select
import subprocess
import unittest

import yaml
from tool import KEY, SLIPWAY, SUBNET, Scratch, slipway, validate


class FirstModel(Scratch):
    def setUp(self):
        super().setUp()
        self.key = self.write("id.pub", f"# mine\n{KEY} me@example\n\n")
        self.file = self.folder / "cluster.yaml"

    def init(self, *arguments):
        return slipway("init", self.file, *arguments)

    def findings(self):
        return [f for f in validate(self.file.read_bytes())[0] if f["severity"] != "info"]

    def test_by_flags(self):
        for arguments in (
            ("--name", "shop", "--location", "westeurope", "--kubernetes-version", "1.35", "--masters", "5", "--agents", "12",
             "--size", "Standard_D8s_v5", "--master-size", "Standard_D4s_v5", "--admin-username", "operator"),
            ("--name", "shop"),
            ("--vnet-cidr", "10.40.0.0/16", "--private-cluster"),
            ("--kubernetes-version", "1.35.1"),
            ("--vnet-subnet-id", SUBNET + "nodes", "--vnet-cidr", "10.7.0.0/16", "--subnet-prefix", "10.7.0.0/22",
             "--first-static-ip", "10.7.3.200"),
            ("--vnet-subnet-id", SUBNET + "nodes", "--first-static-ip", "10.7.3.200"),
        ):
            with self.subTest(arguments):
                result = self.init("--ssh-key", self.key, "--force", *arguments)
                self.assertEqual((0, b"", b""), (result.returncode, result.stdout, result.stderr))
                self.assertEqual([], self.findings())
                # It is in the layout of fmt, and its comments speak of keys that exist.
                self.assertEqual(0, slipway("fmt", "--check", self.file).returncode)
                taken_in = re.sub(r"^( *)# (\w+:( \S+)?|  \w+: \S+)$", r"\1\2", self.file.read_text(), flags=re.M)
                self.assertNotEqual(self.file.read_text(), taken_in)
                self.assertEqual([], [f for f in validate(taken_in)[0] if f["id"].startswith(("MD", "RD"))], taken_in)
        values = yaml.safe_load(self.file.read_text())
        self.assertEqual(f"{KEY} me@example", values["properties"]["linuxProfile"]["ssh"]["publicKeys"][0]["keyData"])

    def test_values_arrive(self):
        self.init("--name", "shop", "--location", "swedencentral", "--masters", "5", "--agents", "12", "--size",
                  "Standard_D8s_v5", "--ssh-key", self.key)
        values = yaml.safe_load(self.file.read_text())
        properties = values["properties"]
        self.assertEqual(("shop", "swedencentral"), (values["name"], values["location"]))
        self.assertEqual((5, "shop"), (properties["masterProfile"]["count"], properties["masterProfile"]["dnsPrefix"]))
        self.assertEqual((12, "Standard_D8s_v5"),
                         tuple(properties["agentPoolProfiles"][0][key] for key in ("count", "vmSize")))
        self.assertEqual("1.35", properties["orchestratorProfile"]["orchestratorRelease"])

    def test_same_flags_same_bytes(self):
        first = slipway("init", "-", "--ssh-key", self.key)
        again = slipway("init", "-", "--ssh-key", self.key, cwd="/", env={"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"})
        self.assertEqual((0, first.stdout), (again.returncode, again.stdout))
        self.init("--ssh-key", self.key)
        self.assertEqual(first.stdout, self.file.read_bytes())

    def test_it_says_what_is_open(self):
        result = self.init("--vnet-subnet-id", SUBNET + "nodes")
        self.assertEqual(0, result.returncode)
        said = result.stderr.decode().splitlines()
        self.assertEqual(2, len(said), said)
        self.assertTrue(all(line.startswith("slipway: still to be filled in: properties.") for line in said))
        self.assertEqual({"ID007", "NW010"}, {f["id"] for f in self.findings()})

    def test_nothing_is_overwritten(self):
        self.file.write_text("mine")
        result = self.init("--ssh-key", self.key)
        self.assertEqual((1, "mine"), (result.returncode, self.file.read_text()))
        self.assertIn(b"--force", result.stderr)
        link = self.folder / "link.yaml"
        link.symlink_to("nowhere")
        self.assertEqual(1, slipway("init", link).returncode)
        self.assertTrue(link.is_symlink())
        self.assertEqual(0, self.init("--ssh-key", self.key, "--force").returncode)
        self.assertNotEqual("mine", self.file.read_text())

    def test_wrong_answers_write_nothing(self):
        private = self.write("id", "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0LXNlY3JldA==\n-----END OPENSSH PRIVATE KEY-----\n")
        empty = self.write("empty", "# nothing\n")
        for status, said, arguments in (
            (1, b"MD003", ("--masters", "4")),
            (1, b"MD003", ("--agents", "0")),
            (1, b"LM001", ("--agents", "5000")),
            (1, b"VM001", ("--size", "Standard_Nothing")),
            (1, b"MD003", ("--kubernetes-version", "latest")),
            (1, b"MD003", ("--name", "x\ny: [")),
            (1, b"IP", ("--vnet-cidr", "10.0.0.0/8")),
            (1, b"IP", ("--vnet-cidr", "nonsense")),
            (1, b"AZ003", ("--vnet-subnet-id", "subnets/x")),
            (2, b"private key", ("--ssh-key", private)),
            (2, b"no public key", ("--ssh-key", empty)),
            (2, b"RD001", ("--ssh-key", self.folder)),
            (2, b"RD001", ("--ssh-key", self.folder / "none")),
            (1, b"ID007", ("--ssh-key", self.write("bad.pub", "no key at all"))),
            (2, b"masters", ("--masters", "three")),
            (2, b"Unknown option", ("--no-such-flag",)),
        ):
            with self.subTest(arguments):
                result = self.init(*arguments)
                self.assertEqual(status, result.returncode, result.stderr)
                self.assertIn(said, result.stderr)
                self.assertNotIn(b"c2VjcmV0", result.stderr)
                self.assertFalse(self.file.exists())

    def test_warnings_are_said(self):
        result = self.init("--location", "atlantis", "--masters", "1", "--ssh-key", self.key)
        self.assertEqual(0, result.returncode)
        self.assertIn(b"warning AZ002", result.stderr)
        self.assertIn(b"warning KU011", result.stderr)
        self.assertTrue(self.file.exists())

    def test_unwritable(self):
        result = slipway("init", self.folder / "none/cluster.yaml")
        self.assertEqual(1, result.returncode)
        self.assertIn(b"slipway: ", result.stderr)
        result = self.on_a_full_disk('head -c 9999 /dev/zero > "$1/more" 2>/dev/null; ! "$2" init "$1/cluster.yaml" '
                                     '&& [ ! -e "$1/cluster.yaml" ] && [ "$(ls "$1" | wc -l)" = 2 ]')
        if result:
            self.assertEqual(0, result.returncode, result.stderr)
            self.assertIn(b"No space left", result.stderr)

    def dialogue(self, answers, *arguments):
        """Runs init on a terminal and types `answers`, each after a question; what was shown and the exit status."""
        main, side = pty.openpty()
        process = subprocess.Popen([SLIPWAY, "init", self.file, *map(str, arguments)], stdin=side, stdout=side, stderr=side,
                                   env={**os.environ, "TERM": "dumb"})
        os.close(side)
        shown = b""
        answers = list(answers)
        try:
            while True:
                if not select.select([main], [], [], 30)[0]:
                    self.fail(f"no more came after {shown!r}")
                try:
                    data = os.read(main, 4096)
                except OSError:
                    break
                if not data:
                    break
                shown += data
                if answers and shown.rstrip(b" ").endswith(b"]:"):
                    os.write(main, answers.pop(0).encode())
        finally:
            os.close(main)
            process.kill()
        return shown.decode(), process.wait(30), answers

    def test_dialogue(self):
        shown, status, left = self.dialogue(
            ["shop\n", "swedencentral\n", "\n", "3\n", "7\n", "Standard_D8s_v5\n", "\n", f"{self.key}\n"])
        self.assertEqual((0, []), (status, left), shown)
        for line in ("Name of the cluster [cluster]:", "Masters [3]:", "written. Next: slipway validate"):
            self.assertIn(line, shown)
        self.assertEqual([], self.findings())
        by_dialogue = self.file.read_bytes()
        self.init("--force", "--name", "shop", "--location", "swedencentral", "--agents", "7", "--size", "Standard_D8s_v5",
                  "--ssh-key", self.key)
        self.assertEqual(self.file.read_bytes(), by_dialogue)

    def test_dialogue_asks_again_and_only_for_what_is_open(self):
        shown, status, left = self.dialogue(
            ["many\n", "4\n", "5\n", SUBNET + "nodes\n", "10.7.0.0/22\n", "10.7.3.200\n"],
            "--name", "shop", "--location", "westeurope", "--kubernetes-version", "1.35", "--agents", "2", "--size",
            "Standard_D4s_v5", "--ssh-key", self.key)
        self.assertEqual((0, []), (status, left), shown)
        self.assertEqual(3, shown.count("Masters [3]:"))
        self.assertIn("this is no number", shown)
        self.assertIn("must be one of 1, 3, 5", shown)
        self.assertNotIn("Name of the cluster", shown)
        self.assertEqual([], self.findings())

    def test_dialogue_that_ends(self):
        for answers in (["\x04"], ["shop\n", "\x04"], ["Not A Name\n"] * 3):
            shown, status, _ = self.dialogue(answers)
            self.assertEqual(1, status, shown)
            self.assertIn("nothing was written", shown)
            self.assertFalse(self.file.exists())

    def test_defaults_ask_nothing(self):
        shown, status, left = self.dialogue(["x"], "--defaults", "--ssh-key", self.key)
        self.assertEqual((0, ["x"]), (status, left), shown)


if __name__ == "__main__":
    unittest.main()
