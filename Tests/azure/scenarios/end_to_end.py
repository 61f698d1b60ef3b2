"""The script of a pipeline, from validate to destroy, as it stands in this folder; docs/deploy.md shows what it prints."""
from harness import cast
from harness.case import Scenario

from .deploying import virtual_machines


class Pipeline(Scenario):
    def test_from_model_to_nothing(self):
        with self.azure() as (azure, shell):
            before = sorted(azure.world.resources)
            result = self.ends(cast.run(shell), 0)
            self.assertEqual(sorted(azure.world.resources), before)
            self.assertEqual(virtual_machines(azure), 0)
            puts = [x["url"].split("?")[0].rsplit("/", 1)[-1] for x in azure.exchanges
                    if x["operation"] == "Deployments_CreateOrUpdate"]
            self.assertLessEqual(puts.count("corp"), 2)
            self.assertEqual(cast.steady(cast.text(result, shell)), cast.steady(cast.shown()),
                             "docs/deploy.md shows another run: make cast")
