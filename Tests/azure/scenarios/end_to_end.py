"""The script of a pipeline, from validate to destroy, as it stands in this folder."""
import pathlib
import subprocess

from harness.case import Scenario
from harness.program import PROGRAM, Result

from .deploying import virtual_machines

SCRIPT = pathlib.Path(__file__).resolve().parents[1] / "pipeline"


class Pipeline(Scenario):
    def test_from_model_to_nothing(self):
        with self.azure() as (azure, shell):
            before = sorted(azure.world.resources)
            model = shell.model()
            done = subprocess.run([SCRIPT, PROGRAM, model.name, "out"], cwd=shell.work, env=shell.environment, text=True,
                                  capture_output=True, timeout=180, check=False)
            result = Result(done.returncode, done.stdout, done.stderr)
            self.ends(result, 0)
            self.assertEqual(sorted(azure.world.resources), before)
            self.assertEqual(virtual_machines(azure), 0)
            puts = [x["url"].split("?")[0].rsplit("/", 1)[-1] for x in azure.exchanges
                    if x["operation"] == "Deployments_CreateOrUpdate"]
            self.assertLessEqual(puts.count("corp"), 2)
