"""Hands every add-on in masters' user data to kubernetes-validate, strictly and for each release."""
import pathlib
import subprocess
import sys
import tempfile

from user_data import contents

RELEASES = ["1.34", "1.35", "1.36"]
program = pathlib.Path(sys.executable).with_name("kubernetes-validate")
seen = set()
for file in sys.argv[1:]:
    for path, text in contents(file).items():
        if not path.startswith("/etc/slipway/addons/") or text in seen:
            continue
        seen.add(text)
        with tempfile.TemporaryDirectory() as scratch:
            manifest = pathlib.Path(scratch, pathlib.Path(path).name)
            manifest.write_text(text)
            for release in RELEASES:
                result = subprocess.run([program, "-k", release, "--strict", manifest], capture_output=True, text=True)
                if result.returncode:
                    sys.exit(f"{file} {path}, Kubernetes {release}: {result.stdout}{result.stderr}")
if not seen:
    sys.exit("no add-ons found")
print(f"kubernetes-validate: {len(seen)} add-ons accepted for {', '.join(RELEASES)}")
