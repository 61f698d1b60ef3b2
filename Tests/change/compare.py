"""Compares two models with slipway."""
import json
import os
import pathlib
import subprocess
import tempfile

SLIPWAY = os.environ["SLIPWAY"]
ROOT = pathlib.Path(__file__).resolve().parents[2]


def against(old, new, *arguments):
    """The report of `new` against `old`, both objects, with the exit status in it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "old.json").write_text(old if isinstance(old, str) else json.dumps(old))
        (folder / "new.json").write_text(new if isinstance(new, str) else json.dumps(new))
        result = subprocess.run(
            [SLIPWAY, "validate", "new.json", "--against", "old.json", "--format", "json", "--no-project", *arguments],
            cwd=folder, capture_output=True, text=True, timeout=60)
        assert result.returncode in (0, 1, 2), (result.returncode, result.stderr)
        return {**json.loads(result.stdout), "status": result.returncode}


def against_all(pairs):
    """The reports of many pairs (old, new) in one run: the old ones are git's, the new ones the working tree's."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        names = [f"m{number:03}.json" for number in range(len(pairs))]
        for name, (old, _) in zip(names, pairs):
            (folder / name).write_text(json.dumps(old))
        git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com"]
        for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "old"]):
            subprocess.run([*git, *words], cwd=folder, check=True, capture_output=True)
        for name, (_, new) in zip(names, pairs):
            (folder / name).write_text(json.dumps(new))
        result = subprocess.run([SLIPWAY, "validate", *names, "--against", "git:main", "--format", "json", "--no-project"],
                                cwd=folder, capture_output=True, text=True, timeout=300)
        assert result.returncode in (0, 1), (result.returncode, result.stderr)
        reports = json.loads(result.stdout)
        assert [report["file"] for report in reports] == names
        return reports
