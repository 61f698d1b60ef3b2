"""What the review says is compared with what generate makes of both models: machines whose custom data differs are replaced,
and a generated folder is the cluster that its model describes."""
import json
import pathlib
import tempfile
import unittest

from compare import ROOT, against_all
from honoured_keys import ROWS
from program import model, slipway

BASE = model()
# Rows that show what holds anyway.
SAME = {"no acr-credential-provider", "networkMode", "loadBalancerSku", "excludeMasterFromStandardLB", "useManagedIdentity", "lost flag is left out"}


def generated(document, folder):
    result = slipway("generate", "-", "--no-plugin", "-o", folder, stdin=json.dumps(document).encode())
    assert result.returncode == 0, result.stderr.decode()
    return {path.parent.name: path.read_text() for path in pathlib.Path(folder, "nodes").glob("*/cloud-init.yaml")}, \
        pathlib.Path(folder, "azuredeploy.json").read_text()


class Oracle(unittest.TestCase):
    def test_every_honoured_key_is_seen(self):
        """And machines whose custom data differs are among those that are replaced, unless the change is worse than that."""
        with tempfile.TemporaryDirectory() as scratch:
            before, template = generated(BASE, f"{scratch}/out")
            reports = against_all([(BASE, document) for _, document, _, _ in ROWS])
            for (key, document, _, _), report in zip(ROWS, reports):
                with self.subTest(key):
                    change = report["change"]
                    if key not in SAME and change["effect"] in ("new-cluster", "impossible", "remove-nodes"):
                        continue
                    # One folder for all: secrets are made once.
                    after, new_template = generated(document, f"{scratch}/out")
                    if key in SAME:
                        self.assertEqual("none", change["effect"], change["changes"])
                        self.assertEqual((before, template), (after, new_template))
                        continue
                    if key == "maxSurge":
                        continue
                    self.assertNotEqual("none", change["effect"])
                    differing = {name for name in before.keys() & after.keys() if before[name] != after[name]}
                    replaced = {name for one in change["changes"] if one["effect"] == "replace-nodes" for name in one["machines"]}
                    self.assertEqual(set(), differing - replaced, change["changes"])

    def test_a_folder_is_its_models_cluster(self):
        """Defaults that generate writes out are no change, in any example."""
        examples = sorted(ROOT.glob("examples/*/cluster.*"))
        self.assertGreater(len(examples), 10)
        for cluster in examples:
            arguments = cluster.parent / "arguments"
            given = arguments.read_text().splitlines() if arguments.exists() else []
            with self.subTest(cluster.parent.name), tempfile.TemporaryDirectory() as scratch:
                result = slipway("generate", cluster, *given, "--no-plugin", "-o", f"{scratch}/out")
                self.assertEqual(0, result.returncode, result.stderr.decode())
                kept = [word for word in given if word == "--set" or "=" in word]
                report = slipway("validate", cluster, *kept, "--against", f"{scratch}/out", "--format", "json", "--no-project")
                change = json.loads(report.stdout)["change"]
                self.assertEqual("none", change["effect"], change.get("changes"))

    def test_deleting_a_key_is_seen_as_well(self):
        rows = [row for row in ROWS if row[0] not in SAME and row[0] != "maxSurge"]
        for row, report in zip(rows, against_all([(document, BASE) for _, document, _, _ in rows])):
            with self.subTest(row[0]):
                self.assertNotEqual("none", report["change"]["effect"])


if __name__ == "__main__":
    unittest.main()
