"""Holds a recording to Microsoft's specification, with the shelf's checker where it is."""
import collections
import functools
import importlib.util
import os
import pathlib
import sys

SHARED = pathlib.Path(os.environ.get("SHARED", "../shared"))
CHECKER = SHARED / "rest" / "check_requests.py"
# The specification's list of sizes ends with those of 2018; today's are as good.
OPEN_LISTS = ("properties.hardwareProfile.vmSize",)
# Of deleting by id the table knows this type as it was in 2015; its own operations have today's versions.
GAPS = (("api-version-unknown", "Resources_DeleteById", "Microsoft.Network/virtualNetworks has 2015"),)
totals = collections.Counter()


class Found(AssertionError):
    """What the checker found."""


@functools.cache
def checker():
    """The checker as a module, and its table."""
    spec = importlib.util.spec_from_file_location("check_requests", CHECKER)
    module = importlib.util.module_from_spec(spec)
    sys.modules["check_requests"] = module
    spec.loader.exec_module(module)

    class Table(module.Catalogue):
        """The table, with one thing more: it has no DELETE of types that have a GET of their own, though every resource can
        be deleted by its id."""

        def find(self, method, path):
            found = super().find(method, path)
            if found[0] is None and method == "DELETE" and self.resource_type(path):
                by_id = next(op for op in self.operations if op.name == "Resources_DeleteById")
                return by_id, by_id.match(path), []
            return found

    return module, Table()


def findings(recording):
    """All findings about a recording, warnings too; None where the checker is not there."""
    if not CHECKER.exists():
        return None
    module, table = checker()
    return module.check(recording.read_text().splitlines(), table).findings


def judge(recording, allowed=()):
    """Fail for every finding but those allowed, as `code` or `code Operation`."""
    found = findings(recording)
    totals["recordings"] += 1
    totals["exchanges"] += recording.read_text().count("\n")
    if found is None:
        totals["unjudged"] += 1
        return
    left = [f for f in found if f["code"] not in allowed and f"{f['code']} {f['operation']}" not in allowed
            and not (f["code"] == "response-enum-value" and f["where"].endswith(OPEN_LISTS))
            and not any((f["code"], f["operation"]) == gap[:2] and gap[2] in f["message"] for gap in GAPS)]
    totals["findings"] += len(left)
    if left:
        raise Found("\n".join(f"{f['level']}: line {f['line']}: {f['side']}: {f['code']}: {f['operation']}: {f['where']}: "
                              f"{f['message'][:300]}" for f in left[:20]))
