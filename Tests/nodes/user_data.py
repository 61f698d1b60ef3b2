"""What a machine finds after its first boot: the files in user data, unpacked."""
import base64
import gzip
import io
import pathlib
import tarfile

import yaml


def contents(file):
    files = {}
    for entry in yaml.safe_load(pathlib.Path(file).read_bytes())["write_files"]:
        encoding = entry.get("encoding", "")
        body = base64.b64decode(entry["content"]) if encoding.endswith(("b64", "base64")) else entry["content"].encode()
        body = gzip.decompress(body) if encoding.startswith("gz") else body
        if entry["path"].endswith(".tar"):
            with tarfile.open(fileobj=io.BytesIO(body)) as archive:
                files |= {"/" + member.name.lstrip("./"): archive.extractfile(member).read().decode()
                          for member in archive.getmembers() if member.isfile()}
        else:
            files[entry["path"]] = body.decode()
    return files
