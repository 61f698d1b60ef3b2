"""What a model may hold at most: at each limit it is read, beyond it refused with a place."""
import json
import unittest

import yaml
from tool import GOOD, Scratch

VALUES, MEMBERS = 30_000, 1_000


def count(value):
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return 1 + sum(map(count, children))


class Limits(Scratch):
    def found(self, text, name="cluster.json"):
        self.write(name, text)
        result = self.slipway("validate", name, "--format", "json")
        return result.returncode, json.loads(result.stdout)["findings"]

    def refused(self, words, text, name="cluster.json"):
        status, (finding,) = self.found(text, name)
        self.assertEqual((2, "RD001"), (status, finding["id"]))
        self.assertIn(words, finding["message"])
        return finding

    def model(self, values):
        """A model of exactly so many values, most of them addresses in use."""
        model = yaml.safe_load(GOOD)
        addresses = []
        model["properties"]["networkProfile"] = {"subnets": [
            {"name": "s", "addressPrefix": "10.240.0.0/12", "inUse": addresses}]}
        addresses += [f"10.241.{i // 256}.{i % 256}" for i in range(values - count(model))]
        return model

    def test_values(self):
        for write, name in ((json.dumps, "cluster.json"), (yaml.safe_dump, "cluster.yaml")):
            with self.subTest(name):
                model = self.model(VALUES)
                self.assertEqual(VALUES, count(model))
                self.assertEqual(0, self.found(write(model), name)[0])
                finding = self.refused("more than 30000 values", write(self.model(VALUES + 1)), name)
                self.assertGreaterEqual(finding["column"], 1)

    def test_keys_and_objects(self):
        for number, status in ((MEMBERS, 1), (MEMBERS + 1, 2)):
            keys = json.dumps({"apiVersion": "vlabs", "tags": {f"k{i}": "v" for i in range(number)}})
            objects = json.dumps({"apiVersion": "vlabs", "properties": {"agentPoolProfiles": [{}] * number}})
            self.assertEqual([status, status], [self.found(keys)[0], self.found(objects)[0]])
        self.refused("1001 keys", keys)
        self.refused("1001 objects", objects)

    def test_commas_in_strings_are_no_values(self):
        model = yaml.safe_load(GOOD)
        model["tags"] = {"list": "\",\\" * 40_000}
        self.assertNotEqual(2, self.found(json.dumps(model))[0])

    def test_a_line_that_is_too_long_is_not_shown(self):
        for padding, shown in ((0, True), (17_000, False)):
            model = {"tags": {"x": "y" * padding}, **yaml.safe_load(GOOD), "locaton": "nowhere"}
            self.write("cluster.json", json.dumps(model))
            text = self.slipway("validate", "cluster.json").stderr
            self.assertEqual(shown, "^^^^^^^^^" in text)
            # The place is told all the same.
            self.assertIn(f"cluster.json:1:{json.dumps(model).index('locaton')}: error MD001", text)

    def test_columns_count_characters_in_long_lines(self):
        model = {"tags": {"x": "é漢😀" * 3_000}, **yaml.safe_load(GOOD), "locaton": "nowhere"}
        text = json.dumps(model, ensure_ascii=False)
        status, findings = self.found(text)
        self.assertEqual(text.index("locaton"), next(f["column"] for f in findings if f["id"] == "MD001"))

    def test_many_suppressions(self):
        wrong = GOOD.replace("Standard_D4s_v5", "Standard_D4s_v55")
        lines = "".join(f"# slipway: ignore KU0{i % 20 + 1:02} -- reason {i}\n" for i in range(12_000))
        status, findings = self.found(wrong + lines, "cluster.yaml")
        self.assertEqual((1, 10_000), (status, sum(f["id"] == "ST004" for f in findings)))
        accepted = wrong.replace("      vmSize: Standard_D4s", "      # slipway: ignore ST004 -- no\n      # slipway: ignore VM001 -- yes\n"
                                 "      # slipway: ignore KU001 -- no\n      vmSize: Standard_D4s")
        status, findings = self.found(accepted, "cluster.yaml")
        self.assertEqual((0, ["ST004", "ST004"]), (status, [f["id"] for f in findings if f["severity"] != "info"]))


if __name__ == "__main__":
    unittest.main()
