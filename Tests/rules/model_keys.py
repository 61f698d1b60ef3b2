#!/usr/bin/env python3
"""Writes docs/model-keys.md from apimodels/schema.json, which `slipway schema` makes from the tables of keys. `make embed`
runs it; with --check it only says whether the page is up to date."""
import json
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parents[2]
target = root / "docs/model-keys.md"
HEAD = """\
# Keys of the model

Written by `make embed` from the [schema](../apimodels/schema.json), which `slipway schema` makes from the tables in
`Sources/ClusterModel`, which drive reading itself. Names are compared without regard to case; keys inside maps, such as
labels, are data and keep theirs. Unknown keys are refused with the nearest known one. What the values mean for addresses
stands in [address-plan.md](address-plan.md), what `networkProfile` can say in [network/](network/README.md), how editors
complete and check keys in [writing-models.md](writing-models.md).

Most keys are acs-engine's and aks-engine's (`pkg/api/vlabs/types.go` of each) and mean here what they mean there. A key that
*has no effect* is accepted with a warning, for the reason given; the use of one that is *refused* is an error. A zero value
(`""`, `0`, `false`, an empty list) of these two says nothing. **Bold** keys are required where their object stands.
"""
NAMES = {"integer": "whole number", "string": "text", "boolean": "true or false", "number": "number", "array": "list",
         "object": "object"}


def link(reference):
    name = reference.rsplit("/", 1)[1]
    return f"[{name}](#{name.lower()})"


def kind(schema):
    """What a value is, in a few words."""
    for choice in [schema, *schema.get("anyOf", [])]:
        if "$ref" in choice and not choice["$ref"].endswith("/Nothing"):
            return link(choice["$ref"])
    if "enum" in schema:
        return " or ".join(f"`{word}`" if isinstance(word, str) else f"`{json.dumps(word)}`" for word in schema["enum"]
                           if word not in ("", None))
    names = schema.get("type", [])
    name = next((n for n in ([names] if isinstance(names, str) else names) if n != "null"), None)
    if name == "array":
        return f"list of {kind(schema['items'])}"
    if name == "object":
        return "map of texts"
    text = NAMES.get(name, "anything")
    if "minimum" in schema:
        text += f", {schema['minimum']:,}" + (f" to {schema['maximum']:,}" if "maximum" in schema else " or more")
    return text


def row(key, schema, required):
    name = f"**`{key}`**" if key in required else f"`{key}`"
    default = f"; `{json.dumps(schema['default'])}`" if "default" in schema else ""
    meaning = schema.get("description", "").replace("|", "\\|")
    return f"| {name} | {kind(schema)}{default} | {meaning} |\n"


def table(name, schema):
    rows = "".join(row(key, value, schema.get("required", [])) for key, value in schema["properties"].items()
                   if not (key == "vnetSubnetId"))
    return f"## {name}\n\n{schema.get('description', '')}\n\n| key | value; default | meaning |\n| --- | --- | --- |\n{rows}"


def page():
    schema = json.loads((root / "apimodels/schema.json").read_text())
    tables = [table("Cluster", schema)]
    tables += [table(name, value) for name, value in sorted(schema["$defs"].items()) if "properties" in value]
    return "\n".join([HEAD, *tables])


text = page()
if sys.argv[1:] != ["--check"]:
    target.write_text(text)
elif not target.exists() or target.read_text() != text:
    sys.exit("docs/model-keys.md is not up to date; run make embed")
