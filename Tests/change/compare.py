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
