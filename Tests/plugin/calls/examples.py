"""What `generate` wrote for the machines of the examples, and what the plugin makes of the same machines' settings."""
import os
import pathlib
import subprocess
import tempfile
import unittest

import yaml

PLUGIN = os.environ["PLUGIN"]
EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "examples"


def machines():
    """The files of each kind of machine of each example, by path."""
    for document in sorted(EXAMPLES.glob("*/golden/nodes/*/cloud-init.yaml")):
        files = yaml.safe_load(document.read_text()).get("write_files", [])
        yield document.relative_to(EXAMPLES).parts, {file["path"]: file.get("content", "") for file in files}


class SNATOfExamples(unittest.TestCase):
    def test_every_machines_settings_are_taken(self):
        found = list(machines())
        self.assertTrue(found, "there are no examples")
        for place, files in found:
            with self.subTest(place), tempfile.NamedTemporaryFile("w", suffix=".json") as settings:
                settings.write(files["/etc/slipway/vnet.json"])
                settings.flush()
                shown = subprocess.run([PLUGIN, "snat", "show", "--settings", settings.name], capture_output=True, text=True,
                                       timeout=30)
                self.assertEqual(shown.returncode, 0, shown.stderr)
