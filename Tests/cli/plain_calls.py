"""Calls that are read without ArgumentParser come out as those that it reads (docs/decisions/0204)."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from program import model, slipway

ROUTES = {"networkProfile": {
    "vnet": {"addressSpace": ["10.0.0.0/8"]},
    "peerings": [{"name": "hub", "addressSpace": ["192.168.0.0/16"]}]}}

# Each command with what it needs, and a value for each of its options.
COMMANDS = {
    "validate": ["validate", "cluster.json"],
    "generate": ["generate", "cluster.json", "-o", "out"],
    "plan": ["plan", "cluster.json"],
    "trace": ["trace", "cluster.json", "--from", "pod:agents", "--to", "internet"],
    "reachability": ["reachability", "cluster.json"],
}
VALUES = {
    "--set": ["agentPoolProfiles[0].count=3", "agentPoolProfiles[0].count=4000"], "--only": ["VM,LM003", "?"], "--ignore": ["VM014", "?"],
    "--project": ["team.yaml", "none.yaml"], "--expect": ["statements.txt"], "--output": ["json=found.json", "json"],
    "--changed-since": ["HEAD", "never"], "--against": ["old.json", "git:HEAD"], "--baseline": ["known.json"],
    "--from": ["masters", "nowhere"], "--to": ["peer:hub", "pod:agents"], "--port": ["443/tcp", "443"],
    "--templates": ["templates", "none"], "--plugin": ["plugin", "none"],
    ("plan", "--out"): ["plan.txt"], ("plan", "-o"): ["plan.txt"], ("generate", "--output"): ["other"], ("generate", "-o"): ["other"],
}


def options():
    """(command, name, values or None for a flag) of everything that ArgumentParser says these commands take."""
    described = json.loads(slipway("--experimental-dump-help").stdout)["command"]["subcommands"]
    for command in described:
        if command["commandName"] not in COMMANDS:
            continue
        for argument in command["arguments"]:
            for name in argument.get("names", []):
                text = ("-" if name["kind"] == "short" else "--") + name["name"]
                if text in ("-h", "--help", "--version"):
                    continue
                values = argument.get("allValues")
                if argument["kind"] == "option" and not values:
                    values = VALUES.get((command["commandName"], text)) or VALUES[text]
                yield command["commandName"], text, values if argument["kind"] == "option" else None


class PlainCalls(unittest.TestCase):
    def outcome(self, words):
        """What a call prints, how it ends, and what it leaves, in a folder of its own."""
        scratch = pathlib.Path(tempfile.mkdtemp())
        try:
            (scratch / "cluster.json").write_text(json.dumps(model(ROUTES)))
            (scratch / "old.json").write_text(json.dumps(model(ROUTES, pool={"count": 1})))
            (scratch / "team.yaml").write_text("strict: true\n")
            (scratch / "statements.txt").write_text("pod:agents -> internet allowed\n")
            (scratch / "known.json").write_text(slipway(
                "validate", "cluster.json", "--format", "json", cwd=scratch).stdout.decode())
            (scratch / "plugin").write_text("a program")
            (scratch / "templates").mkdir()
            git = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null"}
            for line in (["init", "-q"], ["add", "cluster.json"],
                         ["-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "."]):
                subprocess.run(["git", *line], cwd=scratch, env=git, check=True)
            run = slipway(*words, cwd=scratch)
            # Keys and tokens of a new cluster differ each time.
            left = {str(path.relative_to(scratch)): path.read_bytes() for path in sorted(scratch.rglob("*"))
                    if path.is_file() and ".git" not in path.parts and "secrets" not in path.parts
                    and words[0] != "generate"}
            return run.returncode, run.stdout, run.stderr, left, sorted(
                str(path.relative_to(scratch)) for path in scratch.rglob("*") if ".git" not in path.parts)
        finally:
            shutil.rmtree(scratch)

    def test_each_option_is_read_alike(self):
        count = 0
        for command, name, values in options():
            for value in values or [None]:
                # Instead of the one that the command needs, not beside it: the last one would count.
                words = [] if name in COMMANDS[command] else COMMANDS[command]
                if not words:
                    place = COMMANDS[command].index(name)
                    words = COMMANDS[command][:place] + COMMANDS[command][place + 2:]
                words = [*words, name] + ([] if value is None else [value])
                with self.subTest(words=words):
                    plain, whole = self.outcome(words), self.outcome([*words, "--"])
                    self.assertEqual(plain, whole)
                    count += 1
        self.assertGreater(count, 70)

    def test_what_is_no_plain_call_is_left_to_the_parser(self):
        for words in (["validate", "--format"], ["validate", "--format", "xml", "cluster.json"], ["plan", "a", "b"], ["generate", "a"],
                      ["trace", "cluster.json"], ["validate", "--allow", "new-cluster", "cluster.json"], ["plan"]):
            with self.subTest(words=words):
                run = slipway(*words)
                self.assertEqual(run.returncode, 2)
                self.assertIn(f"Usage: slipway {words[0]}", run.stderr.decode())


if __name__ == "__main__":
    unittest.main()
