"""What no model may be: each wrong input with the id, the place and the exit status that it must give."""
import json
import random
import unittest

from program import BASE, model, validate

GOOD = json.dumps(BASE, indent=2)


def at(text, marker="§"):
    """A text without its marker, and the line and column where the marker stood."""
    before = text.split(marker)[0]
    return text.replace(marker, ""), before.count("\n") + 1, len(before.split("\n")[-1]) + 1


# Not readable as a model: exit status 2. § marks where the finding points.
UNREADABLE = [
    ("empty", b"", "RD006", 1, 1),
    ("blanks", b" \n\t\n", "RD003", None, None),
    ("blank lines", b" \n\n", "RD006", 1, 1),
    ("null", b"null", "RD006", 1, 1),
    ("array", b"[1, 2]", "RD006", 1, 1),
    ("number", b"42", "RD006", 1, 1),
    ("string", b'"model"', "RD006", 1, 1),
    ("boolean", b"true", "RD006", 1, 1),
    ("YAML list", b"- a\n- b\n", "RD006", 1, 1),
    ("YAML comment only", b"# nothing\n", "RD006", 1, 1),
    ("UTF-16 with mark", '{"a": 1}'.encode("utf-16"), "RD002", 1, 1),
    ("UTF-16 big", '{"a": 1}'.encode("utf-16-be"), "RD002", 1, 1),
    ("UTF-16 little", '{"a": 1}'.encode("utf-16-le"), "RD002", 1, 1),
    ("UTF-32", '{"a": 1}'.encode("utf-32"), "RD002", 1, 1),
    ("broken UTF-8", b'{"a": "\xff"}', "RD002", 1, 8),
    ("overlong UTF-8", b'{"a": "\xc0\xaf"}', "RD002", 1, 8),
    ("surrogate in UTF-8", b'{"a": "\xed\xa0\x80"}', "RD002", 1, 8),
    ("beyond Unicode", b'{"a": "\xf4\x90\x80\x80"}', "RD002", 1, 8),
    ("cut UTF-8", b'{\n"a": "\xc3', "RD002", 2, 7),
    ("Latin-1 in YAML", b"a: caf\xe9\n", "RD002", 1, 7),
    ("NUL", b'{"a": "\x00"}', "RD002", 1, 8),
    ("NUL in YAML", b"a: b\x00\n", "RD002", 1, 5),
    ("brace only", "{§", "RD003"),
    ("key only", '{"a"§', "RD003"),
    ("no value", '{"a": §', "RD003"),
    ("trailing comma", '{"a": 1, §}', "RD003"),
    ("trailing comma in list", '{"a": [1, §]}', "RD003"),
    ("no comma", '{"a": 1 §"b": 2}', "RD003"),
    ("comment", '{§// no\n"a": 1}', "RD003"),
    ("hash comment", '{\n  §# no\n  "a": 1}', "RD003"),
    ("single quotes", "{§'a': 1}", "RD003"),
    ("bare key", "{§a: 1}", "RD003"),
    ("leading zero", '{"a": §01}', "RD003"),
    ("plus", '{"a": §+1}', "RD003"),
    ("dot at the end", '{"a": §1.}', "RD003"),
    ("dot at the start", '{"a": §.5}', "RD003"),
    ("empty exponent", '{"a": §1e}', "RD003"),
    ("too large a number", '{"a": §1e999}', "RD003"),
    ("NaN", '{"a": §NaN}', "RD003"),
    ("word", '{"a": §yes}', "RD003"),
    ("capital True", '{"a": §True}', "RD003"),
    ("tab in a string", '{"a": "b§\tc"}', "RD003"),
    ("line feed in a string", '{"a": "b§\nc"}', "RD003"),
    ("unknown escape", '{"a": "§\\x41"}', "RD003"),
    ("lone surrogate", '{"a": "§\\ud800"}', "RD003"),
    ("two low surrogates", '{"a": "§\\udc00\\udc00"}', "RD003"),
    ("short escape", '{"a": "§\\u12"}', "RD003"),
    ("open string", '{"a": "b§', "RD003"),
    ("second value", '{"a": 1} §{"b": 2}', "RD003"),
    ("wrong bracket", '{"a": [1§}}', "RD003"),
    ("colon twice", '{"a":§: 1}', "RD003"),
    ("number as key", "{§1: 2}", "RD003"),
    ("deep lists", b'{"a": ' + b"[" * 100_000, "RD004", 1, 70),
    ("deep objects", b'{"a":' * 100_000, "RD004", None, None),
    ("deep YAML", b"a: " + b"[" * 100_000, "RD004", None, None),
    ("deep YAML blocks", "\n".join("  " * i + "a:" for i in range(80)).encode(), "RD004", None, None),
    ("alias", "a: &x 1\nb: §*x\n", "RD005"),
    ("alias bomb", "a: &a [x, x]\nb: &b [§*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\n", "RD005"),
    ("merge key", "a: {b: 1}\nc:\n  §<<: {d: 1}\n", "RD005"),
    ("tag", "a: §!!int '3'\n", "RD005"),
    ("own tag", "a: §!secret x\n", "RD005"),
    ("second document", "a: 1\n§---\nb: 2\n", "RD005"),
    ("tab indentation", "a:\n§\tb: 1\n", "RD003"),
    ("list as key", "? §[a, b]\n: c\n", "RD003"),
    ("open YAML quote", b'a: "b\nc: d\n', "RD003", None, None),
    ("YAML with two colons", "a: b§: c\n", "RD003"),
    ("control character in YAML", "a: b§\x07\n", "RD003"),
    ("bad indentation", b"a: 1\n b: 2\n", "RD003", None, None),
]

