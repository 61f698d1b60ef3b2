#!/usr/bin/env python3
"""Writes docs/model-keys.md from the tables of keys in Sources/ClusterModel. `make embed` runs it; with --check it only says
whether the page is up to date."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parents[2]
target = root / "docs/model-keys.md"
ENTRY = re.compile(r'^\s+(?:ModelKey)?\.(optional|defaulted|list|map|secret|secrets|known|required)\(\s*"([^"]+)"', re.M)
TABLE = re.compile(r"(?:static let|static var) \w+: \[ModelKey<(\w+)>\] =?\s*(.*?)(?=\n    \]|\n\})", re.S)
TEXT = re.compile(r'because:\s*((?:"(?:[^"\\]|\\.)*"\s*\+?\s*)+)')
HEAD = """\
# Keys of the model

Written by `make embed` from the tables in `Sources/ClusterModel`, which drive reading itself. Names are compared without
regard to case; keys inside maps, such as labels, are data and keep theirs. Unknown keys are refused with the nearest known
one. What the values mean for addresses stands in [address-plan.md](address-plan.md), what `networkProfile` can say in
[network/](network/README.md).

Most keys are acs-engine's and aks-engine's (`pkg/api/vlabs/types.go` of each) and mean here what they mean there. A key that
is *honoured* has its effect in what is generated; one with *a warning* is accepted and has none, for the reason given; the
use of one that is *refused* is an error. A zero value (`""`, `0`, `false`, an empty list) of the latter two says nothing.
"""


def effect(entry):
    reason = TEXT.search(entry)
    said = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', reason.group(1))) if reason else ""
    said = said.replace('\\"', '"').replace("|", "\\|")
    if ".refused(" in entry:
        return f"refused: {said}" if said else "refused"
    if ".ignored(" in entry:
        return f"a warning: {said}" if said else "a warning"
    return "honoured"


def page():
    rows = {}
    for file in sorted((root / "Sources/ClusterModel").rglob("*.swift")):
        text = file.read_text()
        for table in TABLE.finditer(text):
            found = list(ENTRY.finditer(table.group(2)))
            ends = [m.start() for m in found[1:]] + [len(table.group(2))]
            for match, end in zip(found, ends):
                rows.setdefault(table.group(1), []).append((match.group(2), effect(table.group(2)[match.start():end])))
    out = [HEAD]
    for name in sorted(rows):
        out.append(f"## {name}\n\n| key | what slipway does with it |\n| --- | --- |\n"
                   + "".join(f"| `{key}` | {said} |\n" for key, said in rows[name]))
    return "\n".join(out)


text = page()
if sys.argv[1:] != ["--check"]:
    target.write_text(text)
elif not target.exists() or target.read_text() != text:
    sys.exit("docs/model-keys.md is not up to date; run make embed")
