"""Images small enough for a test: one layer with one file, in the form that `ctr images import` reads and in that of a registry."""

import gzip
import hashlib
import io
import json
import tarfile

MANIFEST = "application/vnd.oci.image.manifest.v1+json"


def tar(members):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def parts(word):
    """Manifest, configuration and layer."""
    plain = tar([("word", word.encode())])
    layer = gzip.compress(plain, mtime=0)
    config = json.dumps({
        "architecture": "amd64", "os": "linux", "config": {"Cmd": ["/word"]},
        "rootfs": {"type": "layers", "diff_ids": [digest(plain)]}}).encode()
    manifest = json.dumps({
        "schemaVersion": 2, "mediaType": MANIFEST,
        "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "size": len(config), "digest": digest(config)},
        "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "size": len(layer), "digest": digest(layer)}],
    }).encode()
    return manifest, config, layer


def archive(names):
    """One archive with an image of each name."""
    members, manifests = [("oci-layout", b'{"imageLayoutVersion": "1.0.0"}')], []
    for name in names:
        for part in parts(name):
            members.append(("blobs/sha256/" + digest(part).removeprefix("sha256:"), part))
        manifest = parts(name)[0]
        manifests.append({
            "mediaType": MANIFEST, "size": len(manifest), "digest": digest(manifest),
            "annotations": {"io.containerd.image.name": name}})
    return tar([*members, ("index.json", json.dumps({"schemaVersion": 2, "manifests": manifests}).encode())])


def registry(folder, base, repository, tag):
    """What a registry at `base` answers for one image: the world's entries by URL."""
    manifest, config, layer = parts(repository)
    entries = {}
    for part, kind, places in (
        (manifest, MANIFEST, [f"manifests/{tag}", f"manifests/{digest(manifest)}"]),
        (config, "application/octet-stream", [f"blobs/{digest(config)}"]),
        (layer, "application/octet-stream", [f"blobs/{digest(layer)}"]),
    ):
        file = folder / digest(part).removeprefix("sha256:")
        file.write_bytes(part)
        entries |= {f"{base}/{repository}/{place}": {"file": str(file), "type": kind, "digest": digest(part)} for place in places}
    return entries