# Readable and refused: exit status 1.
REFUSED = [
    ("duplicate key", '{"apiVersion": "vlabs", §"apiVersion": "vlabs", "properties": {}}', "RD007"),
    ("duplicate key by case", '{"apiVersion": "vlabs", "properties": {}, §"Properties": {}}', "RD007"),
    ("duplicate key in YAML", "apiVersion: vlabs\n§apiVersion: vlabs\nproperties: {}\n", "RD007"),
    ("duplicate label", GOOD.replace('"name": "agents"', '"customNodeLabels": {"a": "1", §"a": "2"}, "name": "agents"'),
     "RD007"),
    ("other version", GOOD.replace('"vlabs"', '§"2017-07-01"'), "MD003"),
    ("no version", '§{"properties": {}}', "MD004"),
    ("no properties", '§{"apiVersion": "vlabs"}', "MD004"),
    ("null properties", '§{"apiVersion": "vlabs", "properties": null}', "MD004"),
    ("properties is a list", '{"apiVersion": "vlabs", "properties": §[]}', "MD002"),
    ("properties is a string", '{"apiVersion": "vlabs", "properties": §"x"}', "MD002"),
    ("unknown key at the top", GOOD.replace('"location"', '§"lokation"'), "MD001"),
    ("unknown key", GOOD.replace('"vmSize": "Standard_D4s_v5"', '§"vmSise": "Standard_D4s_v5"'), "MD001"),
    ("unknown key in a nested object", GOOD.replace('"useManagedIdentity"', '§"useManagedIdentiti"'), "MD001"),
    ("count in quotes", GOOD.replace('"count": 2', '"count": §"2"'), "MD002"),
    ("count with a fraction", GOOD.replace('"count": 2', '"count": §2.5'), "MD002"),
    ("count 2.0", GOOD.replace('"count": 2', '"count": §2.0'), "MD002"),
    ("count beyond 64 bits", GOOD.replace('"count": 2', '"count": §18446744073709551616'), "MD002"),
    ("count far beyond", GOOD.replace('"count": 2', '"count": §99999999999999999999999'), "MD002"),
    ("count is a boolean", GOOD.replace('"count": 2', '"count": §true'), "MD002"),
    ("count is a list", GOOD.replace('"count": 2', '"count": §[2]'), "MD002"),
    ("count 0", GOOD.replace('"count": 2', '"count": §0'), "MD003"),
    ("count below 0", GOOD.replace('"count": 2', '"count": §-1'), "MD003"),
    ("count null", GOOD.replace('{\n        "name": "agents",\n        "count": 2',
                                '§{\n        "name": "agents",\n        "count": null'), "MD004"),
    ("masters 2", GOOD.replace('"count": 3', '"count": §2'), "MD003"),
    ("masters 4", GOOD.replace('"count": 3', '"count": §4'), "MD003"),
    ("boolean in quotes", GOOD.replace('"useManagedIdentity": true', '"useManagedIdentity": §"true"'), "MD002"),
    ("pools is an object", GOOD.replace('"agentPoolProfiles": [', '"agentPoolProfiles": §{"a": [')
     .replace('],\n    "linuxProfile"', ']},\n    "linuxProfile"'), "MD002"),
    ("pool is a string", GOOD.replace('"agentPoolProfiles": [', '"agentPoolProfiles": [§"x",'), "MD002"),
    ("pool name upper case", GOOD.replace('"agents"', '§"Agents"'), "MD003"),
    ("pool name too long", GOOD.replace('"agents"', '§"agentsagents1"'), "MD003"),
    ("pool name with hyphen", GOOD.replace('"agents"', '§"agent-s"'), "MD003"),
    ("prefix too short", GOOD.replace('"probe"', '§"ab"'), "MD003"),
    ("prefix with underscore", GOOD.replace('"probe"', '§"a_b_c"'), "MD003"),
    ("prefix is a number", GOOD.replace('"probe"', '§17'), "MD002"),
    ("user name", GOOD.replace('"azureuser"', '§"azure user"'), "MD003"),
    ("user name with shell in it", GOOD.replace('"azureuser"', '§"a$(reboot)"'), "MD003"),
    ("key list is a string", GOOD.replace('"publicKeys": [', '"publicKeys": §"ssh", "x": ['), "MD002"),
    ("tags with a number", GOOD.replace('"location"', '"tags": {"a": §1}, "location"'), "MD002"),
]


