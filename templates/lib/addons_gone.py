"""addons_gone.py FOLDER LIST THERE: what has the add-ons' label in the cluster and stands in no manifest of the folder that
the list names.

THERE is what `kubectl get --output json` says. Prints a line each: kind, namespace (- without one), name."""
import json
import pathlib
import sys

import yaml


def identity(item):
    return item["kind"], item["metadata"].get("namespace", "-"), item["metadata"]["name"]


folder, names, there = map(pathlib.Path, sys.argv[1:])
wanted = {identity(item) for name in names.read_text().split()
          for item in yaml.safe_load_all((folder / name).read_text()) if item}
for item in json.loads(there.read_text())["items"]:
    if identity(item) not in wanted:
        print(*identity(item))
