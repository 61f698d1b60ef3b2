"""`slipway convert`: the other notation says the same, and what was lost is said."""
import json
import os
import pathlib
import random
import shutil
import tempfile
import unittest

import yaml
from tool import MODELS, ROOT, SHARED, Scratch, model, slipway

# Texts that a careless writer of YAML spoils.
NASTY = ["", " ", "no", "No", "NO", "yes", "on", "off", "y", "n", "true", "True", "null", "Null", "~", "1e3", "1E3", "0x1f",
         "0o17", "017", "0b1", "1_000", "1:30", "190:20:30", ".5", "5.", "1.", "+1", "-1", "-", "--", "-x", "- x", "?", "? x",
         ":", ": x", "x: y", "x:", "x :", ":x", "x #y", "x#y", "#x", "# x", " x", "x ", "\tx", "x\t", "a\tb", "a\nb", "a\n", "\na",
         "\n", "\n\n", "a\n\n", "a\n\nb\n", " a\nb", "a\n b\n", "a \nb", "a\r\nb", "a\rb", "\r", "\x00", "\x01", "\x1b[31m",
         "\x7f", "\x85", "\x9b", "\xa0", "\u2028", "\u2029", "\ufeff", "\ufeffa", "\ufffe", "\uffff", "\ufffd", "é", "Ärger",
         "日本語", "😀", "e\u0301", "\u202eevil", "{}", "{a: b}", "[]", "[a, b]", "a, b", "]", "}", "&a", "*a", "!a", "!!int 3",
         "|", "|-", ">", "%YAML 1.2", "@a", "`a`", "'", "''", '"', '""', "it's", 'say "x"', "\\", "\\n", "a\\", "<<", "=",
         "...", "--- ", "---", "2001-01-01", "2001-01-01T00:00:00Z", ".inf", "-.inf", ".nan", ".NaN", "inf", "NaN", "1.35",
         "1.35.1", "10.0.0.0/8", "10.0.0.1", "0.0", "1e-7", "12e03", "0xZZ", "_", "_1", "1_", "/x", "$(reboot)", "${x}", "a" * 3000,
         "--max-pods", "10Gi", "30s", "ssh-ed25519 AAAA= x@y", "a: b: c", "key with spaces", "a\u0300", "line one\n  two\n three\n"]
NUMBERS = ["0", "-0", "1", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "99999999999999999999999",
           "1.0", "1.50", "0.1", "1e5", "1E5", "1e-7", "1.5e300", "-2.5E-3", "5e-324", "123456789.123456789"]


def document(text):
    """The tree of a text with the order of keys."""
    return json.loads(text) if text.lstrip()[:1] == b"{" else yaml.safe_load(text)


def ordered(value):
    return json.dumps(value)