class WrongInputs(unittest.TestCase):
    def judge(self, row, status):
        name, text, rule, *place = row
        if isinstance(text, str):
            text, line, column = at(text)
            place = (line, column)
        findings, plan, code = validate(text)
        with self.subTest(name):
            self.assertEqual(status, code, findings)
            errors = [f for f in findings if f["severity"] == "error"]
            matching = [f for f in errors if f["id"] == rule]
            self.assertTrue(matching, findings)
            if place[0] is not None:
                places = [(f["line"], f["column"]) for f in matching]
                self.assertIn(tuple(place), places, matching)
            if status == 2:
                self.assertIsNone(plan)
                self.assertEqual(1, len(findings))

    def test_there_are_enough(self):
        self.assertGreaterEqual(len(UNREADABLE) + len(REFUSED), 100)

    def test_unreadable(self):
        for row in UNREADABLE:
            self.judge(row, 2)

    def test_refused(self):
        for row in REFUSED:
            self.judge(row, 1)

    def test_nearest_key(self):
        findings, _, _ = validate(model(pool={"vmSise": "x"}))
        self.assertEqual("write vmSize", next(f["fix"] for f in findings if f["id"] == "MD001"))

    def test_a_mark_is_skipped(self):
        self.assertEqual(0, validate(b"\xef\xbb\xbf" + GOOD.encode())[2])

    def test_columns_count_scalars(self):
        findings, _, _ = validate('{"apiVersion": "vlabs", "tags": {"é😀": 1}, "properties": {}}'.encode())
        self.assertIn(("MD002", 1, 40), [(f["id"], f["line"], f["column"]) for f in findings])

    def test_all_findings_at_once(self):
        findings, _, _ = validate(model(pool={"count": "2", "vmSize": "Standard_D4s_v6x", "maxSurge": -1},
                                        master={"count": 2}))
        self.assertEqual({"MD002", "MD003", "VM001"}, {f["id"] for f in findings if f["severity"] == "error"})

    def test_cut_and_flipped_texts_never_crash(self):
        text = GOOD.encode()
        chance = random.Random(4)
        cases = [text[:end] for end in range(0, len(text), 23)]
        for _ in range(60):
            damaged = bytearray(text)
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
            cases.append(bytes(damaged))
        for data in cases:
            _, _, code = validate(data)
            self.assertIn(code, (0, 1, 2))
