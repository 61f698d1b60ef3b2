#!/usr/bin/env python3
"""Writes docs/errors.md from apimodels/azure-errors.json. `make embed` runs it; with --check it only says whether the page is
up to date."""
import json
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parents[2]
target = root / "docs/errors.md"
HEAD = """\
# Azure's errors, and what helps

What `slipway deploy` prints for the codes that it knows. Written by `make embed` from `apimodels/azure-errors.json`. Codes
decide; messages are only shown, since Azure translates them.
"""
TITLES = {
    "rights": "Rights", "login": "Login", "policy": "Policies and locks", "quota": "Quotas", "capacity": "Capacity",
    "address": "Addresses", "name": "Names and ids", "provider": "Resource providers", "machine": "Machines",
    "busy": "What passes with time", "template": "The template",
}


def cell(text):
    return text.replace("|", "\\|")


def page():
    entries = json.loads((root / "apimodels/azure-errors.json").read_text())
    unknown = {entry["kind"] for entry in entries} - set(TITLES)
    if unknown:
        sys.exit(f"apimodels/azure-errors.json: no title for {sorted(unknown)}")
    lines = [HEAD]
    for kind, title in TITLES.items():
        lines += [f"## {title}", "", "| code | cause | remedy |", "| --- | --- | --- |"]
        own = sorted((e for e in entries if e["kind"] == kind), key=lambda e: e["code"].lower())
        lines += [f"| `{e['code']}` | {cell(e['cause'])} | {cell(e['remedy'])} |" for e in own]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    text = page()
    current = target.read_text() if target.exists() else ""
    if "--check" in sys.argv:
        sys.exit(0 if current == text else "docs/errors.md: run make embed")
    if current != text:
        target.write_text(text)
