"""The schema of model files: it says what the reader takes. Each key is tried at its place in a model: what the schema
refuses there `slipway validate` must refuse, too."""
import copy
import json
import pathlib
import re
import subprocess
import sys
import unittest

import jsonschema
from tool import BASE, MODELS, ROOT, Scratch, model, slipway

STORED = ROOT / "apimodels/schema.json"
CHECKER = pathlib.Path(sys.executable).with_name("check-jsonschema")
# One of these has the form that a key wants.
SAMPLES = ["agents", "1.35", "1.35.1", "/a", "https://a.example/x", "0" * 64, "11111111-2222-3333-4444-555555555555",
           "a.example", "256", "YWJj", "Kubernetes", "Standard", "images.tar", "http://a.example:3128", "x"]
# A value of each type that is wrong where another type is wanted.
WRONG = {"integer": "seven", "number": "seven", "boolean": "maybe", "string": 7, "array": "x", "object": [1]}


class Walk:
    """The places of a schema: each key with the path to it."""

    def __init__(self, schema):
        self.schema = schema

    def resolved(self, value):
        for choice in (value, *value.get("anyOf", [])):
            name = choice.get("$ref", "").rsplit("/", 1)[-1]
            if name and name != "Nothing":
                return self.schema["$defs"][name]
        return None

    @staticmethod
    def kind(value):
        types = value.get("type", [])
        return next((t for t in ([types] if isinstance(types, str) else types) if t != "null"), None)

    def places(self, definition=None, path=()):
        definition = definition or self.schema
        for key, value in definition["properties"].items():
            if value.get("deprecated") and key == "vnetSubnetId":
                continue
            yield (*path, key), value, key in definition.get("required", [])
            inner = self.resolved(value)
            if inner:
                yield from self.places(inner, (*path, key))
            elif self.kind(value) == "array" and (inner := self.resolved(value["items"])):
                yield from self.places(inner, (*path, key, 0))

    def sample(self, value):
        """Something that the key takes."""
        if inner := self.resolved(value):
            return {key: self.sample(inner["properties"][key]) for key in inner.get("required", [])}
        if "enum" in value:
            return next(word for word in value["enum"] if word not in ("", None))
        kind = self.kind(value)
        if kind == "string":
            return next(s for s in SAMPLES if re.search(value.get("pattern", ""), s))
        return {"integer": value.get("minimum", 1), "number": 1.5, "boolean": True, "array": [], "object": {}}.get(kind, "x")

    def set(self, path, new):
        """The base model with `new` at `path`; what is missing on the way has what is required."""
        document = copy.deepcopy(BASE)
        place, definition, value = document, self.schema, None
        for step, following in zip(path, (*path[1:], None)):
            if isinstance(step, int):
                definition = self.resolved(value["items"])
                if not place:
                    place.append(self.sample(value["items"]))
                place = place[0]
                continue
            value = definition["properties"][step]
            if following is None:
                place[step] = new
                return document
            place = place.setdefault(step, [] if isinstance(following, int) else self.sample(value))
            definition = self.resolved(value) or definition
        return document


def spelt(path):
    return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path).lstrip(".")


