"""Every key that the reader honours has a row in the table of changes, read from the reader's own tables of keys."""
import pathlib
import re
import subprocess
import unittest

from compare import ROOT, SLIPWAY

STRUCT = re.compile(r"^public struct (\w+): ModelObject \{(.*?)^\}", re.M | re.S)
PROPERTY = re.compile(r"^    public (?:private\(set\) )?var (\w+)(?:: ([^={\n]+?))?(?: = ([^\n]+))?$", re.M)
TABLE = re.compile(r"(?:static let|static var) keys: \[ModelKey<\w+>\] =?(.*?)(?=\n    \]$|\n\}|\Z)", re.M | re.S)
ENTRY = re.compile(r'\.(optional|defaulted|list|map|secrets?|known|required)\(\s*"([^"]+)"(?:,\s*\\\.(\w+))?'
                   r"|ModelKey\.flat\(\\\.(\w+)\)")


def structs():
    """Name to body of every type that a model is read into."""
    found = {}
    for file in sorted((ROOT / "Sources/ClusterModel").rglob("*.swift")):
        for name, body in STRUCT.findall(file.read_text()):
            found[name] = body
    return found


STRUCTS = structs()


def kind(body, name):
    """The type of a property, without `?`, `[…]` and defaults."""
    for prop, said, value in PROPERTY.findall(body):
        if prop == name:
            text = said or re.match(r"\[?(\w+)", value)[1]
            return re.sub(r"[\[\]?]", "", text).strip(), "[" in (said or value)
    raise AssertionError(f"no property {name}")


def keys(struct):
    """(key, type below it or None, whether it is a list) of every key that has an effect."""
    body = STRUCTS[struct]
    table = TABLE.search(body)[1]
    entries = list(ENTRY.finditer(table))
    assert entries, struct
    ends = [entry.start() for entry in entries[1:]] + [len(table)]
    for entry, end in zip(entries, ends):
        how, key, prop, flat = entry.groups()
        if flat:
            yield from keys(kind(body, flat)[0])
        elif how == "known":
            if ".honoured" in table[entry.start():end]:
                yield key, None, False
        else:
            below, is_list = kind(body, prop)
            yield key, below if below in STRUCTS else None, is_list


def paths(struct="Cluster", prefix=""):
    """(pattern, whether keys stand below it) of every key."""
    for key, below, is_list in keys(struct):
        pattern = f"{prefix}{key}"
        yield pattern, below is not None
        if below:
            yield from paths(below, f"{pattern}[]." if is_list else f"{pattern}.")


def table():
    lines = subprocess.run([SLIPWAY, "explain", "--changes"], capture_output=True, text=True, check=True).stdout.splitlines()
    return {line.split()[1]: line.split()[0] for line in lines}


class Keys(unittest.TestCase):
    def test_every_honoured_key_is_classified(self):
        rows = table()
        honoured = dict(paths())
        self.assertGreater(len(honoured), 250)
        leaves = {pattern for pattern, has_more in honoured.items() if not has_more}
        self.assertEqual(set(), leaves - rows.keys())
        # An object that is always there needs no row; one whose keys have none would never be looked at.
        for pattern, has_more in honoured.items():
            if has_more and pattern not in rows:
                self.assertTrue(any(row.startswith(f"{pattern}.") for row in rows), pattern)

    def test_no_row_is_about_a_key_that_is_not_there(self):
        self.assertEqual(set(), table().keys() - dict(paths()).keys())

    def test_optional_objects_and_lists_have_rows(self):
        """They come and go as a whole."""
        rows = table()
        for struct, body in STRUCTS.items():
            for key, below, _ in keys(struct):
                if not below:
                    continue
                optional = re.search(rf'\.(optional|list)\(\s*"{key}"', body)
                for pattern in (p for p in dict(paths()) if optional and re.search(rf"(^|\.){re.escape(key)}$", p)):
                    parent = pattern.rpartition(".")[0]
                    if parent and (parent.split(".")[-1].removesuffix("[]") or True):
                        self.assertIn(pattern, rows)

    def test_rules_of_the_table_exist(self):
        pages = {path.stem for path in (ROOT / "docs/rules").glob("UP*.md")}
        self.assertEqual(set(), set(table().values()) - pages - {"-"})

    def test_listing_by_rule(self):
        out = subprocess.run([SLIPWAY, "explain", "UP009", "--changes"], capture_output=True, text=True, check=True).stdout
        self.assertEqual("UP009  properties.masterProfile.count\n", out)


if __name__ == "__main__":
    unittest.main()