class Conversion(Scratch):
    def convert(self, path, *arguments):
        result = slipway("convert", path, *arguments)
        self.assertEqual(0, result.returncode, result.stderr)
        return result.stdout

    def test_there_and_back(self):
        for path in MODELS:
            with self.subTest(path.parent.name + "/" + path.name):
                before = document(path.read_bytes())
                there = self.convert(path)
                self.assertNotEqual(path.suffix == ".json", there.lstrip()[:1] == b"{")
                self.assertEqual(ordered(before), ordered(document(there)))
                back = self.convert(self.write("there", there))
                self.assertEqual(ordered(before), ordered(document(back)))
                self.assertEqual(path.suffix == ".json", back.lstrip()[:1] == b"{")
                if path.suffix == ".json":
                    self.assertEqual(0, slipway("fmt", "--check", self.write("x.yaml", there)).returncode)

    def test_same_cluster(self):
        """What generate makes of a model and of its conversion is the same, also with today's keys."""
        for name in ("aks-engine-model", "yaml-own-keys", "network-hybrid", "quickstart"):
            folder = ROOT / "examples" / name
            path = next(folder.glob("cluster.*"))
            arguments = (folder / "arguments").read_text().splitlines() if (folder / "arguments").exists() else []
            for flags in ([], ["--update-keys"]):
                with self.subTest(name, flags=flags):
                    made = {}
                    for file in (path, self.write("converted", self.convert(path, *flags))):
                        out = self.folder / "out"
                        result = slipway("generate", file, *arguments, "--no-plugin", "-o", out)
                        self.assertEqual(0, result.returncode, result.stderr)
                        made[file] = {p.relative_to(out): p.read_bytes() for p in out.rglob("*")
                                      if p.is_file() and "secrets" not in p.parts}
                        shutil.rmtree(out)
                    self.assertEqual(*made.values())

    def test_nasty_texts(self):
        values = {"texts": NASTY, "keys": {text: "x" for text in NASTY}, "text": {f"k{i}": t for i, t in enumerate(NASTY)},
                  "lists": [[t, [t]] for t in NASTY], "nested": [{t: {t: [t]}} for t in NASTY]}
        source = self.write("nasty.json", json.dumps(values, ensure_ascii=False))
        there = self.convert(source)
        self.assertEqual(ordered(values), ordered(yaml.safe_load(there)))
        self.assertEqual(ordered(values), ordered(yaml.load(there, yaml.CSafeLoader)))
        back = self.convert(self.write("nasty.yaml", there))
        self.assertEqual(ordered(values), ordered(json.loads(back)))
        # Nothing in it can steer a terminal, and escapes in the JSON are the same text.
        self.assertNotIn(b"\x1b", there + back)
        escaped = self.write("escaped.json", json.dumps(values, ensure_ascii=True))
        self.assertEqual(there, self.convert(escaped))

    def test_numbers(self):
        source = self.write("n.json", '{"a": [%s], "b": [true, false, null, {}, [], [[]], [{}], {"c": {}}]}' % ", ".join(NUMBERS))
        there = self.convert(source)
        expected = json.loads(source.read_text(), parse_int=lambda t: int(t) if abs(int(t)) < 2**63 or int(t) == -2**63 else float(t))
        self.assertEqual(ordered(expected), ordered(yaml.safe_load(there)))
        self.assertEqual(ordered(expected), ordered(json.loads(self.convert(self.write("n.yaml", there)))))

    def test_random_trees(self):
        chance = random.Random(11)

        def tree(depth):
            kind = chance.randrange(8 if depth < 5 else 5)
            if kind < 3:
                return chance.choice(NASTY)
            if kind < 5:
                return chance.choice([None, True, False, 7, -3, 1.5])
            if kind == 5:
                return [tree(depth + 1) for _ in range(chance.randrange(4))]
            return {chance.choice(NASTY) + str(i): tree(depth + 1) for i in range(chance.randrange(4))}

        for number in range(60):
            value = {"k": tree(0), "l": [tree(0) for _ in range(3)]}
            with self.subTest(number):
                there = self.convert(self.write("t.json", json.dumps(value, ensure_ascii=False)))
                self.assertEqual(ordered(value), ordered(yaml.safe_load(there)))
                self.assertEqual(ordered(value), ordered(json.loads(self.convert(self.write("t.yaml", there)))))

    def test_blocks_are_readable(self):
        there = self.convert(self.write("c.json", json.dumps({"cert": "-----BEGIN X-----\nabc\n-----END X-----\n"})))
        self.assertEqual(b"cert: |\n  -----BEGIN X-----\n  abc\n  -----END X-----\n", there)

    def test_comments_are_counted(self):
        text = "# one\napiVersion: vlabs  # two\nname: 'a # b'\nid: |  \n  # no comment\nproperties: {} # three\n"
        result = slipway("convert", self.write("c.yaml", text))
        self.assertEqual((0, b"slipway: 3 comments are left out: JSON has none\n"), (result.returncode, result.stderr))
        result = slipway("convert", self.write("c.yaml", "a: 1  # slipway: ignore KU011 -- a test\n"))
        self.assertIn(b"1 comment is left out", result.stderr)
        self.assertIn(b".slipway.yaml", result.stderr)

    def test_update_keys(self):
        old = model(pool={"availabilityProfile": "VirtualMachineScaleSets", "scaleSetPriority": "Low", "VMSize": "Standard_D4s_v5",
                          "vmSize": None}, kubernetes={"dockerBridgeSubnet": "172.17.0.1/16"})
        path = self.write("old.json", json.dumps(old, indent=2))
        result = slipway("convert", path, "--update-keys")
        pool = yaml.safe_load(result.stdout)["properties"]["agentPoolProfiles"][0]
        self.assertEqual(("Spot", "Standard_D4s_v5"), (pool["scaleSetPriority"], pool["vmSize"]))
        self.assertNotIn(b"dockerBridgeSubnet", result.stdout)
        self.assertEqual({b"ST001", b"ST003", b"ST006"}, {line.split(b": ")[1] for line in result.stderr.splitlines()})
        # Without the flag nothing is changed.
        self.assertEqual(ordered(old), ordered(yaml.safe_load(self.convert(path))))
        # From YAML to YAML the comments stay.
        path = self.write("old.yaml", "# the shop\n" + self.convert(path).decode().replace("scaleSetPriority: Low",
                                                                                         "scaleSetPriority: Low  # cheap"))
        updated = self.convert(path, "--to", "yaml", "--update-keys")
        self.assertIn(b"# the shop\n", updated)
        self.assertIn(b"scaleSetPriority: Spot  # cheap", updated)

    def test_shelf_models_get_todays_keys(self):
        for path in sorted((SHARED / "models").glob("*.json")):
            with self.subTest(path.name):
                updated = self.write("u.yaml", self.convert(path, "--update-keys"))
                report = json.loads(slipway("validate", "--no-project", "--format", "json", updated).stdout)
                self.assertEqual([], [f for f in report["findings"] if f["id"] in ("ST001", "ST003", "ST006")])

    def test_output(self):
        source = self.write("m.json", '{"a": "b"}')
        source.chmod(0o600)
        out = self.folder / "m.yaml"
        self.assertEqual(0, slipway("convert", source, "-o", out).returncode)
        self.assertEqual(("a: b\n", 0o600), (out.read_text(), out.stat().st_mode & 0o777))
        out.write_text("mine")
        result = slipway("convert", source, "-o", out)
        self.assertEqual((1, "mine"), (result.returncode, out.read_text()))
        self.assertEqual(0, slipway("convert", source, "-o", out, "--force").returncode)
        self.assertEqual("a: b\n", out.read_text())
        # The name says the notation, the flag says more.
        self.assertEqual(b'{"a": "b"}', slipway("convert", source, "--to", "json").stdout)
        self.assertEqual(b"a: b\n", slipway("convert", "-", stdin=b'{"a": "b"}').stdout)
        self.assertEqual(0, slipway("convert", source, "-o", self.folder / "n.json").returncode)
        self.assertEqual('{"a": "b"}', (self.folder / "n.json").read_text())

    def test_wrong_input(self):
        good = self.write("m.json", '{"a": "b"}')
        for status, said, arguments in (
            (2, b"RD001", ("none.json",)),
            (2, b"RD003", (self.write("bad.json", '{"a": }'),)),
            (2, b"RD005", (self.write("bad.yaml", "a: &x 1\nb: *x\n"),)),
            (2, b"RD006", (self.write("list.yaml", "- a\n"),)),
            (2, b"RD002", (self.write("latin.yaml", b"a: caf\xe9\n"),)),
            (2, b"toml", (good, "--to", "toml")),
            (1, b"slipway: ", (good, "-o", self.folder / "none/m.yaml")),
            (2, b"model", ()),
        ):
            with self.subTest(arguments):
                result = slipway("convert", *arguments)
                self.assertEqual(status, result.returncode, result.stderr)
                self.assertIn(said, result.stderr)
        result = self.on_a_full_disk('head -c 9999 /dev/zero > "$1/more" 2>/dev/null; ! "$2" convert "$3" -o "$1/m.yaml" '
                                     '&& [ ! -e "$1/m.yaml" ]', good)
        if result:
            self.assertEqual(0, result.returncode, result.stderr)


if __name__ == "__main__":
    unittest.main()