class Schema(Scratch):
    @classmethod
    def setUpClass(cls):
        cls.text = slipway("schema").stdout.decode()
        cls.schema = json.loads(cls.text)
        cls.walk = Walk(cls.schema)
        cls.places = list(cls.walk.places())
        cls.validator = jsonschema.Draft202012Validator(cls.schema)

    def findings(self, documents):
        """The findings of many models, in few processes."""
        found = []
        for start in range(0, len(documents), 150):
            files = [self.write(f"m{number}.json", json.dumps(document))
                     for number, document in enumerate(documents[start:start + 150])]
            reports = json.loads(slipway("validate", "--no-project", "--format", "json", *files).stdout)
            found += [report["findings"] for report in (reports if isinstance(reports, list) else [reports])]
        return found

    def refused(self, cases):
        """Each case, a path with a value: the schema refuses the value there and so does the reader, in that place."""
        documents = [self.walk.set(path, value) for path, value in cases]
        for (path, value), document, findings in zip(cases, documents, self.findings(documents), strict=True):
            with self.subTest(spelt(path), value=value):
                self.assertFalse(self.validator.is_valid(document))
                places = [f["path"] for f in findings if f["severity"] == "error"
                          and f["id"] in ("MD002", "MD003", "MD004", "MD005", "NW001")]
                self.assertTrue(any(place.startswith(spelt(path)) for place in places), findings)

    def accepted(self, cases):
        documents = [self.walk.set(path, value) for path, value in cases]
        for (path, value), document, findings in zip(cases, documents, self.findings(documents), strict=True):
            with self.subTest(spelt(path), value=value):
                self.assertEqual([], [e.message for e in self.validator.iter_errors(document)])
                self.assertEqual([], [f["message"] for f in findings if f["id"].startswith("MD") and f["path"] == spelt(path)])

    def test_stored(self):
        self.assertEqual(self.text, STORED.read_text(), "make schema stores it anew")

    def test_it_is_a_schema_and_takes_all_models(self):
        result = subprocess.run([CHECKER, "--check-metaschema", STORED], capture_output=True, text=True)
        self.assertEqual(0, result.returncode, result.stdout)
        self.assertGreaterEqual(len(MODELS), 20)
        result = subprocess.run([CHECKER, "--schemafile", STORED, *MODELS], capture_output=True, text=True)
        self.assertEqual(0, result.returncode, result.stdout)

    def test_there_are_all_keys(self):
        self.assertGreaterEqual(len(self.places), 400)
        known = {path[-1] for path, _, _ in self.places}
        row = re.compile(r'\.(?:optional|defaulted|list|map|secret|secrets|known|required)\(\s*"([^"]+)"')
        for path in (ROOT / "Sources/ClusterModel").rglob("*.swift"):
            self.assertEqual(set(), set(row.findall(path.read_text())) - known, path)

    def test_all_keys_are_explained(self):
        for path, value, _ in self.places:
            with self.subTest(spelt(path)):
                self.assertRegex(value.get("description", ""), r"\w.*\.$")

    def test_samples_pass_and_the_reader_knows_every_key(self):
        # What is refused whatever it says has no sample.
        cases = [(path, self.walk.sample(value)) for path, value, _ in self.places
                 if value.get("$ref") != "#/$defs/Nothing"]
        self.assertGreaterEqual(len(cases), 380)
        self.accepted(cases)

    def test_wrong_types(self):
        cases = []
        for path, value, _ in self.places:
            inner = self.walk.resolved(value)
            kind = "object" if inner else "string" if "enum" in value and not self.walk.kind(value) else self.walk.kind(value)
            if kind:
                cases += [(path, WRONG[kind])]
                if kind != "string":
                    cases += [(path, "")]
                if kind == "array":
                    items = value["items"]
                    element = "object" if self.walk.resolved(items) else self.walk.kind(items)
                    cases += [(path, [WRONG[element]]), (path, [None])] if element else []
                elif kind == "object" and not inner:
                    cases += [(path, {"a": 7})]
        self.assertGreaterEqual(len(cases), 600)
        self.refused(cases)

    def test_wrong_values(self):
        cases = []
        for path, value, required in self.places:
            if "minimum" in value:
                cases.append((path, value["minimum"] - 1))
            if "maximum" in value:
                cases.append((path, value["maximum"] + 1))
            if "pattern" in value:
                cases += [(path, "§ no such form"), (path, " \n"), (path, "x" * 5001)]
            if "enum" in value:
                cases.append((path, "no such word" if isinstance(value["enum"][0], str) else 4711))
            if required and self.walk.kind(value) == "string":
                cases.append((path, ""))
        self.assertGreaterEqual(len(cases), 150)
        self.refused(cases)

    def test_values_at_the_edge(self):
        self.accepted([(path, value[edge]) for path, value, _ in self.places for edge in ("minimum", "maximum") if edge in value])

    def test_what_says_nothing_passes(self):
        cases = []
        for path, value, required in self.places:
            if not required:
                cases.append((path, None))
                if self.walk.kind(value) == "string" or "" in value.get("enum", []):
                    cases.append((path, ""))
        self.accepted(cases)

    def test_refused_keys(self):
        something = {"string": "x", "boolean": True, "array": [{"a": 1}], "object": {"a": 1}, None: {"a": {"b": 1}}}
        cases = []
        for path, value, _ in self.places:
            if value.get("$ref") == "#/$defs/Nothing":
                kind = self.walk.kind(value)
                new = [80] if path[-1] == "ports" else something[kind]
                cases += [(path, new)]
        self.assertGreaterEqual(len(cases), 24)
        self.refused(cases)
        self.assertTrue(self.validator.is_valid(model(properties={"azProfile": {"tenantId": "", "more": {"x": [], "y": 0}}})))

    def test_required_and_unknown_keys(self):
        missing, unknown, paths = [], [], []
        for path, value, required in self.places:
            inner = self.walk.resolved(value)
            if required:
                document = self.walk.set(path, None)
                paths.append(path)
                missing.append(document)
            if inner:
                unknown.append(self.walk.set((*path, next(iter(inner["properties"]))), None))
                place = unknown[-1]
                for step in path:
                    place = place[step]
                place["no-such-key"] = 1
        for path, document, findings in zip(paths, missing, self.findings(missing), strict=True):
            with self.subTest(missing=spelt(path)):
                self.assertFalse(self.validator.is_valid(document))
                self.assertIn("MD004", [f["id"] for f in findings])
        for document, findings in zip(unknown, self.findings(unknown), strict=True):
            self.assertFalse(self.validator.is_valid(document))
            self.assertIn("MD001", [f["id"] for f in findings])

    def test_defaults(self):
        defaults = json.loads((ROOT / "apimodels/defaults.json").read_text())
        said = 0
        for path, value, _ in self.places:
            place = defaults
            for step in path:
                place = (place[step] if step < len(place) else None) if isinstance(step, int) else (place or {}).get(step)
                if place is None:
                    break
            if isinstance(place, (str, int, float)) and path != ("apiVersion",):
                self.assertEqual(place, value["default"], path)
                said += 1
            if "default" in value:
                jsonschema.Draft202012Validator({**value, "$defs": self.schema["$defs"]}).validate(value["default"])
        self.assertGreaterEqual(said, 30)

    def test_out(self):
        path = self.write("schema.json", "old")
        self.assertEqual((0, b""), (slipway("schema", "--out", path).returncode, slipway("schema", "--out", path).stdout))
        self.assertEqual(self.text, path.read_text())
        result = slipway("schema", "--out", self.folder / "none/schema.json")
        self.assertEqual(1, result.returncode)
        self.assertIn(b"slipway: ", result.stderr)

    def test_full_disk(self):
        result = self.on_a_full_disk('! "$2" schema --out "$1/schema.json" && [ "$(ls -A "$1")" = filler ]')
        if result:
            self.assertEqual(0, result.returncode, result.stderr)
            self.assertIn(b"No space left", result.stderr)


if __name__ == "__main__":
    unittest.main()
