"""Puts certificates and keys in their places: `pki` and `masterPki` hold files below the folder, `secret-files` names
further keys. Every file is written beside its place and renamed into it."""

import json
import os
import sys

source, table, folder = sys.argv[1:]


def write(path, mode, text):
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    with open(path + ".new", "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(path + ".new", mode)
    os.replace(path + ".new", path)


with open(source) as file:
    secrets = json.load(file)
for key in ("pki", "masterPki"):
    for name, text in json.loads(secrets.get(key) or "{}").items():
        if name.startswith("/") or ".." in name.split("/"):
            sys.exit(f"{key} names a file outside {folder}")
        write(os.path.join(folder, name), 0o600 if name.endswith(".key") else 0o644, text)
if os.path.exists(table):
    with open(table) as file:
        for line in file:
            key, mode, path = line.split()
            if not secrets.get(key):
                sys.exit(f"{key} is missing")
            write(path, int(mode, 8), secrets[key])
