"""`slipway fmt`: white space changes and nothing else, and once is enough."""
import json
import random
import unittest

import yaml
from tool import MODELS, ROOT, Scratch, slipway

# A text and its layout.
CASES = [
    ("indentation", "a:\n    b:\n        c: 1\n    d: 2\n", "a:\n  b:\n    c: 1\n  d: 2\n"),
    ("list without indentation", "a:\n- x\n- y: 1\n  z: 2\n", "a:\n  - x\n  - y: 1\n    z: 2\n"),
    ("list deep in", "a:\n        -   x\n        -   y: 1\n            z: 2\n", "a:\n  - x\n  - y: 1\n    z: 2\n"),
    ("list of lists", "a:\n-   - 1\n    - 2\n-   - - 3\n", "a:\n  - - 1\n    - 2\n  - - - 3\n"),
    ("spaces", "a  :   1\nb:\tx y\nc:   'q  r'   \n", "a: 1\nb: x y\nc: 'q  r'\n"),
    ("no final line feed", "a: 1", "a: 1\n"),
    ("many final line feeds", "a: 1\n\n\n", "a: 1\n"),
    ("empty lines", "\n\na: 1\n\n\n\nb: 2\n   \nc: 3\n", "a: 1\n\nb: 2\n\nc: 3\n"),
    ("no empty line at the start of an object", "a:\n\n  b: 1\n\n  c: 2\n", "a:\n  b: 1\n\n  c: 2\n"),
    ("carriage returns", "a: 1\r\nb:\r\n    - x   # c\r\n", "a: 1\nb:\n  - x  # c\n"),
    ("mark", b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
    ("comment behind", "a: 1 # x\nb:    # y\n    c: 2       # z   \n", "a: 1  # x\nb:  # y\n  c: 2  # z\n"),
    ("comments above", "# top\n\n# of a\na:\n      # of b\n      b: 1\n", "# top\n\n# of a\na:\n  # of b\n  b: 1\n"),
    ("comment at the end of an object", "a:\n    b: 1\n    # c: 2\nd: 3\n", "a:\n  b: 1\n  # c: 2\nd: 3\n"),
    ("comment of the next key", "a:\n    b: 1\n# about d\nd: 3\n", "a:\n  b: 1\n# about d\nd: 3\n"),
    ("comment between", "a:\n    b: 1\n  # d\nd: 3\n", "a:\n  b: 1\n# d\nd: 3\n"),
    ("comment at the end of a list", "a:\n- x\n# of b\nb: 1\n", "a:\n  - x\n# of b\nb: 1\n"),
    ("comment in an indented list", "a:\n    - x\n    # - y\nb: 1\n", "a:\n  - x\n  # - y\nb: 1\n"),
    ("comment above an element", "a:\n  - x: 1\n  # second\n  - x: 2\n", "a:\n  - x: 1\n  # second\n  - x: 2\n"),
    ("comment behind a hyphen", "a:\n  - # first\n    x: 1\n", "a:\n  # first\n  - x: 1\n"),
    ("comment between key and value", "a:\n  # about one\n  1\n", "# about one\na: 1\n"),
    ("last comment", "a:\n    b: 1\n    # inside\n# end\n", "a:\n  b: 1\n  # inside\n# end\n"),
    ("only comments around", "# one\n\n\n# two\na: 1\n\n# three\n", "# one\n\n# two\na: 1\n\n# three\n"),
    ("no comment in a text", "a: 'x # y'\nb: \"# z\"\nc: x#y\n", "a: 'x # y'\nb: \"# z\"\nc: x#y\n"),
    ("flow", "a: { b: 1,c:   [1,2,  {d: e} ] }\nf: [ ]\ng: { }\n", "a: {b: 1, c: [1, 2, {d: e}]}\nf: []\ng: {}\n"),
    ("flow on lines", "a: {b: 1,\n  c: [1,\n 2]}\n", "a:\n  b: 1\n  c:\n    - 1\n    - 2\n"),
    ("flow with comments", "a: [ # all\n  x, # one\n  # above\n  y # two\n  # last\n]\nb: 1\n",
     "a:  # all\n  - x  # one\n  # above\n  - y  # two\n  # last\nb: 1\n"),
    ("flow too wide", "a: {b: '%s', c: 2} # wide\n" % ("x" * 120), "a:  # wide\n  b: '%s'\n  c: 2\n" % ("x" * 120)),
    ("flow without values", "a: {b, c: }\nd: [e: 1]\n", "a: {b: null, c: null}\nd: [{e: 1}]\n"),
    ("flow at the top", "# x\n{a: 1, b: {c: 2}}\n", "# x\na: 1\nb: {c: 2}\n"),
    ("quotes stay", "a: 'x'\nb: \"x\"\n'c': x\n\"d\": 'it''s'\n", "a: 'x'\nb: \"x\"\n'c': x\n\"d\": 'it''s'\n"),
    ("numbers stay", "a: 1.50\nb: 0x1f\nc: +1\nd: 1e3\n", "a: 1.50\nb: 0x1f\nc: +1\nd: 1e3\n"),
    ("nothing", "a:\nb: ~\nc: null\nd:\n  - \n  -\n", "a:\nb: ~\nc: null\nd:\n  -\n  -\n"),
    ("literal", "a:\n    b: |\n            x\n              y\n\n            z\n    c: 1\n",
     "a:\n  b: |\n    x\n      y\n\n    z\n  c: 1\n"),
    ("literal with header", "a: |2-   # c\n      x\n  y\nb: 1\n", "a: |2-  # c\n      x\n  y\nb: 1\n"),
    ("literal that keeps", "a: |+\n   x\n\n\nb: 1\n", "a: |+\n  x\n\n\nb: 1\n"),
    ("literal at the end", "a: |\n   x", "a: |-\n  x\n"),
    ("literal that ends in blanks", "a: |-\n   x\n   y \nb: |\n   z\n     \nc: 1\n",
     "a: |-\n  x\n  y \nb: |\n  z\n    \nc: 1\n"),
    ("literal that begins with blanks", "a: |1\n \t\tx\nb: |1\n   \n\n y\n", "a: |2\n  \t\tx\nb: |2\n    \n\n  y\n"),
    ("folded", "a: >-\n     x\n     y\n\n     z\n", "a: >-\n  x\n  y\n\n  z\n"),
    ("literal in a list", "a:\n- |\n  x\n- - |\n    y\n", "a:\n  - |\n    x\n  - - |\n      y\n"),
    ("empty literal", "a: |\nb: 1\n", "a: \"\"\nb: 1\n"),
    ("text on lines", "a: x\n      y\n\n      z\nb: 'p\n  q'\n", "a: x\n  y\n\n  z\nb: 'p\n  q'\n"),
    ("value on the next line", "a:\n  x\nb:\n  'y'\n", "a: x\nb: 'y'\n"),
    ("explicit keys", "? a\n: 1\n? b\n: - x\n", "a: 1\nb:\n  - x\n"),
    ("start of the document", "%YAML 1.1\n# c\n---\n# d\na: 1\n...\n", "%YAML 1.1\n# c\n---\n# d\na: 1\n"),
    ("mark of the document", "--- # x\na: 1\n", "---  # x\na: 1\n"),
    ("anchor without alias", "a: &x 1\nb: &y\n    c: 2\nd: &z [1,2]\n", "a: &x 1\nb: &y\n  c: 2\nd: &z [1, 2]\n"),
    ("anchor of a key", "a: {&x b: 1, c: '%s'}\n" % ("x" * 120), "a:\n  &x b: 1\n  c: '%s'\n" % ("x" * 120)),
    ("long key of nothing", "a: {%s: {}}\n" % ("k" * 120), "a:\n  %s: {}\n" % ("k" * 120)),
    ("comment in braces", "a:\n  - {b: 1, # b\n     c: 2}\n  - { # all\n      b: 2,\n      c: 3}\n",
     "a:\n  - b: 1  # b\n    c: 2\n  # all\n  - b: 2\n    c: 3\n"),
    ("a key twice", "a: 1\na:   2\n", "a: 1\na: 2\n"),
    ("letters", "é:   日本語 # ü\n😀:\n    - x\n", "é: 日本語  # ü\n😀:\n  - x\n"),
    ("suppression", "a:\n    b: 1   # slipway: ignore KU011 -- x\n", "a:\n  b: 1  # slipway: ignore KU011 -- x\n"),
    ("JSON", '{"a":1,"b":{"c":[1,2],"d":{}}}', '{\n  "a": 1,\n  "b": {"c": [1, 2], "d": {}}\n}\n'),
    ("JSON on lines", '{"a":{\n"b":1},"c":[1,\n2], "d": [\n]}\n', '{\n  "a": {\n    "b": 1\n  },\n  "c": [\n    1,\n    2\n  ],\n  "d": []\n}\n'),
    ("JSON keeps spellings", '{"a": 1.50e+3, "b": "\\u0041\\/", "a": -0}', '{\n  "a": 1.50e+3,\n  "b": "\\u0041\\/",\n  "a": -0\n}\n'),
    ("JSON too wide", '{"a": ["%s", "%s"]}' % ("x" * 60, "y" * 60), '{\n  "a": [\n    "%s",\n    "%s"\n  ]\n}\n' % ("x" * 60, "y" * 60)),
    ("JSON with returns", '{\r\n\t"a":\t1\r\n}\r\n', '{\n  "a": 1\n}\n'),
    ("empty JSON", "{\n}", "{}\n"),
    ("empty YAML object", "# c\n{ }\n", "# c\n{}\n"),
]


def tree(text):
    text = text if isinstance(text, bytes) else text.encode()
    return json.dumps(yaml.safe_load(text.decode("utf-8-sig")))


class Layout(Scratch):
    def fmt(self, text):
        result = slipway("fmt", "-", stdin=text if isinstance(text, bytes) else text.encode())
        self.assertEqual((0, b""), (result.returncode, result.stderr))
        return result.stdout.decode()

    def test_cases(self):
        for name, before, after in CASES:
            with self.subTest(name):
                self.assertEqual(after, self.fmt(before))
                self.assertEqual(after, self.fmt(after))

    def comments(self, text):
        return [line.strip() for line in text.split("\n") if line.lstrip().startswith("#")]

    def disturbed(self, text, chance):
        """The same YAML in another layout: other indentation, empty lines, blanks, line ends."""
        step = chance.choice([2, 3, 4, 7])
        lines = []
        for line in text.split("\n"):
            body = line.lstrip(" ")
            depth = (len(line) - len(body)) // 2
            # A hyphen's element stands two further in than the hyphen.
            line = " " * (depth * step) + (body.replace("- ", "-" + " " * (step - 1), 1) if body.startswith("- ") else body)
            if body and chance.random() < 0.1:
                lines += [""] * chance.randrange(1, 3)
            lines.append(line + " " * chance.choice([0, 0, 3]))
        return chance.choice(["\n", "\n", "\r\n"]).join(lines)

    def test_models(self):
        """Of examples in many layouts: the same document, no comment lost, and the second time changes nothing."""
        chance = random.Random(5)
        texts = [p.read_text() for p in MODELS if p.suffix == ".yaml"]
        self.assertGreaterEqual(len(texts), 9)
        for number, text in enumerate(texts * 4):
            text = self.disturbed(text, chance)
            with self.subTest(number):
                once = self.fmt(text)
                self.assertEqual(tree(text), tree(once))
                self.assertEqual(self.comments(text), self.comments(once))
                self.assertEqual(once, self.fmt(once))
        for path in MODELS:
            if path.suffix == ".json":
                document = json.loads(path.read_text())
                for layout in ({"indent": 4}, {"indent": "\t"}, {}, {"separators": (",", ":")}):
                    with self.subTest(path.name, layout=layout):
                        once = self.fmt(json.dumps(document, **layout))
                        self.assertEqual(document, json.loads(once))
                        self.assertEqual(once, self.fmt(once))

    def test_random_yaml(self):
        """Of what PyYAML writes in all its styles."""
        chance = random.Random(6)
        words = ["x", "a b", "no", "1.5", "x: y", "a\nb\n", "a\n\n\n", "  lead\nb", "long " * 40, "#", "é", "", "\t", "it's", "a\\b"]

        def value(depth):
            kind = chance.randrange(6 if depth < 4 else 3)
            if kind < 2:
                return chance.choice(words)
            if kind == 2:
                return chance.choice([None, True, 7, 1.5])
            if kind == 3:
                return [value(depth + 1) for _ in range(chance.randrange(4))]
            return {chance.choice(words[:5]) + str(i): value(depth + 1) for i in range(chance.randrange(4))}

        for number in range(80):
            text = yaml.safe_dump({"top": value(0), "more": value(0)}, default_flow_style=chance.choice([True, False, None]),
                                  default_style=chance.choice([None, "'", '"', "|", ">"]), indent=chance.choice([2, 4, 7]),
                                  width=chance.choice([40, 80, 1000]), sort_keys=False, allow_unicode=chance.choice([True, False]))
            if "!!" in text or text.startswith("{"):  # a tag is refused, and a brace begins JSON
                continue
            with self.subTest(number, text=text):
                once = self.fmt(text)
                self.assertEqual(tree(text), tree(once))
                self.assertEqual(once, self.fmt(once))

    def test_own_examples_have_the_layout(self):
        # aks-engine's own file is kept byte for byte.
        models = [p for p in sorted((ROOT / "examples").glob("*/cluster.*")) if p.parent.name != "aks-engine-model"]
        result = slipway("fmt", "--check", *models)
        self.assertEqual((0, b""), (result.returncode, result.stdout))

    def test_files(self):
        good, bad = self.write("good.yaml", "a: 1\n"), self.write("bad.yaml", "a:   1\n")
        other = self.write("other.json", '{"a":1}')
        bad.chmod(0o640)
        inode = good.stat().st_ino
        result = slipway("fmt", "--check", good, bad, other)
        self.assertEqual((1, f"{bad}\n{other}\n".encode()), (result.returncode, result.stdout))
        self.assertEqual("a:   1\n", bad.read_text())
        result = slipway("fmt", "--diff", good, bad)
        self.assertEqual(0, result.returncode)
        self.assertEqual([b"-a:   1", b"+a: 1"], result.stdout.splitlines()[3:])
        self.assertEqual("a:   1\n", bad.read_text())
        self.assertEqual(1, slipway("fmt", "--diff", "--check", bad).returncode)
        result = slipway("fmt", good, bad, other)
        self.assertEqual((0, f"{bad}\n{other}\n".encode()), (result.returncode, result.stdout))
        self.assertEqual(("a: 1\n", '{\n  "a": 1\n}\n'), (bad.read_text(), other.read_text()))
        self.assertEqual((0o640, inode), (bad.stat().st_mode & 0o777, good.stat().st_ino))
        self.assertEqual((0, b""), (slipway("fmt", good, bad, other).returncode, slipway("fmt", good, bad, other).stdout))

    def test_wrong_input(self):
        bad = self.write("bad.yaml", "a:   1\n")
        for status, said, arguments in (
            (2, b"RD001", (self.folder / "none.yaml", bad)),
            (2, b"RD001", (self.folder, bad)),
            (2, b"RD003", (self.write("broken.json", '{"a"}'), bad)),
            (2, b"RD005", (self.write("tag.yaml", "a: !x 1\n"), bad)),
            (2, b"RD006", (self.write("list.yaml", "- x\n"), bad)),
            (2, b"file", ()),
        ):
            with self.subTest(arguments):
                bad.write_text("a:   1\n")
                result = slipway("fmt", *arguments)
                self.assertEqual(status, result.returncode)
                self.assertIn(said, result.stderr)
                # The others get their layout all the same.
                if arguments:
                    self.assertEqual("a: 1\n", bad.read_text())

    def test_odd_line_ends_are_refused(self):
        # Line ends of YAML 1.1 that no other tool takes for one.
        for end in "\r\x85\u2028\u2029":
            with self.subTest(repr(end)):
                text = f"a: |\n     x{end}     y\nb:   1\n".encode()
                path = self.write("odd.yaml", "")
                path.write_bytes(text)
                result = slipway("fmt", path)
                self.assertEqual((2, text), (result.returncode, path.read_bytes()))
                self.assertIn(b"RD005", result.stderr)

    def test_full_disk(self):
        result = self.on_a_full_disk('printf "a:   1\\n" > "$1/m.yaml"; head -c 9999 /dev/zero > "$1/more" 2>/dev/null; '
                                     '! "$2" fmt "$1/m.yaml" && grep -q "a:   1" "$1/m.yaml" && [ "$(ls "$1" | wc -l)" = 3 ]')
        if result:
            self.assertEqual(0, result.returncode, result.stderr)
            self.assertIn(b"No space left", result.stderr)

    def test_damaged_texts_never_crash(self):
        chance = random.Random(8)
        texts = [p.read_bytes() for p in MODELS[:12]]
        for _ in range(80):
            text = bytearray(chance.choice(texts))
            for _ in range(chance.randrange(1, 4)):
                text[chance.randrange(len(text))] = chance.choice(b"#:-{}[]&|>'\"\n ,?%@!*x")
            result = slipway("fmt", "-", stdin=bytes(text))
            self.assertIn(result.returncode, (0, 2), (bytes(text), result.stderr))
            if result.returncode == 0:
                self.assertEqual(result.stdout, slipway("fmt", "-", stdin=result.stdout).stdout, bytes(text))


if __name__ == "__main__":
    unittest.main()
